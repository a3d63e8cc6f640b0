class K:
    def __lt__(self, o):
        while True:
            pass
sorted([K(), K()])
