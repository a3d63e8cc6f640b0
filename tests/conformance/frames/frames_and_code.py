# Frames and code objects: what they tell of themselves, and copies of code.
import sys


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def outer(a, /, b, *args, c=3, **kwargs):
    x = 1
    captured = 2

    def inner():
        return captured

    frame = sys._getframe()
    print(frame.f_code is outer.__code__, frame.f_lineno, frame.f_back.f_code.co_name)
    print(sorted(frame.f_locals), frame.f_globals is globals(), frame.f_lasti > 0)
    print(frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
    return inner


inner = outer(1, 2, 3, c=4, d=5)
co = outer.__code__
for name in (
    "co_name co_qualname co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_varnames co_cellvars "
    "co_freevars co_names co_flags co_firstlineno co_stacksize"
).split():
    print(name, getattr(co, name))
print(inner.__code__.co_freevars, inner.__closure__[0].cell_contents)
print([type(c).__name__ for c in co.co_consts])
print(list(inner.__code__.co_lines()))
print(list(inner.__code__.co_positions()))
print(co == co.replace(), hash(co) == hash(co.replace()), co.replace() is co)
renamed = co.replace(co_name="other", co_qualname="x.other", co_firstlineno=100)
print(renamed.co_name, renamed.co_qualname, renamed.co_firstlineno, renamed == co)
show(lambda: co.replace(co_nosuch=1))
show(lambda: co.replace(co_argcount="x"))
show(lambda: co.replace(co_names=[1]))
show(lambda: co.replace(3))
show(lambda: repr(co)[:22])
show(lambda: setattr(co, "co_name", "x"))


def add(x, y):
    return x + y


def sub(x, y=10):
    return x - y


show(lambda: add(3, 4))
add.__code__ = sub.__code__
show(lambda: add(3, 4))
show(lambda: add(3))
show(lambda: setattr(add, "__code__", inner.__code__))
show(lambda: setattr(inner, "__code__", add.__code__))
show(lambda: setattr(add, "__code__", 3))
show(lambda: delattr(add, "__code__"))
add.__defaults__ = (7,)
show(lambda: add(3))
add.__kwdefaults__ = {"y": 1}
show(lambda: add.__kwdefaults__)
show(lambda: setattr(add, "__defaults__", [1]))
show(lambda: setattr(add, "__kwdefaults__", [1]))
show(lambda: setattr(add, "__name__", 1))
show(lambda: setattr(add, "__globals__", {}))
show(lambda: setattr(add, "__closure__", ()))
add.extra = 1
show(lambda: (add.__dict__, add.__module__, add.__qualname__, add.__annotations__))


# f_locals of functions, classes and modules
def locals_of():
    a = 1
    f = sys._getframe()
    first = f.f_locals
    a = 2
    second = f.f_locals
    first["made"] = 3
    print(first is second, second["a"], "made" in f.f_locals, "made" in locals())
    del a
    print("a" in f.f_locals)
    [print(sorted(sys._getframe().f_locals)) for z in range(1)]


locals_of()


class Body:
    here = 1
    frame = sys._getframe()
    print(frame.f_locals is locals(), frame.f_code.co_name, frame.f_locals["here"])
    frame.f_locals["added"] = 2
    print(added)


print(sys._getframe().f_locals is globals())


# frames that live on
def keeps():
    secret = object()
    return sys._getframe()


f = keeps()
print(f.f_back is sys._getframe(), sorted(f.f_locals), f.f_lineno)
f.clear()
print(f.f_locals)
show(lambda: sys._getframe().clear())


def fails():
    local = 5
    raise ValueError("x")


try:
    fails()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_frame.f_locals, tb.tb_next.tb_lineno)
    tb.tb_next.tb_frame.clear()
    print(tb.tb_next.tb_frame.f_locals)


def gen():
    inside = 1
    yield sys._getframe()
    yield 2


g = gen()
print(g.gi_frame.f_lineno, g.gi_frame.f_lasti, g.gi_frame.f_back)
fr = next(g)
print(fr is g.gi_frame, fr.f_back, fr.f_locals, fr.f_lineno)
fr.clear()
print(g.gi_frame, list(g))
show(lambda: setattr(fr, "f_lineno", 3))
show(lambda: setattr(fr, "f_trace_lines", 3))
show(lambda: setattr(fr, "f_code", 3))
show(lambda: sys._getframe(1000))
show(lambda: sys._getframe(-1).f_code.co_name)
show(lambda: sys._getframe("x"))


# exec, eval and compile
ns = {"a": 2}
show(lambda: eval("a + 1", ns))
show(lambda: eval("a + b", ns, {"b": 5}))
show(lambda: exec("c = a * 2", ns))
print(sorted(k for k in ns if not k.startswith("__")))
show(lambda: eval("x = 1"))
show(lambda: eval(" 1 + 1"))
show(lambda: exec("return 1"))
show(lambda: eval(compile("1 + 1", "<f>", "eval")))
show(lambda: eval(compile("z = 9", "<f>", "exec"), ns))
show(lambda: ns["z"])
show(lambda: compile("1", "<f>", "nosuch"))
show(lambda: compile("1", "<f>", "eval", flags=-1))
show(lambda: compile(b"1 + 2", "<f>", "eval").co_consts)
show(lambda: eval(inner.__code__))
show(lambda: exec(inner.__code__))
show(lambda: exec(inner.__code__, closure=inner.__closure__))
show(lambda: exec("1", closure=inner.__closure__))
show(lambda: exec(inner.__code__, closure=()))
show(lambda: exec("1", 3))
show(lambda: exec("1", {}, 3))
show(lambda: eval("1", {}, []))
exec(compile("'single'", "<f>", "single"))


class Watching(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2

    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


exec("q = w; del q", {"__builtins__": {}}, Watching())
show(lambda: eval("q", {"__builtins__": {}}, Watching()))
show(lambda: vars(3))
show(lambda: dir(1, 2))
show(lambda: vars() is None)
show(lambda: globals() is vars(sys.modules["__main__"]))


def scope():
    one = 1

    def two():
        one
        return sorted(locals()), sorted(vars()), dir()

    return two()


print(scope())
