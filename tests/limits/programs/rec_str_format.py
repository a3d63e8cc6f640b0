class A:
    def __getattr__(self, n):
        return self
    def __getitem__(self, i):
        return self
    def __format__(self, s):
        return "A"
print(("{0" + ".a" * 20000 + "}").format(A()), ("{0" + "[0]" * 20000 + "}").format(A()))
try:
    print("{0:{0:{0}}}".format(1))
except ValueError as e:
    print(e)
