class M:
    def keys(self):
        n = 0
        while True:
            n += 1
            yield str(n)
    def __getitem__(self, k):
        return 1
def f(**k):
    pass
f(**M())
