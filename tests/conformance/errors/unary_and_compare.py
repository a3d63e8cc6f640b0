# Unary operators and orderings of every kind of value.
values = [1, 1.5, 1j, True, "s", b"b", [1], (1,), {1: 2}, {1}, None, range(2), int, ..., bytearray(b"c"), frozenset([1]), slice(1), object, NotImplemented is None]
for name, op in {"-": lambda a: -a, "+": lambda a: +a, "~": lambda a: ~a if not isinstance(a, bool) else "bool", "abs": abs, "len": len, "hash": lambda a: hash(a) == hash(a), "iter": lambda a: type(iter(a)).__name__, "call": lambda a: a(), "int": int, "float": float, "index": lambda a: [0, 1, 2][a], "item": lambda a: a[0], "key": lambda a: a["k"],
                 "slice": lambda a: a[0:1], "in": lambda a: 1 in a, "round": round, "reversed": lambda a: type(reversed(a)).__name__, "next": next, "bool": bool, "attr": lambda a: a.missing, "with": lambda a: exec("with a: pass", {"a": a}), "star": lambda a: [*a], "dstar": lambda a: {**a}, "unpack": lambda a: exec("x, y = a", {"a": a}), "raise": lambda a: exec("raise a", {"a": a}),
                 "set": lambda a: exec("a[0] = 1", {"a": a}), "del": lambda a: exec("del a[0]", {"a": a}), "setattr": lambda a: exec("a.x = 1", {"a": a}), "await": lambda a: exec("async def f(): await a\nf().send(None)", {"a": a}), "chr": chr, "ord": ord, "bytes": bytes, "sum": sum, "sorted": sorted, "join": ",".join, "format": lambda a: format(a, "d"), "isinstance": lambda a: isinstance(1, a)}.items():
    for a in values:
        if name in ("set", "del") and isinstance(a, (list, dict, bytearray)):
            a = a.copy()
        try:
            print(name, type(a).__name__, str(op(a)).split(" at 0x")[0])
        except Exception as e:
            print(name, type(e).__name__, e)
