class A:
    def __init__(self):
        self.x = 1
a = []
while True:
    a.append(A())
