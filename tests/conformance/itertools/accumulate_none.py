# A total that is None survives being copied.
# needs: library
import copy
import operator
import warnings
from itertools import accumulate

warnings.simplefilter("ignore")
totals = accumulate([None, None, None], operator.is_)
print(totals.__reduce__()[0])
print(next(totals))
kind, args = totals.__reduce__()
print(kind, type(args[0]), args[1:])
print(list(copy.deepcopy(totals)), list(copy.copy(totals)))
totals = accumulate([1, 2, 3])
totals.__setstate__(None)
try:
    next(totals)
except TypeError as error:
    print(error)
print(copy.copy(accumulate([1, 2], initial=5)).__reduce__()[2])
