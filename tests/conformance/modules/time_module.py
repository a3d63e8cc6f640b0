# time: what can be said of it without telling the time.
import time

a = time.time()
b = time.time()
print(b >= a, type(a).__name__, a > 1.6e9, type(time.time_ns()).__name__, time.perf_counter() <= time.perf_counter(), time.monotonic() <= time.monotonic(), time.process_time() >= 0, type(time.perf_counter_ns()).__name__)
start = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.009, time.sleep(0))
t = time.gmtime(0)
print(t[:6], t.tm_year, t.tm_wday, t.tm_yday, t.tm_isdst, type(t).__name__, len(t), tuple(t))
print(time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %w %%", time.gmtime(1e9)), time.asctime(time.gmtime(86400 * 365)))
print(repr(time.gmtime(12345678)))
for f in (lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.gmtime("a"), lambda: time.sleep(), lambda: time.gmtime(1e30), lambda: time.asctime(3), lambda: time.strftime(3), lambda: time.time(1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
