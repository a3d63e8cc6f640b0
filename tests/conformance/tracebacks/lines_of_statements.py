# Line numbers of statements that span lines, of decorators, defaults, loops and handlers.
import sys


def line():
    return sys._getframe(1).f_lineno


print(line(),
      line(),
      [
          line(),
          line()],
      {"k":
       line()})
x = (
    line()
    +
    line()
)
print(x)


def f(
    a=line(),
    b=line(),
):
    return a, b, line()


print(f(), f.__code__.co_firstlineno)


def deco(n):
    return lambda g: (n, line(), g.__code__.co_firstlineno)


@deco(
    line()
)
@(lambda g: g)
def h():
    pass


print(h)


class C(
    object
):
    n = line()

    def m(self): return line()


print(C.n, C().m())
for i in [
    line(),
    line(),
]:
    print(i, end=" ")
print()


def where(g):
    try:
        g()
    except Exception as e:
        tb = e.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
        return tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno


def g1():
    return (1 +
            2 +
            undefined)


def g2():
    x = [
        1,
        1 / 0,
    ]


def g3():
    len(
        1,
        2,
    )


def g4():
    if (True and
            undefined):
        pass


def g5():
    for x in \
            3:
        pass


def g6():
    with (
        3
    ) as q:
        pass


def g7():
    a = b = \
        c.d


def g8():
    return """
    """ + 3


def g9():
    assert (
        0
    ), "m"


def g10():
    try:
        pass
    finally:
        raise KeyError(
            1
        )


print([where(g) for g in (g1, g2, g3, g4, g5, g6, g7, g8, g9, g10)])
