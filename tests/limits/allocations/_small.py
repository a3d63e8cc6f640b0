"""A module."""
LIST = [1000, 2000]
def thing(x, y=3000): return [x, y]
class Thing:
    def __init__(self, v): self.v = v
