# The plainest of programs on imports.
import sys
import math
from math import sqrt, pi as p
import math as m

print(sys.version_info[0], math.floor(2.5), sqrt(16), round(p, 5), m is math, m.gcd(12, 18))
try:
    import no_such_module
except ImportError as e:
    print(type(e).__name__, e)
try:
    from math import nope
except ImportError as e:
    print(str(e).split(" (")[0])
print(__name__, "sys" in globals(), sys.modules["math"] is math, type(math).__name__)
