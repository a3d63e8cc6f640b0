def chain(make):
    x = None
    for i in range(60000):
        x = make(x)
    del x
class C:
    __slots__ = ("a",)
def slot(x):
    c = C()
    c.a = x
    return c
for make in (lambda x: [x], lambda x: (x,), lambda x: {1: x}, slot, lambda x: (lambda: x), lambda x: iter([x]), lambda x: map(abs, [x]), lambda x: ValueError(x), lambda x: slice(x), lambda x: property(x)):
    chain(make)
print("ok")
