# Methods of builtin types with too few and too many arguments.
targets = {
    "list": [1, 2], "dict": {"a": 1}, "set": {1}, "frozenset": frozenset([1]), "str": "text", "bytes": b"data", "tuple": (1, 2), "int": 5, "float": 1.5, "complex": 1j, "range": range(3),
    "bytearray": bytearray(b"xy"), "slice": slice(1, 2), "generator": (x for x in "ab"), "bool": True, "memoryview": memoryview(b"ab"),
}
skip = {"fromhex", "from_bytes", "fromkeys", "maketrans", "release", "cast", "throw", "close"}
for name, target in targets.items():
    for attr in sorted(n for n in dir(target) if not n.startswith("_") and n not in skip):
        m = getattr(target, attr)
        if not callable(m):
            continue
        for args in ((), (None,) * 7):
            fresh = target.copy() if hasattr(target, "copy") else target
            try:
                r = getattr(fresh, attr)(*args)
                print(name, attr, len(args), "fine")
            except Exception as e:
                print(name, attr, len(args), type(e).__name__, e)
