class K:
    def __repr__(self):
        a.clear()
        return "K"
a = [K(), K(), 3]
print(a)
a.extend([1, K(), 2])
print(f"{a}", a)
