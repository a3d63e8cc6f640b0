# What wrong calls of the functions of native modules raise.
# modes: plain
MODULES = ("_sre _json _random _bisect _heapq _statistics binascii cmath _csv _md5 _sha1 _sha2 _sha3 _blake2 math _operator _string "
           "itertools _struct unicodedata")


def attempt(what, f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except Exception as e:
        print(what, type(e).__name__, str(e).split(" at 0x")[0], sep="\t")
    else:
        print(what, "ok", type(result).__name__, sep="\t")


class Odd:
    def __repr__(self):
        return "Odd()"


ODD = Odd()
for name in MODULES.split():
    module = __import__(name)
    for key in sorted(dir(module)):
        f = getattr(module, key)
        if key.startswith("__") or not callable(f) or key in ("length_hint", "truth", "not_", "is_", "is_not", "_compare_digest", "_tee_dataobject"):
            continue
        where = name + "." + key
        attempt(where + "()", f)
        attempt(where + "(o)", f, ODD)
        attempt(where + "(o,o)", f, ODD, ODD)
        attempt(where + "(o*7)", f, *[ODD] * 7)
        attempt(where + "(odd=o)", f, odd=ODD)
        attempt(where + "(1,odd=o)", f, 1, odd=ODD)
        attempt(where + "('x')", f, "x")
        attempt(where + "(b'x',1)", f, b"x", 1)
