class A:
    @property
    def x(self):
        return self.x
    @classmethod
    def y(cls):
        return cls.y()
for f in (lambda: A().x, lambda: A.y()):
    try:
        f()
    except RecursionError as e:
        print("RE", e)
