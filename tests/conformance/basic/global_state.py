# The plainest of programs on global state.
total = 0
items = []


def add(n):
    global total
    total += n
    items.append(n)


for i in range(4):
    add(i)
print(total, items)


def reads():
    return total + len(items)


total = 100
print(reads())


def local_only():
    total = 5
    return total


print(local_only(), total)
try:
    def bad():
        print(total)
        total = 1
    bad()
except UnboundLocalError as e:
    print(e)
del total
try:
    reads()
except NameError as e:
    print(e)
print("items" in globals(), globals()["items"] is items)
