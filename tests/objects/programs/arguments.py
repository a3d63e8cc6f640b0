# Methods of str, bytes and bytearray called with too few, too many and the wrong arguments.


def show(label, f):
    try:
        print(label, repr(f())[:80])
    except Exception as e:
        print(label, type(e).__name__, str(e)[:200])


NAMES = (
    "capitalize casefold center count encode endswith expandtabs find format_map index isalnum isascii join ljust lower "
    "lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split "
    "splitlines startswith strip swapcase title translate upper zfill decode fromhex hex append extend insert pop remove "
    "reverse clear copy __getnewargs__"
).split()

for text in "abc", b"abc", bytearray(b"abc"):
    print(type(text))
    for name in NAMES:
        if not hasattr(text, name):
            continue
        for args in (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (None,), (1.5,), (text, 1.5), (text, "x"), (1.5, text):
            copy = text[:] if isinstance(text, bytearray) else text
            show((name, *args), lambda: getattr(copy, name)(*args))
    for value in 1.5, "a", None, 10**30, 100, -100:
        copy = text[:] if isinstance(text, bytearray) else text
        show(("getitem", value), lambda: copy[value])
        show(("in", value), lambda: value in copy)
        show(("+", value), lambda: copy + value)
        show(("*", value), lambda: copy * value)
        show(("<", value), lambda: copy < value)
        show(("%", value), lambda: copy % value)
for kind in str, bytes, bytearray:
    for args in (1, 2), (1, 2, 3), (1, 2, 3, 4), (b"a", 1), ("a", "ascii"), (b"a", None), (1.5,):
        show((kind, *args), lambda: kind(*args))
    for keywords in {"foo": 1}, {"encoding": "ascii"}, {"errors": "x"}, {"source": b"a"}, {"object": b"a", "encoding": "ascii"}:
        show((kind, keywords), lambda: kind(**keywords))
