visible = 1
_private = 2
from _shapes import sides as borrowed
import sys
