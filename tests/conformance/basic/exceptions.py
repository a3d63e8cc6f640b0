# The plainest of programs on exceptions.
def divide(a, b):
    try:
        r = a / b
    except ZeroDivisionError as e:
        print("caught", e)
        return None
    except (TypeError, ValueError):
        print("bad types")
        raise
    else:
        print("fine", end=" ")
        return r
    finally:
        print("finally")


print(divide(6, 3))
print(divide(1, 0))
try:
    divide("a", 1)
except TypeError as e:
    print(type(e).__name__, e)


class Mine(Exception):
    pass


try:
    raise Mine("text", 3)
except Mine as e:
    print(e, e.args, repr(e))
try:
    try:
        raise ValueError("inner")
    except ValueError as e:
        raise Mine("outer") from e
except Mine as e:
    print(e, repr(e.__cause__))
for f in (lambda: [][0], lambda: {}["k"], lambda: undefined, lambda: int("x"), lambda: None.x, lambda: "a" + 1, lambda: len(5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print(e)
with memoryview(b"ab") as m:
    print(m[0])
