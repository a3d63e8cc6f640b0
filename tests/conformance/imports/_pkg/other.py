from .sub import value as through
from . import sub
