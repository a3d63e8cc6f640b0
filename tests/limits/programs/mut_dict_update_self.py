class K:
    def __hash__(self):
        return 1
    def __eq__(self, o):
        src.clear()
        return False
src = {K(): 1, K(): 2}
try:
    {K(): 0}.update(src)
except RuntimeError as e:
    print(e)
print(len(src))
