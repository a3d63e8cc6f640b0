# expects: stderr
# An uncaught exception prints its chain with carets and ends with status 1.
import sys


class Custom(Exception):
    def __str__(self):
        return "two\nlines"


def divide(a, b):
    return a / b


def middle(x):
    try:
        return divide(x, 0)
    except ZeroDivisionError as e:
        raise ValueError("while dividing") from e


def top():
    try:
        middle(1)
    except ValueError:
        error = Custom("x")
        error.add_note("a note")
        raise error


print("before")
sys.stdout.flush()
top()
print("never")
