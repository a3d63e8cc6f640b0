keep = []
class A:
    def __del__(self):
        keep.append(self)
        A()
try:
    A()
finally:
    print(len(keep) > 0)
