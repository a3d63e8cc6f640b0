class N:
    count = 0
    def __init__(self, next):
        self.next = next
    def __del__(self):
        N.count += 1
n = None
for i in range(50000):
    n = N(n)
del n
print(N.count)
