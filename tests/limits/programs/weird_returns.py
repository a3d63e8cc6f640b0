class A:
    def __len__(self): return "x"
    def __bool__(self): return 1
    def __hash__(self): return "x"
    def __repr__(self): return 1
    def __str__(self): return b""
    def __iter__(self): return 1
    def __index__(self): return 1.5
    def __int__(self): return "1"
    def __float__(self): return 1
    def __complex__(self): return 1
    def __format__(self, s): return 1
    def __dir__(self): return 1
    def __contains__(self, x): raise KeyError
    def __length_hint__(self): return -1
    def __bytes__(self): return ""
    def __init_subclass__(cls): return 1
    def __reversed__(self): return 5
    def __round__(self, n=0): return self
    def __instancecheck__(self, x): return []
    def __getattr__(self, n): return 1 if n != "__len__" else 2
a = A()
for f in (len, bool, hash, repr, str, iter, list, int, float, complex, dir, bytes, reversed, round, lambda a: 1 in a, lambda a: f"{a}", lambda a: [0][a], lambda a: range(a), lambda a: isinstance(1, a), lambda a: a.x, lambda a: a(), lambda a: "%d" % a, lambda a: "%s" % a, lambda a: [1] * a, lambda a: sorted(a), lambda a: {**a}, lambda a: [*a], lambda a: max(a)):
    try:
        print(type(f(a)).__name__)
    except Exception as e:
        print(type(e).__name__, e)
