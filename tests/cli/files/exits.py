import sys


class Last:
    def __del__(self):
        print("finalizer at exit")


last = Last()
print("to stdout")
print("to stderr", file=sys.stderr)
sys.exit({"int": 3, "text": "a last word", "none": None, "big": 259, "negative": -1, "true": True, "list": [1]}[sys.argv[1]])
