"""Identity: is, id, and which objects are shared."""


def same(a, b):
    return a is b


a = [1, 2]
b = [1, 2]
c = a
print("equal:", a == b, "the same:", a is b, "an alias:", a is c)
print("ids agree:", id(a) == id(c), id(a) == id(b))
print("small ints are shared:", same(int("256"), int("256")), same(int("257"), int("257")))
print("constants of one function are:", (lambda: (1000, 1000))()[0] is (lambda: 1000)())
print("the empty tuple is one:", same((), tuple([])), "two empty lists are not:", [] is [])
print("a string made at run time:", same("name", "".join(["na", "me"])), "a constant:", same("name", "name"))
print("None, True and ... are one each:", None is None, (1 == 1) is True, ... is Ellipsis)


class Thing:
    pass


print("a freed object's address is used again:", id(Thing()) == id(Thing()))
one, two = Thing(), Thing()
print("but not while it lives:", id(one) == id(two))
freed = id(one)
del one
three = Thing()
print("the next of its size gets it:", id(three) == freed)
x = 1000
y = x
y += 1
print("numbers never change, names do:", x, y, x is y)
print("a slice of a tuple may be itself:", same(t := (1, 2), t[:]), "of a list never:", same(l := [1], l[:]))
methods = three.__init__, three.__init__
print("bound methods are made anew:", methods[0] is methods[1], "but are equal:", methods[0] == methods[1])
