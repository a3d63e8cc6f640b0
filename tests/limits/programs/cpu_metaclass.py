class M(type):
    def __new__(*a):
        while True:
            pass
class A(metaclass=M):
    pass
