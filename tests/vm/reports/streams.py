# sys.stderr may be any object, or nothing.
import sys


class Kept:
    def __init__(self):
        self.text = ""

    def write(self, s):
        self.text += s

    def flush(self):
        self.text += "<flush>"


def show():
    try:
        1 / 0
    except ZeroDivisionError as e:
        sys.excepthook(type(e), e, e.__traceback__)


kept = sys.stderr = Kept()
show()
print(kept.text)
sys.stderr = None
show()
sys.stderr = sys.__stderr__
exec("1/0")
