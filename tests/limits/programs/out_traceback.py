class E(Exception):
    def __str__(self):
        return "x" * 10**7
raise E
