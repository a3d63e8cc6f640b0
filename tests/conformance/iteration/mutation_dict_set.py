# Changing dicts and sets while a loop walks over them.
def attempt(f):
    try:
        print(f())
    except RuntimeError as e:
        print(type(e).__name__, e)


def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def shrink():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def replace_value():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = d[k] * 10
    return d


def swap_key():
    d = {1: 1, 2: 2, 3: 3}
    seen = []
    for k in d:
        seen.append(k)
        if k < 10:
            del d[k]
            d[k + 10] = 0
    return seen


def same_size_items():
    d = {i: i for i in range(4)}
    out = []
    for k, v in d.items():
        if k == 1:
            del d[0]
            d[9] = 9
        out.append(k)
    return out


def last_moment():
    d = {1: 1}
    for k in d:
        del d[k]
    return d


def set_grow():
    s = {1}
    for x in s:
        s.add(x + 1)


def set_shrink():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)


def set_same():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)
        s.add(x)
    return s


def over_copy():
    d = {1: 1, 2: 2}
    for k in list(d):
        del d[k]
    return d


def values_grow():
    d = {1: 1}
    for v in d.values():
        d["x"] = v


def clear_in_loop():
    d = {1: 1, 2: 2}
    for k in d:
        d.clear()


def reversed_grow():
    d = {1: 1, 2: 2}
    for k in reversed(d):
        d[k + 5] = 0


def after_error():
    d = {1: 1, 2: 2}
    it = iter(d)
    next(it)
    d[3] = 3
    out = []
    for _ in range(2):
        try:
            next(it)
        except RuntimeError as e:
            out.append(str(e))
    return out, it.__length_hint__()


for f in (grow, shrink, replace_value, swap_key, same_size_items, last_moment, set_grow, set_shrink, set_same, over_copy, values_grow, clear_in_loop, reversed_grow, after_error):
    attempt(f)
