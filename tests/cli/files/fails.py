import sys


def inner(d):
    return d["a"]["b"] + 1


def outer():
    print("before")
    return inner({"a": {"b": None}})


sys.stdout.flush()
outer()
