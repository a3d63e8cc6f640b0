# Identity of results: which operations give back the same object.
l, t, d, s, f = [1], (1, 2), {"a": 1}, {1}, frozenset([1])
st, by, n, x, c = "text", b"bytes", 12345, 2.5, 3j
print(l is l[:], t is t[:], st is st[:], by is by[:], l is list(l), t is tuple(t), s is set(s), f is frozenset(f), d is dict(d), st is str(st), by is bytes(by), n is int(n), x is float(x), c is complex(c))
print(l * 1 is l, t * 1 is t, st * 1 is st, by * 1 is by, t + () is t, () + t is t, st + "" is st, by + b"" is by, l + [] is l, f | f is f, f & f is f, f.copy() is f, f.union() is f)
print(t[0:2] is t, t[0:99] is t, t[-2:] is t, t[::1] is t, t[1:] is t[1:], st[0:4] is st, st[:2] is st[:2], by[0:5] is by, t[5:] is t[6:])
print(st.strip() is st, st.lower() is st, st.replace("q", "z") is st, st.ljust(2) is st, st.rjust(4) is st, st.zfill(1) is st, st.expandtabs() is st, st.strip("q") is st, st.removeprefix("q") is st, st.center(1) is st, st.title() is st, "".join([st]) is st, st.format() is st, f"{st}" is st, "%s" % st is st, by.strip() is by, by.replace(b"q", b"") is by)
print(min(l, [2]) is l, max(t, ()) is t, sorted(l) is l, (l or None) is l, (None or l) is l, (l and t) is t, [l][0] is l, [*[l]][0] is l, {0: l}[0] is l, (lambda v: v)(l) is l, next(iter([l])) is l, [l].pop() is l, {0: l}.get(0) is l, {0: l}.popitem()[1] is l, list(map(lambda v: v, [l]))[0] is l, list(zip([l]))[0][0] is l, getattr(l, "__class__") is list)
a = b = []
a += [1]
print(a is b, b)
a = a + [2]
print(a is b, b)
u = v = (1,)
u += (2,)
print(u is v, v)
p = q = "s"
p += "t"
print(p is q, q)
e = g = {1}
e |= {2}
print(e is g, g)
h = i = {1: 1}
h |= {2: 2}
print(h is i, i)
m = k = bytearray(b"a")
m += b"b"
print(m is k, k)
r = w = [1, 2]
r *= 2
print(r is w, w)
z = y = frozenset([1])
z |= {2}
print(z is y)
print(int is type(1), type(type) is type, (1).__class__ is int, type(l) is list, l.append is l.append, l.append == l.append, len is len, None is None, print() is None)
print([] is [], {} is {}, (lambda: 0) is (lambda: 0), object() is object(), [[]] * 2 == [[], []], ([[]] * 2)[0] is ([[]] * 2)[0], id([]) == id([]))
