# Exceptions of one's own: __str__, args, __init__, __new__, slots, notes.
class A(Exception):
    pass


class B(A):
    def __init__(self, code, message):
        self.code = code
        self.message = message


class C(A):
    def __str__(self):
        return "C says " + ",".join(map(str, self.args))


class D(Exception):
    def __init__(self, x):
        super().__init__("wrapped %s" % x)


for e in (A(), A(1), A(1, "two"), B(3, "m"), C(1, 2), D("x")):
    print(str(e), repr(e), e.args)
try:
    raise B(7, "text")
except A as e:
    print(type(e).__name__, e.code, e.message)
try:
    raise A
except A as e:
    print(e.args, e.__traceback__ is not None)
e = A("noted")
e.add_note("first")
e.add_note("second")
print(e.__notes__)
try:
    e.add_note(3)
except TypeError as x:
    print(x)
e.args = [1, 2]
print(e.args, str(e))
print(A(1) == A(1), hash(e) == hash(e))
e.anything = 1
print(e.__dict__)


class Multi(KeyError, AttributeError):
    pass


print(repr(Multi("a")), str(Multi("a")), isinstance(Multi(), LookupError))
for bases in ((KeyError, OSError), (ValueError, TypeError), (SyntaxError, ImportError)):
    try:
        print(type("X", bases, {}).__name__)
    except TypeError as x:
        print(x)
try:
    raise Exception.__new__(B, 1, 2)
except B as x:
    print(x.args, hasattr(x, "code"))
print(A("t").with_traceback(None).args)
try:
    A().with_traceback(3)
except TypeError as x:
    print(x)
