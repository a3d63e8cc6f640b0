import sys


class Fake:
    value = "from a stand-in"


sys.modules[__name__] = Fake()
