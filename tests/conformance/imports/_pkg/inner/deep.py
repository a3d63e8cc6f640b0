from .. import shared as up
from ..sub import value
from . import __name__ as parent
path = __name__, parent, value
