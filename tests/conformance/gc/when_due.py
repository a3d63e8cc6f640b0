# Which collections come when, and whom they find.
# modes: plain
import gc
last=-2; log=[]
class Cycle:
    live = 0
    def __init__(self):
        self.me = self
        self.i=i
        Cycle.live += 1
    def __del__(self):
        global last
        if i!=last:
            last=i; log.append((i,self.i,Cycle.live))
        Cycle.live -= 1
gc.collect()
i=-1; most=0
gc.set_threshold(50, 5, 5)
for i in range(1100):
    Cycle()
    most=max(most,Cycle.live)
gc.set_threshold(0)
for l in log: print(*l)
