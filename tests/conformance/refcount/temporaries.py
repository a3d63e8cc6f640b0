# Temporaries hold nothing once their expression is over.
import sys

a = object()
print(sys.getrefcount(a))
print(sys.getrefcount([a, a][0]))
print(sys.getrefcount((a,)[0]))
print(sys.getrefcount({1: a}[1]))
print([sys.getrefcount(a), a].__len__(), sys.getrefcount(a))
print((a, sys.getrefcount(a))[1])
print([a, a, sys.getrefcount(a)][2])
print({"x": a, "y": sys.getrefcount(a)}["y"])
print(len({a, a}), sys.getrefcount(a))
print(sys.getrefcount(a if a else None))
print(sys.getrefcount(a or None), sys.getrefcount(None or a), sys.getrefcount(a and a))
print(sys.getrefcount((b := a)), sys.getrefcount(b))
del b
print(f"{a is a!r:>5}", sys.getrefcount(a))
print(sys.getrefcount([x for x in [a]][0]))
print(sys.getrefcount(a), sys.getrefcount(object()), sys.getrefcount([]), sys.getrefcount(()) > 1000)
