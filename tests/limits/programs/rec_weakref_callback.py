import weakref
class A:
    pass
n = 0
def cb(r):
    global n, k
    n += 1
    if n < 20000:
        a = A()
        k = weakref.ref(a, cb)
k = weakref.ref(A(), cb)
print(n)
