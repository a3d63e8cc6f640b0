class D:
    def __set_name__(self, owner, name):
        class C:
            d = D()
try:
    class C:
        d = D()
except RecursionError as e:
    print("RE")
