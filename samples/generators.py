"""Generators: one value at a time instead of all of them."""
import sys


def my_generator():
    for i in range(1_000_000):
        yield i


gen = my_generator()
print(next(gen), next(gen), next(gen))
small = sys.getsizeof(gen)
large = sys.getsizeof(list(range(100_000)))
print("a generator of a million is small:", small < 500, "and a list of 100,000 takes", large)
print("sum:", sum(my_generator()))

print("A generator keeps its locals until it is done:")


class Resource:
    def __init__(self, name):
        self.name = name
        print("    open", name)

    def __del__(self):
        print("    close", self.name)


def lines(name):
    resource = Resource(name)
    for number in range(3):
        yield f"{resource.name}:{number}"


for line in lines("a"):
    print("   ", line)
print("finished")
for line in lines("b"):
    print("   ", line)
    break
print("left early")
it = lines("c")
print("   ", next(it))
it.close()
print("closed")

print("Pipelines hold one item at a time:")
alive = 0


class Item:
    most = 0

    def __init__(self, n):
        global alive
        self.n = n
        alive += 1
        Item.most = max(Item.most, alive)

    def __del__(self):
        global alive
        alive -= 1


total = sum(item.n for item in map(Item, range(1000)) if item.n % 2)
print("    total", total, "most alive at once", Item.most, "now", alive)
Item.most = 0
items = [Item(n) for n in range(1000)]
print("    a list of them:", Item.most, "alive")
del items
print("    now", alive)
