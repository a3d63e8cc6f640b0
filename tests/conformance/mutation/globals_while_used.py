# Global and builtin names that appear, change and vanish between uses of the same code.
import builtins


def use():
    try:
        return name
    except NameError as e:
        return str(e)


print(use())
name = 1
print(use())
builtins.name = "builtin"
print(use())
del name
print(use())
name = 2
print(use())
del name, builtins.name
print(use())


def size(x):
    return len(x)


print([size("abc") for _ in range(3)])
len = lambda x: "shadowed"
print(size("abc"))
del len
print(size("abc"))
builtins.len, old = (lambda x: "replaced"), builtins.len
print(size("abc"))
builtins.len = old
print(size("abc"))
g = globals()
for i in range(3):
    g["v%d" % i] = i
print(v0, v1, v2)
g.update(name="via dict")
print(use())
g.pop("name")
print(use())


def define():
    global fresh
    fresh = "defined"
    return fresh


def delete():
    global fresh
    del fresh


print(define(), fresh)
delete()
try:
    fresh
except NameError as e:
    print(e)
try:
    delete()
except NameError as e:
    print(e)
ns = {"__builtins__": {"len": lambda x: "custom"}}
exec("r = len('abc')", ns)
print(ns["r"])
try:
    exec("print(1)", ns)
except NameError as e:
    print(e)
try:
    exec("class A: pass", ns)
except NameError as e:
    print(e)
try:
    exec("import gc", ns)
except ImportError as e:
    print(e)
many = {}
for i in range(50):
    many["n%d" % i] = i
exec("total = " + "+".join("n%d" % i for i in range(50)), many)
print(many["total"])


def counter():
    global count
    count = globals().get("count", 0) + 1
    return count


print(counter(), counter(), count)
