class C:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        while True:
            pass
with C():
    while True:
        pass
