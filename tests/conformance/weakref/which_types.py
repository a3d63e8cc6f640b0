# Which objects can be weakly referenced.
from _weakref import ref


class Plain:
    pass


class Slots:
    __slots__ = ("x",)


class WeakSlots:
    __slots__ = ("x", "__weakref__")


class Sub(Slots):
    pass


class L(list):
    pass


class I(int):
    pass


class T(tuple):
    pass


class S(str):
    __slots__ = ()


def gen():
    yield


values = [Plain(), Slots(), WeakSlots(), Sub(), L(), I(), T(), S(), gen(), gen, Plain().__init__, [].append, len,
          Plain, int, set(), frozenset(), range(1), slice(1), iter([]), type, ref(Plain), (lambda: 0).__code__,
          bytearray(), memoryview(b""), Exception(), ValueError, None.__class__, property(), 1j, ...]
for v in values:
    try:
        r = ref(v)
        print(type(v).__name__, r() is v, end="; ")
    except TypeError as e:
        print(e, end="; ")
print()
print("__weakref__" in Plain.__dict__, "__weakref__" in Slots.__dict__, "__weakref__" in Sub.__dict__)
p = Plain()
print(p.__weakref__)
r = ref(p)
print(p.__weakref__ is r)
