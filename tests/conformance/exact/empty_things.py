# Empty containers and no-ops: identities, results, errors.
print([] == [], {} == {}, set() == frozenset(), "" == b"".decode(), len([]), len({}), bool(()), not "", sum([]), sum(()), all([]), any([]), list(""), dict([]), tuple({}), sorted(()), [][:], ()[1:5], ""[::-1], [] + [], () * 5, "" * 3, {}.keys() == set(), [*[]], {**{}}, list(zip()), list(map(str, [])), list(reversed([])), "".join([]), ",".join(()), "".split(), "".split(","), "".splitlines(), b"".hex(), range(0) == range(5, 5), max([], default=None), min((), default=0), {}.get(1), [].copy(), [].count(1), "".find(""), "".count(""), "a".count(""), "".replace("", "x"), "" in "", [] in [[]], () in (), list(range(0, -1)), enumerate([]).__next__.__name__)
for f in (lambda: [][0], lambda: ()[0], lambda: ""[0], lambda: {}[0], lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: max([]), lambda: min(()), lambda: next(iter([])), lambda: ord(""), lambda: int(""), lambda: float(""), lambda: [].index(1), lambda: "".index("a"), lambda: "a".split(""), lambda: next(iter({})), lambda: b""[0], lambda: eval(""), lambda: [].remove(0), lambda: set().remove(0), lambda: bytearray().pop(), lambda: range(0)[0], lambda: __import__(""), lambda: complex("")):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
a, *b = [1]
*c, = ()
for x in ():
    pass
else:
    print("else", b, c)
while []:
    pass
else:
    print("while else")


def nothing(): ...


class Empty: ...


class AlsoEmpty:
    "only a doc"


print(nothing(), Empty.__doc__, AlsoEmpty.__doc__, vars(Empty()), exec(""), eval("()"), (lambda: None)(), [None for _ in ()], {k: v for k, v in ()}, set(x for x in ""))
