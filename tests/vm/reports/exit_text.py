# SystemExit with a text.
import sys
try: sys.exit(3)
except SystemExit as e: sys.excepthook(None, e, e.__traceback__)
sys.exit("message to stderr")
