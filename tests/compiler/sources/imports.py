"""Doc."""
from __future__ import annotations, division
import a
import a.b.c
import a as b, c.d as e, c.d.e as f
from a import b
from a.b import c as d, e
from . import a
from .. import b as c
from ...a.b import c
from a import *
x: int = 1
y: list[int | None]
z.w: a.b(c, *d, e=1, **f)
class C:
    p: "quoted"
    q: {1: 2, **x} = 0
    r: [a, *b, (c,), (), {d}]
    s: (lambda x, /, y=1, *z, w, v=2, **u: x if y else z)
    t: (a + b * c ** -d @ e // (f - g) << h, not i and j or k < l != m in n is not o)
    u: (f"{a!r:>{b}}{{}}" 'x' "it's")
    v: ([x for x in y if z for w in v if u if t])
    w: ({k: v for k, v in x}, {s for s in t}, (g for g in h))
    x1: (a[1], a[1:2, ::3], a[b, c], a[*d], ...)
    y1: (1.0, 1e100, 1j, 0.00001, b'x', -1, ~1, +1, not 1, None)
    z1: ((a or b) and (c or d), (a if b else c) if (d if e else f) else g, (-1) ** 2, -1 ** 2, 2 ** -1)
    a2: ((lambda: x)())
    b2: (1 .real, 1.5.real, a.b.c)
    c2: (a(x for x in y), a((x for x in y), b))
    d2: (u'x', 1e400)
def f(a: int, *b: str, c: A.B = 1, **d: C[D]) -> list[int]: pass
