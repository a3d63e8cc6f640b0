for f in (lambda: object.__new__(int), lambda: int.__new__(str), lambda: object.__new__(1), lambda: object.__new__(), lambda: type.__new__(type), lambda: type.__new__(int, "a", (), {}), lambda: tuple.__new__(list), lambda: object.__new__(type), lambda: super(int, 1).__init__(1, 2), lambda: super(1, 2), lambda: super(), lambda: type("a\0b", (), {}), lambda: type("A", (), {1: 2}), lambda: type(), lambda: type(1, 2), lambda: object.__init__(1, 2)):
    try:
        print(type(f()).__name__)
    except (TypeError, RuntimeError, ValueError) as e:
        print(type(e).__name__)
