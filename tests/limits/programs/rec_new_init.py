class A:
    def __new__(cls):
        return cls()
class B:
    def __init__(self):
        B()
for c in A, B:
    try:
        c()
    except RecursionError as e:
        print("RE", e)
