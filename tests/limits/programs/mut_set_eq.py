class K:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        s.clear()
        return False
s = set()
for i in range(5):
    s.add(K())
print(len(s))
s = {K()}
try:
    print(len(s | {K()}), len(s & {K()}), s == {K()})
except RuntimeError as e:
    print(e)
