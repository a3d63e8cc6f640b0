# Type parameters of functions, classes and aliases, as far as they need no typing module.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def first[T](items: list[T]) -> T:
    return items[0]


T = first.__type_params__[0]
show(lambda: first.__type_params__)
show(lambda: first.__annotations__)
show(lambda: first([3, 4]))
show(lambda: (T.__name__, T.__bound__, T.__constraints__))
show(lambda: (T.__covariant__, T.__contravariant__, T.__infer_variance__))
show(lambda: type(T).__mro__)


def bounded[A: int, B: (int, str), *Cs, **D](a: A, b: B, *c, **d) -> None:
    pass


show(lambda: bounded.__type_params__)
show(lambda: [type(p).__name__ for p in bounded.__type_params__])
show(lambda: [p.__name__ for p in bounded.__type_params__])
A, B, Cs, D = bounded.__type_params__
show(lambda: A.__bound__)
show(lambda: B.__constraints__)
show(lambda: (A.__constraints__, B.__bound__))
show(lambda: (D.args, D.kwargs, D.args.__origin__ is D))
show(lambda: D.args == D.args)
show(lambda: D.args == D.kwargs)
show(lambda: hash(D.args))


def late[X: later](x: X):
    pass


show(lambda: late.__type_params__[0].__bound__)
later = float
show(lambda: late.__type_params__[0].__bound__)
later = int
show(lambda: late.__type_params__[0].__bound__)

type Plain = int
type Pair[K] = tuple[K, K] | Later[K]
show(lambda: Plain)
show(lambda: Plain.__value__)
show(lambda: (Plain.__type_params__, Plain.__parameters__, Plain.__name__, Plain.__module__))
show(lambda: Plain[int])
show(lambda: Pair.__value__)
Later = list
show(lambda: Pair.__value__)
show(lambda: Pair.__value__ is Pair.__value__)
show(lambda: (Pair.__type_params__, Pair.__parameters__))
show(lambda: repr(Pair[int]))
show(lambda: (Pair[int].__origin__, Pair[int].__args__, Pair[int].__value__))
show(lambda: Plain | None)
show(lambda: str | Plain)
show(lambda: 3 | Plain)
show(lambda: isinstance(3, Plain))
show(lambda: Plain.missing)
show(lambda: setattr(Plain, "missing", 1))
show(lambda: setattr(Plain, "__value__", 1))
show(lambda: setattr(Plain, "__name__", 1))
type Recursive = list[Recursive] | None
show(lambda: Recursive.__value__)


def nested[T]():
    def inner[U: T](x: U) -> T:
        return x

    return inner


show(lambda: nested().__type_params__[0].__bound__)
show(lambda: nested().__annotations__)


class Plain2:
    type Here = Plain2

    def method[S](self, x: S) -> S:
        return x


show(lambda: Plain2.Here.__value__)
show(lambda: Plain2.method.__type_params__)
show(lambda: Plain2.__type_params__)
show(lambda: Plain2().method(5))
show(lambda: nested.__type_params__)


def settable():
    pass


show(lambda: settable.__type_params__)
show(lambda: setattr(settable, "__type_params__", 3))
show(lambda: setattr(settable, "__type_params__", (T,)))
show(lambda: settable.__type_params__)
T.note = "kept"
show(lambda: T.note)
show(lambda: T.__module__)
show(lambda: (lambda: (yield T))().__next__())


def class_base():
    class Bad(T):
        pass


show(class_base)
show(lambda: type("X", (T,), {}))
show(lambda: type("X", (type(T),), {}))
show(lambda: setattr(type(T), "x", 1))
lam = lambda x: x
show(lambda: lam.__type_params__)
try:
    exec("def f[T, T](): pass")
except SyntaxError as e:
    print(e)
try:
    exec("type X = (yield 3)")
except SyntaxError as e:
    print(e)
try:
    exec("def f[T: (y := 3)](): pass")
except SyntaxError as e:
    print(e)
namespace = {}
exec("type Made[T] = dict[str, T]\nmade = Made[int]", namespace)
show(lambda: namespace["made"])
show(lambda: namespace["Made"].__module__)
