# needs: library
# Importing inspect imports importlib's own modules: nothing of theirs is garbage.
import gc

gc.collect()
gc.disable()
import inspect

print(gc.collect())
from importlib import machinery, _bootstrap_external

print(_bootstrap_external._NamespaceLoader is machinery.NamespaceLoader)
print(gc.collect())
