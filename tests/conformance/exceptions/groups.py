# except* and exception groups.
eg = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("in", [ValueError(2), KeyError("k")])])
print(repr(eg), str(eg), len(eg.exceptions), eg.message)
try:
    raise eg
except* ValueError as e:
    print("values", repr(e))
except* TypeError as e:
    print("types", repr(e))
except* KeyError as e:
    print("keys", repr(e))
try:
    try:
        raise eg
    except* ValueError:
        print("some")
except ExceptionGroup as rest:
    print("rest", repr(rest))
m, r = eg.split(ValueError)
print(repr(m))
print(repr(r))
print(repr(eg.subgroup(KeyError)), eg.subgroup(OSError), repr(eg.subgroup(lambda e: isinstance(e, TypeError))))
try:
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e))
        raise KeyError("new")
except Exception as e:
    print(repr(e), repr(e.__context__))
for make in (lambda: ExceptionGroup("m", []), lambda: ExceptionGroup("m", [3]), lambda: ExceptionGroup(3, [ValueError()]),
             lambda: ExceptionGroup("m", 3), lambda: ExceptionGroup("m"), lambda: ExceptionGroup("m", [KeyboardInterrupt()]),
             lambda: BaseExceptionGroup("m", [ValueError()])):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    try:
        raise ValueError
    except* 3:
        pass
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
print(repr(eg.derive([ValueError(9)])))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
finally:
    print("finally")
