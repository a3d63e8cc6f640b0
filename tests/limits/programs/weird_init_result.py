class A:
    def __init__(self): return 1
class B:
    def __new__(cls): return 5
    def __init__(self): print("never")
class C:
    def __new__(cls): raise KeyError
for c in A, B, C:
    try:
        print(c())
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
