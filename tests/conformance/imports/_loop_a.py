print("a starts")
import _loop_b
print("a sees", _loop_b.value)
value = "a value"
