"""Generations and thresholds: when the collector runs by itself."""
# modes: plain
import gc

print("thresholds:", gc.get_threshold())
print("enabled:", gc.isenabled())


class Cycle:
    live = 0

    def __init__(self):
        self.me = self
        Cycle.live += 1

    def __del__(self):
        Cycle.live -= 1


gc.collect()
print("Ten thousand cycles with the default thresholds:")
most = 0
for _ in range(10_000):
    Cycle()
    most = max(most, Cycle.live)
print("    never more than", most, "alive at once, now", Cycle.live)

gc.collect()
gc.set_threshold(50, 5, 5)
print("With", gc.get_threshold())
most = 0
for _ in range(10_000):
    Cycle()
    most = max(most, Cycle.live)
print("    never more than", most, "alive at once, now", Cycle.live)

gc.collect()
gc.disable()
for _ in range(10_000):
    Cycle()
print("With the collector off:", Cycle.live, "alive")
print("    until asked:", gc.collect(), "found,", Cycle.live, "alive")
gc.enable()

gc.set_threshold(700, 10, 10)
print("Survivors grow old:")


def generation(obj):
    for number in range(3):
        if any(x is obj for x in gc.get_objects(generation=number)):
            return number


keep = [1, 2, 3]
print("    new:", generation(keep))
gc.collect(0)
print("    after one young collection:", generation(keep))
gc.collect(1)
print("    after a middle one:", generation(keep))
gc.collect()
print("    and there it stays:", generation(keep))

before = [s["collections"] for s in gc.get_stats()]
for _ in range(30_000):
    Cycle()
after = [s["collections"] for s in gc.get_stats()]
print("collections of each generation for 30,000 cycles:", [b - a for a, b in zip(before, after)])
