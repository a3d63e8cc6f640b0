# Types as values: names, bases, calls, dictionaries of types, type().
print(type(1), type("a"), type(None), type(...), type(NotImplemented), type(type), type(len), type(lambda: 0), type(print), type([].append), type(int.__add__), type(str.join), type(type.__dict__["mro"]), type(object().__str__))
print([t.__name__ for t in (int, str, list, dict, set, frozenset, tuple, bytes, bytearray, float, complex, bool, range, slice, object, type, property, classmethod, staticmethod, super, memoryview, enumerate, zip, map, filter, reversed)])
print([t.__base__.__name__ for t in (bool, int, type, Exception, KeyError, property, set)], object.__base__, int.__bases__, bool.__mro__, type.__mro__)
print([t() for t in (int, str, list, dict, set, tuple, bytes, float, complex, bool, frozenset, bytearray)])
table = {int: "integer", str: "text", type(None): "nothing"}
print([table.get(type(v), "?") for v in (1, "a", None, True, 2.5)], [isinstance(True, t) for t in (int, bool, object, float)])
T = type("T", (list,), {"x": 1, "m": lambda self: len(self) + self.x})
t = T([1, 2])
print(t.m(), T.__name__, T.__module__, T.__bases__, T.__qualname__, isinstance(t, list), T.__doc__, t)
print(type(t) is T, type(T) is type, t.__class__ is T, T.__class__ is type, type.__class__ is type, callable(T), T == T, hash(T) == hash(T), T != list, {T: 1}[T])
for args in ((), (1, 2), ("a", (), {}, 1), ("a", [], {}), (b"a", (), {}), ("a", (), []), ("a\0b", (), {}), ("", (), {})):
    try:
        print(type(*args).__name__)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for name in ("__name__", "__qualname__", "__module__", "__doc__", "__dict__", "__bases__", "__mro__"):
    for value in ("new", 3):
        try:
            setattr(T, name, value)
            print(name, getattr(T, name), end="; ")
        except (TypeError, AttributeError) as e:
            print(name, type(e).__name__, e, end="; ")
print()
print(int.__doc__[:30], type.__repr__(int), int.__str__(5), str(int), f"{int}", "%s" % list, [int, str], int | str, type(int | str), list[int], type(list[int]), list[int].__origin__, dict[str, int].__args__, isinstance(1, int | None))
