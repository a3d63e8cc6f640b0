# get_referents: what an object refers to directly, as its traverse visits it.
import gc


class A:
    pass


a = A()
a.x = [1]
print([type(r).__name__ for r in gc.get_referents(a)])
print(gc.get_referents([1, "two", 3.0]))
print(gc.get_referents((1, [2]), [3]))
print(gc.get_referents({"k": "v", 2: 3}))
print(sorted(gc.get_referents({1, 2, 3})))
print(gc.get_referents(1, "s", None))
print(gc.get_referents())
a.__dict__
print([type(r).__name__ for r in gc.get_referents(a)])


def f(x=[1], *, y=(2,)):
    return x


kinds = [type(r).__name__ for r in gc.get_referents(f)]
print(kinds)
print([type(r).__name__ for r in gc.get_referents(a.__init__)])


class B:
    def m(self):
        pass


b = B()
print([type(r).__name__ for r in gc.get_referents(b.m)])
print([type(r).__name__ for r in gc.get_referents(iter([1]))])
print([type(r).__name__ for r in gc.get_referents(slice([], {}, 1))])


def outer():
    v = [1]
    return lambda: v


print([type(r).__name__ for r in gc.get_referents(outer())])
print(gc.get_referents(outer().__closure__[0]))
