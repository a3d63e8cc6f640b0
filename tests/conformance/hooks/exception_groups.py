# Exception groups: except*, how they split, and what comes out of the handlers.
def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def tree(e, indent=0):
    pad = "  " * indent
    print(f"{pad}{type(e).__name__}: {e} cause={e.__cause__!r} notes={getattr(e, '__notes__', None)}")
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions:
            tree(x, indent + 1)


def make():
    return ExceptionGroup(
        "top", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), KeyError("k"), OSError(5, "io")])]
    )


def run(body):
    try:
        body()
        print("no exception")
    except BaseException as e:
        tree(e)
        print("context", repr(e.__context__))


def partly():
    try:
        raise make()
    except* ValueError as e:
        print("values", e.exceptions)
        tree(e)


run(partly)


def all_of_them():
    try:
        raise make()
    except* ValueError as e:
        print("values", len(e.exceptions))
    except* (TypeError, KeyError) as e:
        print("types and keys")
        tree(e)
    except* Exception as e:
        print("rest")
        tree(e)
    else:
        print("never")
    finally:
        print("finally")


run(all_of_them)


def raises_new():
    try:
        raise make()
    except* ValueError as e:
        raise RuntimeError("new")
    except* TypeError as e:
        raise KeyError("another") from e


run(raises_new)


def reraises():
    try:
        raise make()
    except* ValueError:
        raise
    except* TypeError as e:
        raise e


run(reraises)


def naked():
    try:
        raise ValueError("alone")
    except* ValueError as e:
        print(type(e).__name__, e.exceptions, repr(e))
    try:
        raise ValueError("alone")
    except* TypeError:
        print("never")


run(naked)


def in_loop():
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e:
            print(i, e.exceptions)
    try:
        e
    except NameError as x:
        print(x)


run(in_loop)


def catches_group_type():
    try:
        raise make()
    except* ExceptionGroup:
        pass


run(catches_group_type)


def catches_nothing():
    try:
        raise make()
    except* 3:
        pass


run(catches_nothing)


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + " derived", excs)


m = Mine("mine", [ValueError(1), TypeError(2)])
m.add_note("noted")
m.__cause__ = KeyError("why")
match, rest = m.split(ValueError)
tree(match)
tree(rest)
print(m.subgroup(lambda e: isinstance(e, TypeError)))
print(m.split(OSError))
print(m.split((ValueError, TypeError))[1])


class NoDerive(ExceptionGroup):
    def __new__(cls, extra, message, excs):
        self = super().__new__(cls, message, excs)
        self.extra = extra
        return self


n = NoDerive(1, "n", [ValueError(1), TypeError(2)])
tree(n.split(ValueError)[0])


class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return 3


show(lambda: BadDerive("b", [ValueError(1), TypeError(2)]).split(ValueError))
for args in ((), ("m",), ("m", []), ("m", 3), ("m", [3]), (1, [ValueError()]), ("m", [ValueError()], 1)):
    show(lambda: ExceptionGroup(*args))
show(lambda: ExceptionGroup("m", [KeyboardInterrupt()]))
show(lambda: type(BaseExceptionGroup("m", [ValueError()])))
show(lambda: type(BaseExceptionGroup("m", [KeyboardInterrupt()])))
show(lambda: ExceptionGroup("m", [ValueError(1)]).split(3))
show(lambda: ExceptionGroup("m", [ValueError(1)]).subgroup(int))
show(lambda: setattr(ExceptionGroup("m", [ValueError(1)]), "message", 1))
show(lambda: setattr(ExceptionGroup("m", [ValueError(1)]), "exceptions", 1))
show(lambda: str(ExceptionGroup("m", [ValueError(1), ValueError(2)])))
show(lambda: ExceptionGroup[int])
for source in (
    "try:\n    pass\nexcept* ValueError:\n    pass\nexcept TypeError:\n    pass",
    "try:\n    pass\nexcept*:\n    pass",
    "def f():\n    try:\n        pass\n    except* ValueError:\n        return",
    "while 1:\n    try:\n        pass\n    except* ValueError:\n        break",
):
    show(lambda: compile(source, "<s>", "exec"))
raise ExceptionGroup("uncaught", [ValueError("a"), ExceptionGroup("nested", [TypeError("b")])])
