class K:
    def __eq__(self, o):
        a.clear()
        return True
a = [K(), K()]
a.remove(1)
print(a)
