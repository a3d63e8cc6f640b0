# modes: plain
# Allocation triggers a young collection once the threshold is passed.
import gc


class Cycle:
    live = 0

    def __init__(self):
        self.me = self
        Cycle.live += 1

    def __del__(self):
        Cycle.live -= 1


gc.collect()
gc.set_threshold(100, 10, 10)
most = 0
for i in range(1000):
    Cycle()
    most = max(most, Cycle.live)
print(most, Cycle.live)
gc.disable()
for i in range(500):
    Cycle()
print(Cycle.live >= 500)
gc.enable()
before = Cycle.live
for i in range(101):
    Cycle()
print(Cycle.live < before)
gc.collect()
print(Cycle.live)
gc.set_threshold(0)
for i in range(1000):
    Cycle()
print(Cycle.live)
gc.collect()
print(Cycle.live)
