# StopIteration inside, GeneratorExit ignored, reentry, and odd arguments to throw.
def stop():
    yield 1
    raise StopIteration("inside")


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def quiet():
    try:
        yield 1
    except GeneratorExit:
        return 5


g = quiet()
next(g)
print(g.close())


def self_call():
    yield next(me)


me = self_call()
try:
    next(me)
except ValueError as e:
    print(e)


def plain():
    while True:
        try:
            yield
        except Exception as e:
            print("in", repr(e), repr(e.__context__))


g = plain()
next(g)
g.throw(ValueError)
g.throw(ValueError("x"))
for args in ((3,), ("s",), (int,), ()):
    try:
        g.throw(*args)
    except TypeError as e:
        print(e)
g = plain()
next(g)
try:
    raise KeyError("outer")
except KeyError:
    g.throw(ValueError("inner"))


def boom():
    yield 1
    1 / 0


print(sum(1 for _ in zip([1], boom())))
try:
    for x in boom():
        print(x)
except ZeroDivisionError as e:
    print(e, e.__traceback__.tb_next.tb_frame.f_code.co_name)
