# super() across a diamond with arguments and results passed along.
class Root:
    def __init__(self, **kw):
        assert not kw, kw
        self.trail = ["Root"]

    def save(self):
        return ["root"]


class Name(Root):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
        self.trail.append("Name")

    def save(self):
        return ["name"] + super().save()


class Age(Root):
    def __init__(self, age=0, **kw):
        super().__init__(**kw)
        self.age = age
        self.trail.append("Age")

    def save(self):
        return ["age"] + super().save()


class Person(Name, Age):
    def save(self):
        return ["person"] + super().save()


class Worker(Age, Name):
    pass


p = Person(name="n", age=3)
print(p.trail, p.save(), [c.__name__ for c in Person.__mro__])
w = Worker(name="w", age=1)
print(w.trail, w.save(), [c.__name__ for c in Worker.__mro__])
try:
    Person(name="x", other=1)
except AssertionError as e:
    print(e)
try:
    Person(age=1)
except TypeError as e:
    print(e)


class Logged:
    def __getattribute__(self, n):
        if n != "trail":
            log.append(n)
        return super().__getattribute__(n)


log = []
L = type("L", (Logged, Person), {})
l = L(name="l")
l.save()
l.age
print(log, [c.__name__ for c in L.__mro__])


class Late(Person):
    def save(self):
        return super(Name, self).save()


print(Late(name="x").save())
Root.save = lambda self: ["patched"]
print(p.save())
del Name.save
print(p.save())
Age.save = None
try:
    p.save()
except TypeError as e:
    print(e)
print(isinstance(p, (Age, int)), issubclass(Worker, Name), Person.__base__.__name__, [b.__name__ for b in Person.__bases__])
