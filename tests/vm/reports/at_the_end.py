# modes: plain
# What finalizers raise while the interpreter ends: sources can be read until the modules go.
class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        raise ValueError(self.name)


def f():
    a = A("held by the last traceback")
    raise KeyError


g = A("global")
c = A("cycle")
c.me = c
del c
f()
