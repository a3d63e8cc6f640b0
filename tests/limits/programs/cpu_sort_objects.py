class K:
    def __lt__(self, other):
        return True
while True:
    sorted([K() for i in range(100000)])
