# Builtins on ordinary arguments: types, attributes, scopes, code.
class A:
    x = 1

    def m(self):
        pass


a = A()
print(isinstance(1, int), isinstance(1, (str, (float, int))), isinstance(True, int), issubclass(bool, (int, str)), isinstance(a, object), isinstance(1, int | str), issubclass(int, int | None), type(int | str).__name__, int | None)
print(getattr(a, "x"), getattr(a, "y", 5), hasattr(a, "m"), setattr(a, "z", 9), a.z, delattr(a, "z"), hasattr(a, "z"), callable(len), callable(a), callable(A), vars(a), [n for n in dir(a) if not n.startswith("__")], type(a) is A, type("T", (), {"v": 1}).v)
print(ord("a"), chr(98), hex(255), oct(8), bin(5), abs(-1), len("abc"), repr("x"), ascii("é"), hash(1), id(a) == id(a), pow(2, 3), round(1.5), sum([1]), min(1, 2), max(1, 2), sorted([2, 1]), divmod(7, 2), format(3, "03"), all([1]), any([0]))
print(eval("1 + 1"), eval("x", {"x": 5}), eval("y", {}, {"y": 6}), eval(compile("3", "f", "eval")), exec("z = 1"), z, exec(compile("w = 2", "f", "exec")), w)
ns = {}
exec("def f(n):\n    return n * k\nk = 3", ns)
print(ns["f"](2), sorted(k for k in ns if k != "__builtins__"), type(ns["__builtins__"]).__name__)
print(len(dir([])) > 40, "append" in dir(list), dir(3)[-1], [n for n in dir() if n in ("a", "A", "ns")], sorted(globals().keys() & {"a", "z"}))


class D:
    def __dir__(self):
        return ["b", "a"]


class E:
    def __dir__(self):
        return 3


print(dir(D()))
try:
    dir(E())
except TypeError as e:
    print(e)


class I:
    def __instancecheck__(self, x):
        return "yes"

    def __subclasscheck__(self, x):
        return []


print(isinstance(3, I()), issubclass(3, I()))
for src in ("1 +", "x = 1", "", "a b", "(", "1\n2", "yield 1", "return 1", "def f(:", "'abc", "é é"):
    try:
        print(src, eval(src))
    except SyntaxError as e:
        print(repr(src), e.msg, e.lineno, e.offset)
print(__name__, __builtins__.__name__, __doc__, __file__.split("/")[-1] if "__file__" in globals() else "", __debug__, Ellipsis, NotImplemented)
