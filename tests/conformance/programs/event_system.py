# Listeners by name, by weak reference to methods, with priorities and removal while firing.
from _weakref import ref
import sys


class Events:
    def __init__(self):
        self.listeners = {}

    def on(self, name, f=None, priority=0):
        if f is None:
            return lambda g: self.on(name, g, priority) or g
        self.listeners.setdefault(name, []).append((-priority, len(self.listeners.get(name, ())), f))
        self.listeners[name].sort(key=lambda t: t[:2])

    def on_method(self, name, method):
        obj, func = ref(method.__self__), method.__func__

        def call(*args):
            target = obj()
            if target is not None:
                return func(target, *args)
            self.off(name, call)
            return "gone"
        self.on(name, call)

    def off(self, name, f):
        self.listeners[name] = [l for l in self.listeners[name] if l[2] is not f]

    def fire(self, name, *args):
        return [f(*args) for _, _, f in list(self.listeners.get(name, ()))]


events = Events()


@events.on("greet")
def hello(who):
    return "hello " + who


@events.on("greet", priority=5)
def first(who):
    return "first"


class Robot:
    def __init__(self, n):
        self.n = n

    def answer(self, who):
        return "robot %d to %s" % (self.n, who)


r = Robot(1)
events.on_method("greet", r.answer)
print(events.fire("greet", "ann"), sys.getrefcount(r))
events.on("greet", lambda who: events.off("greet", hello))
print(events.fire("greet", "bob"))
print(events.fire("greet", "cyd"))
del r
print(events.fire("greet", "dee"))
print(events.fire("greet", "eve"), events.fire("nothing"), len(events.listeners["greet"]))
strong = Robot(2)
events.on("x", strong.answer)
w = ref(strong)
del strong
print(w() is not None, events.fire("x", "z"))
events.listeners.clear()
print(w())
