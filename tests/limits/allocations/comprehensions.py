a = [x * 1000 for x in range(4) if x]
b = {x: str(x) for x in a}
c = {x + 1 for x in a}
d = [[y + x for y in a] for x in a]
e = {**b, "z": 1000}; f = [*a, *c]; g = {*a, 5000}; h = (*a, *b)
x, *y, z = a + [1, 2]
(p, q), r = (1000, 2000), [3]
b.update({"k": 5000}, w=6000); b |= {"m": 1}; b.setdefault("n", [1]); b.pop("n"); list(b.items()); sorted(b, key=str); dict(b, o=2); b.copy(); dict.fromkeys("abc", 1000); b.popitem(); dict(zip("ab", [1000, 2000]))
c |= {1, 2}; c & {1}; c - {1}; c ^ {9000}; c.add(10**6); c.discard(1); frozenset(c); c.union([1000], [2000]); c.copy()
a.append(10**6); a.extend(b); a.insert(0, 5000); a[1:2] = [1, 2, 3000]; a * 2; a + a; a[::2]; del a[0]; a.reverse(); a.copy(); a.index(3000); a.count(1); a.pop()
a.sort(key=str); sorted([3000, 1000, 2000], reverse=True); sorted([[2], [1]], key=lambda v: v[0]); list(reversed(a)); tuple(a)
any(v for v in a if 0); all([1, 2]); max(1000, 2000); list(range(1000, 1005)); range(10)[2:5]; slice(1, 2000); [1, 2] == [1, 3]
d2 = {i: i * 1000 for i in range(20)}; s2 = {i * 1000 for i in range(20)}; l2 = list(range(1000, 1020)); t2 = tuple(l2); t2 + t2; t2[1:5]; t2 * 3; hash(t2)
