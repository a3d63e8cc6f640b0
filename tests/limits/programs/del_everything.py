class A:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        seen.append(self.n)
        others.pop() if others else None
seen = []
others = [A(i) for i in range(50)]
others.pop()
print(sorted(seen))
