for slots in (("a", "a"), ("1",), (1,), "x", ("__dict__", "__dict__"), ("__weakref__",), ("a b",), ("__slots__",), (), None):
    try:
        A = type("A", (), {"__slots__": slots})
        print("made", A.__slots__)
    except (TypeError, ValueError) as e:
        print(e)
try:
    type("A", (int,), {"__slots__": ("x",)})
    print("made")
    type("A", (tuple,), {"__slots__": ("x",)})
except TypeError as e:
    print(e)
