# Says what CPython 3.12 makes of sources: reads one JSON text a line, answers one line of JSON for each: null when it
# compiles, else the exception's name, message and place. Used by fuzz.ts.
import json
import sys
import warnings

warnings.simplefilter("ignore")


def judge(source):
    try:
        compile(source, "<fuzz>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset]
    except Exception as error:
        return [type(error).__name__, str(error), None, None]
    return None


for line in sys.stdin:
    print(json.dumps(judge(json.loads(line))), flush=True)
