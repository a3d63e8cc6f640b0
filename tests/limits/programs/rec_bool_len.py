class A:
    def __len__(self):
        return len(self)
class B:
    def __bool__(self):
        return bool(self)
for x in A(), B():
    try:
        bool(x)
    except RecursionError as e:
        print("RE", e)
