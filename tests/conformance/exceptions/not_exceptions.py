# What may not be raised or caught, and what is said about it.
class Old:
    pass


for thing in (3, "s", Old, Old(), None, int, [ValueError], (ValueError,), NotImplemented):
    try:
        raise thing
    except TypeError as e:
        print(e)


def matcher(spec):
    try:
        try:
            1 / 0
        except spec:
            return "caught"
    except TypeError as e:
        return str(e)
    except ZeroDivisionError:
        return "missed"


for spec in (3, "x", None, Old, (), (ValueError,), (ZeroDivisionError, 3), (3, ZeroDivisionError), [ZeroDivisionError],
             ((ZeroDivisionError,),), ArithmeticError, BaseException, ZeroDivisionError(), object):
    print(matcher(spec))


class NoNew(Exception):
    def __new__(cls):
        return 3


class Needs(Exception):
    def __init__(self, a):
        pass


class Raises(Exception):
    def __init__(self):
        raise KeyError("in init")


for k in (NoNew, Needs, Raises):
    try:
        raise k
    except Exception as e:
        print(type(e).__name__, e)


def unevaluated():
    try:
        pass
    except undefined_name:
        pass
    return "not looked up"


print(unevaluated())
try:
    try:
        1 / 0
    except undefined_name:
        pass
except NameError as e:
    print(e, repr(e.__context__))
assert True, 1 / 0
try:
    assert 0, "message"
except AssertionError as e:
    print(e, e.args)
try:
    assert ()
except AssertionError as e:
    print(repr(e))
