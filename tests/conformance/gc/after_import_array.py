# needs: library
# array is registered with collections.abc, which importing it imports; so does decimal.
import gc
import sys

gc.collect()
gc.disable()
import array

print(gc.collect(), "collections.abc" in sys.modules, "functools" in sys.modules)
import decimal

print(gc.collect(), "re" in sys.modules, "functools" in sys.modules)
from collections.abc import MutableSequence

print(isinstance(array.array("i"), MutableSequence), gc.collect())
