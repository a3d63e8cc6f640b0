class A:
    def __del__(self):
        try:
            for k in d:
                d.pop(k)
        except RuntimeError:
            pass
d = {i: A() for i in range(100)}
d.clear()
print(len(d))
