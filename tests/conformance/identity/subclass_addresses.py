# No two living objects have one address, though instances of subclasses of builtin types
# are of another size, and of other headers, than the instances of the types themselves.


class Bytes(bytes):
    pass


class List(list):
    pass


class Float(float):
    pass


class Plain:
    pass


class Slots:
    __slots__ = ("a", "b")


makers = [
    lambda n: Bytes(b"ab"),
    lambda n: b"%d" % (n + 100000),
    lambda n: List([n]),
    lambda n: [n],
    lambda n: Float(n),
    lambda n: n + 0.5,
    lambda n: Plain(),
    lambda n: Slots(),
    lambda n: iter([n]),
    lambda n: range(n + 1000),
    lambda n: 10**29 + n,
]
living = {}
twice = 0
seed = 7
for n in range(1500):
    seed = (seed * 1103515245 + 12345) % 2**31
    made = makers[(seed >> 8) % len(makers)](n)
    if living.get(id(made), made) is not made:
        twice += 1
    living[id(made)] = made
    if len(living) > 120:
        for key in list(living)[:: 2 + n % 3]:
            del living[key]
    del made
print(twice, all(id(thing) == key for key, thing in living.items()))
