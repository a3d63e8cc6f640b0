class K(str):
    def __hash__(self):
        A.y = 1
        return 5
    def __eq__(self, o):
        A.z = 1
        return False
class A:
    x = 1
try:
    print(getattr(A(), K("x"), None))
except TypeError as e:
    print(e)
