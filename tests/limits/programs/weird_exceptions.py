class E(Exception):
    def __init__(self): pass
    def __str__(self): raise KeyError
    def __repr__(self): raise ValueError
class F(BaseException):
    def __new__(cls): return 5
for f in (lambda: repr(E()), lambda: str(E())):
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
for x in (F, 5, None, "x", int, E):
    try:
        raise x
    except BaseException as e:
        print(type(e).__name__)
try:
    try:
        raise E from 5
    except TypeError as e:
        print(e)
except Exception as e:
    print(e)
try:
    try:
        1 / 0
    except (5, 6):
        pass
except TypeError as e:
    print(e)
