# Pools and free lists: reuse by identity, exhaustion, weak tracking.
import sys
from _weakref import ref


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.number = Connection.made
        self.used = 0

    def __repr__(self):
        return "C%d" % self.number


class Pool:
    def __init__(self, size):
        self.size, self.free, self.busy = size, [], {}

    def acquire(self):
        if self.free:
            c = self.free.pop()
        elif len(self.busy) < self.size:
            c = Connection()
        else:
            raise LookupError("exhausted: %s" % sorted(map(repr, self.busy.values())))
        self.busy[id(c)] = c
        c.used += 1
        return c

    def release(self, c):
        if self.busy.pop(id(c), None) is not c:
            raise ValueError("%r is not from here" % c)
        self.free.append(c)

    def __call__(self):
        return Lease(self)


class Lease:
    def __init__(self, pool):
        self.pool = pool

    def __enter__(self):
        self.c = self.pool.acquire()
        return self.c

    def __exit__(self, *a):
        self.pool.release(self.c)
        del self.c


pool = Pool(2)
a = pool.acquire()
b = pool.acquire()
print(a, b, sys.getrefcount(a))
try:
    pool.acquire()
except LookupError as e:
    print(e)
pool.release(a)
c = pool.acquire()
print(c is a, c.used, Connection.made)
try:
    pool.release(Connection())
except ValueError as e:
    print(e)
pool.release(b)
with pool() as d:
    print(d is b, d.used, sys.getrefcount(d))
print(pool.free, list(pool.busy.values()), sys.getrefcount(b))
ids = set()
for _ in range(10):
    with pool() as x:
        ids.add(id(x))
print(len(ids), b.used)
w = ref(b)
del b, d, x
print(w())
pool.free.clear()
print(w(), list(pool.busy.values()))


class Interned:
    table = {}

    def __new__(cls, *key):
        if key not in cls.table:
            self = super().__new__(cls)
            self.key = key
            cls.table[key] = self
        return cls.table[key]


print(Interned(1, 2) is Interned(1, 2), Interned() is Interned(), Interned(1) is Interned(1.0), len(Interned.table), sys.getrefcount(Interned(1, 2)))
