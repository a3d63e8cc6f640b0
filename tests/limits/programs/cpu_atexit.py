import atexit
def f():
    while True:
        pass
atexit.register(f)
atexit.register(f)
print("end")
