print("b starts")
import _loop_a
print("b sees", hasattr(_loop_a, "value"), type(_loop_a).__name__)
value = "b value"
try:
    from _loop_a import value as early
except ImportError as e:
    print(str(e).split(" (")[0])
