"""Decimal arithmetic under the name of its version that needs no C: here there is one version."""
from _decimal import *
from _decimal import __all__, __libmpdec_version__, __version__
