class M(type):
    def mro(cls):
        return bad
for bad in ([], [int], [1], 5, None, (object,), [object]):
    try:
        class A(metaclass=M):
            pass
        print("made", [getattr(c, "__name__", c) for c in A.__mro__])
    except TypeError as e:
        print("TypeError")
