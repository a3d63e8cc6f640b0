"""Object pools and __slots__: fewer objects, and smaller ones."""
import sys


class Particle:
    __slots__ = ("x", "y", "live")
    made = 0

    def __init__(self):
        Particle.made += 1
        self.reset()

    def reset(self):
        self.x = self.y = 0.0
        self.live = False


class Pool:
    def __init__(self):
        self.free = []

    def take(self):
        particle = self.free.pop() if self.free else Particle()
        particle.live = True
        return particle

    def give(self, particle):
        particle.reset()
        self.free.append(particle)


pool = Pool()
for frame in range(100):
    particles = [pool.take() for _ in range(20)]
    for n, p in enumerate(particles):
        p.x += n
        p.y -= frame
    for p in particles:
        pool.give(p)
print("with a pool:", Particle.made, "made, free now:", len(pool.free))
Particle.made = 0
for frame in range(100):
    particles = [Particle() for _ in range(20)]
print("without:", Particle.made, "made")


class Loose:
    def __init__(self):
        self.x = self.y = 0.0
        self.live = False


print("with slots:", sys.getsizeof(Particle()), "without:", sys.getsizeof(Loose()) + sys.getsizeof(vars(Loose())))
try:
    Particle().colour = "red"
except AttributeError as error:
    print(error)
p = pool.take()
q = pool.take()
print("distinct while in use:", p is q)
pool.give(p)
print("the last given is the next taken:", pool.take() is p)
print("interning one's own values:")


class Colour:
    known = {}

    def __new__(cls, r, g, b):
        key = r, g, b
        if key not in cls.known:
            cls.known[key] = super().__new__(cls)
            cls.known[key].rgb = key
        return cls.known[key]


print(Colour(1, 2, 3) is Colour(1, 2, 3), Colour(1, 2, 3) is Colour(3, 2, 1), len(Colour.known))
