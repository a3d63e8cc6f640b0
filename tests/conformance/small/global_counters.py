# Modules' globals as counters, read and written from functions and classes.
count = 0
log = []


def bump():
    global count
    count += 1
    return count


def read():
    return count


class C:
    total = 0

    def __init__(self):
        C.total += 1
        self.total += 10

    @classmethod
    def reset(cls):
        cls.total = 0


print(bump(), bump(), read(), count)
a, b = C(), C()
print(C.total, a.total, b.total, vars(a))
C.reset()
print(C.total, a.total)


class D(C):
    pass


D()
print(C.total, D.total, "total" in vars(D))
D.reset()
print("total" in vars(D), C.total)


def make():
    global created
    created = "by function"


try:
    created
except NameError as e:
    print(e)
make()
print(created)


def shadow():
    count = "local"
    return count, globals()["count"]


print(shadow())
globals()["count"] = 100
print(read(), bump())


def outer():
    n = 0

    def inner():
        global n
        n = "global n"
    inner()
    return n


print(outer(), n)
for count in range(3):
    pass
print(read())
def default(v=count):
    return v
count = 9
print(default(), read())
