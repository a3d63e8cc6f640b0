# with: enter and exit, exceptions seen and swallowed, several managers, returns.
class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name, end="; ")
        if self.fail == "enter":
            raise ValueError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None, end="; ")
        if self.fail == "exit":
            raise KeyError("exit " + self.name)
        return self.swallow


def run(f):
    try:
        print("->", f())
    except Exception as e:
        print("!!", repr(e), repr(e.__context__))


def plain():
    with M("a") as a:
        return a


def two():
    with M("a") as a, M("b") as b:
        return a + b


def swallowed():
    with M("s", True):
        1 / 0
    return "after"


def through():
    with M("a"), M("b"):
        raise TypeError("t")


def inner_swallows():
    with M("a"), M("b", True):
        raise TypeError("t")
    return "fine"


def enter_fails():
    with M("a"), M("b", fail="enter"):
        print("never")


def exit_fails():
    with M("a"), M("b", fail="exit"):
        pass


def both_fail():
    with M("a", fail="exit"):
        raise TypeError("body")


def loop():
    out = []
    for i in range(3):
        with M(str(i)):
            if i == 0:
                continue
            if i == 1:
                break
        out.append(i)
    return out


def parens():
    with (M("p") as p, M("q") as q,):
        return p, q


def target():
    d = {}
    with M("x") as d["k"], M("y") as (first):
        return d, first


def unpack():
    with M("ab") as (x, y):
        return x, y


for f in (plain, two, swallowed, through, inner_swallows, enter_fails, exit_fails, both_fail, loop, parens, target, unpack):
    run(f)
