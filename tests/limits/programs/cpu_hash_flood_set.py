class K:
    def __hash__(self):
        return 1
s = set()
for i in range(10**6):
    s.add(K())
