# The plainest of programs on with.
class M:
    def __enter__(self):
        print("enter")
        return "value"

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__ if kind else None)
        return kind is ValueError


with M() as m:
    print(m)
with M():
    raise ValueError("swallowed")
print("after")
try:
    with M():
        raise KeyError("k")
except KeyError as e:
    print("passed", e)
with M() as a, M() as b:
    print(a, b)


def f():
    with M():
        return "returned"


print(f())
for i in range(2):
    with M():
        if i == 0:
            continue
        break
