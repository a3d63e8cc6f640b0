"""Leaks: what keeps objects alive without your noticing."""
import gc
import sys
import weakref


class Big:
    pass


def count(kind):
    return sum(type(o) is kind for o in gc.get_objects())


print("A global list:")
history = []


def handle(request):
    history.append(request)


for _ in range(5):
    handle(Big())
print("   ", count(Big), "alive")
history.clear()
print("   ", count(Big), "after clear")

print("A closure:")


def make():
    big = Big()
    other = Big()
    return lambda: big


f = make()
print("   ", count(Big), "alive: only what the function uses")
print("    its cell:", f.__closure__[0].cell_contents is f())
del f
print("   ", count(Big), "after del")

print("A default argument:")


def default(x, cache={}):
    return cache.setdefault(x, Big())


default(1), default(1), default(2)
print("   ", count(Big), "alive in", len(default.__defaults__[0]), "entries")
default.__defaults__[0].clear()

print("A class attribute:")


class Registry:
    known = []

    def __init__(self):
        Registry.known.append(self)


r = Registry()
print("    held by its name and by the class:", sys.getrefcount(r))
watch = weakref.ref(r)
del r
print("    still alive:", watch() is not None)
Registry.known.clear()
print("    gone:", watch())

print("A bound method:")


class Button:
    pass


class Window(Big):
    def __init__(self, button):
        button.on_click = self.clicked

    def clicked(self):
        return "clicked"


button = Button()
window = Window(button)
watch = weakref.ref(window)
del window
print("    the method holds its window:", watch() is not None, button.on_click())
del button.on_click
print("    gone:", watch())
