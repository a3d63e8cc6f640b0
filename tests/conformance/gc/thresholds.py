# Thresholds: three numbers; zero switches off; what is refused.
# modes: plain
import gc

print(gc.get_threshold())
gc.set_threshold(5)
print(gc.get_threshold())
gc.set_threshold(6, 7)
print(gc.get_threshold())
gc.set_threshold(8, 9, 10)
print(gc.get_threshold())
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
for args in ((), (1, 2, 3, 4), ("x",), (1.5,), (None,), (1, "y")):
    try:
        print(gc.set_threshold(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(gc.get_threshold())
gc.set_threshold(-1)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
for args in ((3,), (-1,), ("a",), (None,), (0, 1)):
    try:
        print(gc.collect(*args))
    except Exception as e:
        print(type(e).__name__, e)
print(gc.collect(generation=0) >= 0)
try:
    gc.collect(gen=1)
except TypeError as e:
    print(e)
try:
    gc.get_count(1)
except TypeError as e:
    print(e)
print(len(gc.get_count()), type(gc.get_count()).__name__)
gc.set_threshold(0)
gc.collect()
l = [[] for _ in range(100)]
print(gc.get_count()[0] >= 100)
