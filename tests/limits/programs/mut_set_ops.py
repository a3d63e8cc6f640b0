class K:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        a.clear()
        b.clear()
        return True
for op in ("a | b", "a & b", "a - b", "a ^ b", "a <= b", "a == b", "a.update(b)", "a.isdisjoint(b)"):
    a = {K()}
    b = {K()}
    try:
        eval(op)
        print("ok", len(a), len(b))
    except RuntimeError as e:
        print(e)
