# What with needs of its object, and where it looks for it.
class NoExit:
    def __enter__(self):
        return 1


class NoEnter:
    def __exit__(self, *a):
        pass


class OnInstance:
    pass


oi = OnInstance()
oi.__enter__ = lambda: 1
oi.__exit__ = lambda *a: None


class BadArgs:
    def __enter__(self):
        return 1

    def __exit__(self):
        pass


class NotCallable:
    __enter__ = 3
    __exit__ = 4


class AsyncOnly:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *a):
        pass


for m in (NoExit(), NoEnter(), oi, BadArgs(), NotCallable(), AsyncOnly(), 3, None, object()):
    try:
        with m as x:
            print("body", x)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Truth:
    def __init__(self, v):
        self.v = v

    def __enter__(self):
        pass

    def __exit__(self, *a):
        return self.v


for v in (1, "x", [], None, [0]):
    try:
        with Truth(v):
            raise ValueError("v")
        print("swallowed", v)
    except ValueError:
        print("passed", v)


class Raises:
    def __bool__(self):
        raise IndexError("bool")


try:
    with Truth(Raises()):
        raise ValueError
except IndexError as e:
    print(repr(e), repr(e.__context__))


class Order:
    def __getattribute__(self, name):
        print("lookup", name)
        return object.__getattribute__(self, name)

    def __enter__(self):
        print("enter")

    def __exit__(self, *a):
        print("exit", a)


with Order():
    print("body")
