class K:
    def __eq__(self, o):
        a.clear()
        b.clear()
        return True
    def __hash__(self):
        return 1
a = {K(): K(), 2: 3}
b = {K(): K(), 2: 3}
try:
    print(a == b)
except (RuntimeError, KeyError) as e:
    print(type(e).__name__)
