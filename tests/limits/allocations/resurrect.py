keep = []
class A:
    def __init__(self, x=3000, *a, **k): self.x = x
    def __del__(self):
        keep.append(self)
        if len(keep) < 6: A()
try: A()
finally: print(len(keep) > 0)
A(5, 6, y=7)
