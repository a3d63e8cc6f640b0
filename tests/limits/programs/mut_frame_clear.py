import sys
def f():
    x = [1]
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)
    return x
print(f())
def g():
    y = 1
    yield sys._getframe()
    print(y)
it = g()
fr = next(it)
fr.clear()
print(list(it))
