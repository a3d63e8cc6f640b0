# Loop variables, iterators and enumerate: who holds what while a loop runs.
import sys

items = [object() for _ in range(3)]
for x in items:
    print(sys.getrefcount(x), end=" ")
print(sys.getrefcount(x))
del x
print([sys.getrefcount(o) for o in items])
it = iter(items)
print(sys.getrefcount(items), sys.getrefcount(it))
print(sys.getrefcount(next(it)))
rest = list(it)
print(sys.getrefcount(items), len(rest), sys.getrefcount(rest[0]))
del rest, it
for i, o in enumerate(items):
    print(i, sys.getrefcount(o), sys.getrefcount(items), end=" ")
print()
for pair in zip(items, items):
    print(sys.getrefcount(pair), sys.getrefcount(pair[0]), end=" ")
print()
del o, pair
for o in reversed(items):
    pass
print(sys.getrefcount(o), o is items[0], sys.getrefcount(items))
while items:
    o = items.pop()
    print(sys.getrefcount(o), len(items), end=" ")
print()
for o in ():
    pass
else:
    print(sys.getrefcount(o))
