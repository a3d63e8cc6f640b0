# References compare by their objects while those live, by identity after.
from _weakref import ref


class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __hash__(self):
        return hash(self.v)


a, b, c = V(1), V(1), V(2)
ra, rb, rc = ref(a), ref(b), ref(c)
print(ra == rb, ra is rb, ra == rc, ra != rb)
print(hash(ra) == hash(rb), hash(ra) == hash(1))
d = {ra: "one"}
print(d[rb], rc in d, len({ra, rb, rc}))
keep = hash(ra)
del a
print(hash(ra) == keep, ra == rb, d.get(ra))
del b, c
print(ra == rb, rb == rb)
try:
    hash(rc)
except TypeError as e:
    print(e)
for op in ("<", "<=", ">"):
    try:
        eval("ra %s rb" % op)
    except TypeError as e:
        print(e)


class R(ref):
    def __init__(self, o, callback=None, tag=None):
        super().__init__(o, callback)
        self.tag = tag

    def __new__(cls, o, callback=None, tag=None):
        return super().__new__(cls, o, callback)


e = V(5)
r, s = R(e, tag="t"), R(e, tag="u")
print(r.tag, s.tag, r is s, r == s, r() is e, isinstance(r, ref))
