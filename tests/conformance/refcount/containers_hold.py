# Each place in a container is one reference.
import sys

a = object()
base = sys.getrefcount(a)
more = lambda: sys.getrefcount(a) - base
l = [a, a, a]
print(more())
t = (a, l, a)
print(more())
d = {"k": a, a: "v"}
print(more())
s = {a}
f = frozenset([a])
print(more())
l.append(a)
l += [a, a]
print(more())
del l[0]
print(more())
l.clear()
print(more(), len(l))
l.extend((a, a))
print(more())
del t
print(more())
d.pop(a)
print(more())
d.clear()
s.discard(a)
print(more())
del f, l, d, s
print(more())
