# Changing an instance's dictionary while it is looked through; what vars and dir show.
class A:
    c = 1

    def m(self):
        pass


a = A()
a.x, a.y = 1, 2
print([k for k in vars(a)], sorted(vars(a).items()), len(vars(a)))
for k in list(vars(a)):
    delattr(a, k)
print(vars(a), a.__dict__ is vars(a))
a.__dict__["dynamic"] = 5
print(a.dynamic, "dynamic" in dir(a), "c" in dir(a), "c" in vars(a))
a.__dict__[1] = "one"
a.__dict__["not an identifier"] = 6
print(vars(a), getattr(a, "not an identifier"))
try:
    dir(a)
except TypeError as e:
    print(e)
del a.__dict__[1]
try:
    for k in vars(a):
        setattr(a, k + "2", 0)
except RuntimeError as e:
    print(e)
print(len(vars(a)))
b = A()
b.__dict__ = vars(a)
b.shared = 1
print(a.shared, vars(a) is vars(b))
del a
print(b.dynamic, len(vars(b)))
d = A.__dict__
print(type(d).__name__, d["c"], "m" in d, len(d) > 3)
for f in (lambda: d.__setitem__("q", 1), lambda: d["q"], lambda: vars(3), lambda: vars([]), lambda: setattr(A, "__dict__", {}), lambda: d | {}, lambda: d.pop("c")):
    try:
        print(type(f()).__name__)
    except (TypeError, AttributeError, KeyError) as e:
        print(type(e).__name__, e)
A.late = 3
print(d["late"], b.late)
e = type(d)({"a": 1})
print(e, e["a"], list(e), dict(e), e == {"a": 1}, len(e), e.get("b"))
