# Methods of builtins taken off their objects: what they are, hold and say.
import sys

l = []
m = l.append
print(m(1), l, m.__name__, m.__self__ is l, sys.getrefcount(l), m.__qualname__, m == l.append, m is l.append, hash(m) == hash(l.append), type(m).__name__)
l.clear()
n = [].append
print(n(5), n.__self__, sys.getrefcount(n.__self__))
print([f("ab") for f in (str.upper, "x".join, len, "abc".count, {"ab": 1}.get, ["ab"].index, "{}!".format, repr, {"ab"}.__contains__)])
print(list.append.__name__, list.append.__qualname__, list.append.__objclass__.__name__, repr(list.append), repr(str.join), list.append(l, 7), l, type(list.append).__name__)
print(int.__add__(1, 2), (5).__add__(6), "a".__add__("b"), [1].__len__(), {}.__contains__(1), (1, 2).__getitem__(1), "abc".__getitem__(slice(1)), 2 .__pow__(3), 2 .__rpow__(3), 5 .__lt__("a"), 1.5.__int__(), (1).__eq__(1.0))
print(type([].__add__).__name__, type(list.__add__).__name__, repr(int.__add__), list.__add__.__name__, [].__add__.__self__, type(dict.fromkeys).__name__, dict.fromkeys.__self__.__name__, type(str.maketrans).__name__, type(object.__new__).__name__, object.__new__.__self__.__name__)
a = [3, 1]
s = a.sort
a = None
print(s(), s.__self__, sys.getrefcount(s.__self__))
for f in (lambda: list.append(), lambda: list.append(1, 2), lambda: list.append([]), lambda: str.join(), lambda: "a".join(1), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: [].append(1, 2), lambda: [].append(x=1), lambda: m.x, lambda: setattr(m, "x", 1), lambda: setattr(list.append, "x", 1), lambda: [].__len__(1), lambda: dict.get(1, 2), lambda: m < m, lambda: list.append.__get__(3), lambda: list.append.__get__([])(1), lambda: "x".upper.__call__(1), lambda: len.__call__([1]), lambda: len.__self__.__name__):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
