# KeyError, IndexError and their texts through every container.
import array

d = {"a": 1}
for k in ("b", 1, None, (1, 2), 1.5, "it's", b"x", True, frozenset()):
    try:
        d[k]
    except KeyError as e:
        print(e, repr(e), e.args)
    try:
        del d[k]
    except KeyError as e:
        print(e, end="; ")
    try:
        {1, 2}.remove(k if k is not True else 9)
    except KeyError as e:
        print(e)
seqs = {"list": [1], "tuple": (1,), "str": "s", "bytes": b"b", "bytearray": bytearray(b"b"), "range": range(1), "memoryview": memoryview(b"b"), "array": array.array("i", [1])}
for name, s in seqs.items():
    for i in (5, -5, 10 ** 20, "x", 1.0, None, (0,), [0]):
        try:
            print(s[i])
        except Exception as e:
            print(name, type(e).__name__, e)
for name in ("list", "bytearray", "array"):
    s = seqs[name]
    for i in (5, "x", 10 ** 20):
        try:
            s[i] = 1
        except Exception as e:
            print(name, type(e).__name__, e)
        try:
            del s[i]
        except Exception as e:
            print(name, type(e).__name__, e)
for f in (lambda: [].pop(), lambda: [1].pop(3), lambda: {}.popitem(), lambda: set().pop(), lambda: bytearray().pop(), lambda: "abc".index("z"), lambda: [1].index(2), lambda: (1,).index(2), lambda: range(3).index(9), lambda: b"ab".index(b"z"), lambda: [1].remove(2), lambda: "%(k)s" % {}, lambda: "{k}".format(), lambda: "{0}".format(), lambda: "{0[k]}".format({}), lambda: "{0[1]}".format([0])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
