class K:
    def __lt__(self, o):
        a.append(1)
        a.clear()
        return True
a = [K() for i in range(10)]
try:
    a.sort()
except ValueError as e:
    print(e)
print(len(a))
