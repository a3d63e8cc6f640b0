# The order in which arguments, defaults, targets and operands are evaluated.
def t(x):
    print(x, end=" ")
    return x


def f(*args, **kw):
    return len(args), sorted(kw)


print(f(t(1), *[t(2)], t(3), k=t(4), **{"z": t(5)}))
print(t(1) + t(2) * t(3), t(4) < t(5) < t(6), [t(7), t(8)][t(0)])
print({t("a"): t(1), t("b"): t(2)})
d = {}
d[t("k")] = t("v")
print(d)


class A:
    def __getattr__(self, n):
        t("get " + n)
        return self

    def __setattr__(self, n, v):
        t("set " + n)

    def __getitem__(self, i):
        t("getitem %s" % i)
        return self

    def __setitem__(self, i, v):
        t("setitem %s" % i)

    def __iadd__(self, o):
        t("iadd")
        return self

    def __call__(self, *a):
        t("call")
        return self


a = A()
a.x.y = t("value")
print()
a.p[t(1)] += t(2)
print()
a.q, a[t(1)], a.r = t("three"), 1, 2
print()
a.m(t(1)).n(t(2))[t(3)]
print()


@(t("decorator") and (lambda f: f))
def g(x=t("default1"), y: t("annotation") = t("default2"), *, z=t("kwdefault")) -> t("returns"):
    pass


print()


class B(t(object), metaclass=t(type)):
    t("body")


print(t(0) or t(1) and t(2), t(3) if t(True) else t(4), not t(5))
x = y = t("once")
print((lambda v: v)(t("arg")))
print(f(*(t(i) for i in (1, 2)), **dict([(t("q"), t(3))])))
assert t(True), t("never")
for i in t([1, 2]):
    t(i)
print()
del a
with memoryview(t(b"x")) as m:
    t("in with")
print()
