# id is stable while an object lives, distinct between living ones, and free afterwards.
class A:
    pass


objects = [A() for _ in range(100)]
ids = [id(o) for o in objects]
print(len(set(ids)), ids == [id(o) for o in objects], all(i % 16 == 0 for i in ids), all(i > 2 ** 20 for i in ids))
del objects[::2]
kept = [id(o) for o in objects]
print(kept == ids[1::2])
more = [A() for _ in range(50)]
print(len(set(id(o) for o in more) & set(ids[::2])) > 40, not set(map(id, more)) & set(kept))
values = [1, 1.5, "s", (), [], {}, None, True, A, len, objects]
print([id(v) == id(w) for v, w in zip(values, list(values))], all(isinstance(id(v), int) for v in values))
x = []
i = id(x)
x.append(x)
for n in range(100):
    x.append(n)
print(id(x) == i, x[0] is x)
x.clear()
print(id(x) == i)
d = {}
i = id(d)
for n in range(100):
    d[n] = n
print(id(d) == i)
o = A()
i = id(o)
o.__dict__
o.a = o.b = 1
o.__class__ = type("B", (), {})
print(id(o) == i, object.__repr__(o).endswith("%x>" % i), repr(object())[:18])
print(repr(o).split(" at 0x")[1] == "%x>" % id(o), ("%r" % o.__init__).split(" at 0x")[-1][:-1] == "%x" % id(o))
s = "".join(["unique", " text"])
table = {id(s): s}
print(table[id(s)] is s, id(s) in table)
print(id(o.__class__) == id(type(o)), id(None) == id(None), id(1) == id(2 - 1), id("a") == id(chr(97)), id(()) == id(tuple([])))
y = 2.5 * 2
i = id(y)
z = y
z += 1
print(id(y) == i, id(z) != i)
t = (x, d)
i = id(t[0])
t[0].append(1)
print(id(t[0]) == i == id(x))
