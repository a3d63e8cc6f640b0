from . import shared
value = "sub of " + shared
