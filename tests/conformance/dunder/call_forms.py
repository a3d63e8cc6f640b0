# __call__ in all its uses: instances, classes, chains, partial application, decorators.
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *rest, scale=1, **kw):
        return (self.n + x + sum(rest)) * scale, kw


a = Adder(10)
print(a(1), a(1, 2, 3, scale=2), a(x=5, extra=1), callable(a), list(map(a, [1, 2])), max([3, 1], key=lambda v: a(v)[0]))


class Chain:
    def __init__(self):
        self.path = []

    def __getattr__(self, name):
        self.path.append(name)
        return self

    def __call__(self, *args):
        self.path.append(args)
        return self


c = Chain()
print(c.a.b(1).c(2, 3).path)


class Memo:
    def __init__(self, f):
        self.f, self.seen = f, {}

    def __call__(self, *args):
        if args not in self.seen:
            self.seen[args] = self.f(*args)
        return self.seen[args]

    def __get__(self, obj, owner):
        return lambda *args: (type(obj).__name__, self(*args))


@Memo
def square(x):
    print("computing", x, end=" ")
    return x * x


print(square(3), square(3), square.seen)


class Holder:
    m = Memo(lambda x: x + 1)
    plain = Adder(1)


print(Holder().m(4), Holder().plain(4), Holder.plain is Holder().plain)


class Factory(type):
    def __call__(cls, *args):
        print("making", cls.__name__, args, end="; ")
        return super().__call__(*args)


class Made(metaclass=Factory):
    def __init__(self, *args):
        self.args = args


print(Made(1, 2).args)


class CallClass:
    def __call__(self):
        return self

    x = 5


print(CallClass()()().x)


class Deep:
    pass


Deep.__call__ = Deep()
try:
    Deep()()
except (RecursionError, TypeError) as e:
    print(type(e).__name__, e)
Deep.__call__ = lambda *a: len(a)
print(Deep()(), Deep()(1, 2))
for bad in ("Adder(1)()", "Adder()", "a(1, scale=2, x=3)", "a()", "Chain()(k=1)"):
    try:
        eval(bad)
    except TypeError as e:
        print(e)
print([f(3) for f in (lambda x: x, str, Adder(1), [].count, int, type, bool)])
