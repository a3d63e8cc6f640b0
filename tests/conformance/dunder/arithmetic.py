# Binary operators: forward, reflected, in place, subclass first, NotImplemented.
ops = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"]


def make(prefix, tag):
    return {"__%s%s__" % (prefix, op): (lambda op: lambda self, *o: (tag + prefix + op, len(o)))(op) for op in ops}


F = type("F", (), make("", "F."))
R = type("R", (), make("r", "R."))
I = type("I", (), make("i", "I."))
f, r, i = F(), R(), I()
print(f + 1, f - 1, f * 1, f / 1, f // 1, f % 1, f ** 1, f @ 1, f << 1, f >> 1, f & 1, f | 1, f ^ 1, divmod(f, 1))
print(1 + r, 1 - r, 1 * r, 1 / r, 1 // r, 1 % r, 1 ** r, 1 @ r, 1 << r, 1 >> r, 1 & r, 1 | r, 1 ^ r, divmod(1, r))
print(f + r, pow(f, 2, 3), [] + r, "a" * r, [1] * r)
out = []
for op in ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="):
    ns = {"i": I(), "f": F()}
    exec("i %s 1\nf %s 1" % (op, op), ns)
    out.append((ns["i"][0], ns["f"][0]))
print(out)


class Base:
    def __add__(self, o):
        return "Base.add"

    def __radd__(self, o):
        return "Base.radd"


class Same(Base):
    pass


class Sub(Base):
    def __radd__(self, o):
        return "Sub.radd"


print(Base() + Base(), Base() + Same(), Base() + Sub(), Sub() + Base(), 1 + Sub())


class Not:
    def __add__(self, o):
        print("asked", end=" ")
        return NotImplemented

    __radd__ = __iadd__ = __mul__ = __add__


n = Not()
for g in (lambda: n + n, lambda: n + 1, lambda: 1 + n, lambda: n * 2, lambda: 2 * n, lambda: n.__iadd__(1), lambda: exec("n += 1"), lambda: [] + n, lambda: "a" + n, lambda: n - 1, lambda: -n, lambda: n ** 2, lambda: pow(n, 1, 2), lambda: divmod(n, 1), lambda: n @ n, lambda: n and n + "s"):
    try:
        print(g())
    except TypeError as e:
        print(e)


class Same2:
    def __add__(self, o):
        print("add", end=" ")
        return NotImplemented

    def __radd__(self, o):
        print("radd", end=" ")
        return NotImplemented


for g in (lambda: Same2() + Same2(), lambda: Same2() + 1):
    try:
        g()
    except TypeError as e:
        print(e)
