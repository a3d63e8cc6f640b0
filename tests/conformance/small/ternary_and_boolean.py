# and, or, not, conditional expressions: results are operands, evaluation is short.
def t(v):
    print("t", v, end="; ")
    return v


print(t(0) and t(1), t(1) and t(2), t(0) or t(""), t("") or t("x"), not t([]), not t([0]))
print(t(1) if t(0) else t(2), t(0) or t(1) and t(2), (t(0) or t(1)) and t(2), not t(0) and t(3))
print([] or {} or 0 or "" or None, 1 and "a" and [0], 0 and 1 or 2, 1 and 0 or 2, 1 if [] else 2 if {} else 3)
print(not not "a", not "", (not 1) == False, not 1 == 2, 1 in [1] and 2 not in [1], 1 < 2 and 2 < 1 or 3)
x = None
y = x or "default"
z = x if x is not None else "conditional"
print(y, z, x and x.attr, x is None or x.attr)


class B:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v, end="; ")
        return self.v > 0


print((B(1) and B(0)).v, (B(0) or B(2)).v, not B(0), B(1).v if B(1) else 0)
if B(1) and B(0) or B(3):
    print("taken")
while B(0):
    pass
print("end", [b.v for b in map(B, range(3)) if b], all([B(1), B(0), B(5)]), any([B(0), B(1), B(5)]))
assert B(1), "never"
