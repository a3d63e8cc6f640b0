class A:
    def __del__(self):
        raise SystemExit(5)
A()
print("goes on")
