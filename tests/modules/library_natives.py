# What random, bisect, heapq, statistics and json are faster with.
import _bisect
import _heapq
import _json
import _random
import _statistics


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs))[:120])
    except Exception as e:
        print(type(e).__name__, e)


for seed in (0, 1, -7, 2**40, 2**200 + 1, 1.5, True):
    r = _random.Random(seed)
    print(seed, r.random(), r.getrandbits(5), r.getrandbits(64), r.getrandbits(100), [r.random() for _ in range(700)][-1])
    state = r.getstate()
    first = r.random()
    r.setstate(state)
    print(first == r.random(), len(state), state[-1])
for bad in ((), (1,) * 625, ["a"], (-1,) * 625, (0,) * 624 + (625,)):
    attempt(r.setstate, bad)
for bad in (-1, 0, 2**40, "a", 1.0):
    attempt(r.getrandbits, bad)
attempt(_random.Random, 1, 2)
attempt(_random.Random, x=1)
attempt(_random.Random, [])

rows = [1, 2, 2, 2, 5, 9]
for x in (0, 2, 3, 9, 10):
    print(_bisect.bisect_left(rows, x), _bisect.bisect_right(rows, x), _bisect.bisect_left(rows, x, 2, 4), _bisect.bisect_right(rows, -x, key=lambda v: -v))
for name in ("bisect_left", "insort_right"):
    f = getattr(_bisect, name)
    for args in ((), ([],), ([], 1, -1), (5, 1), ({}, 1), ([1], "a"), ([1], 1, 0, "x"), ((1,), 2), (set(), 1)):
        attempt(f, *args)
_bisect.insort_left(rows, 2)
_bisect.insort_right(rows, 4, key=lambda v: v)
print(rows)

for n in (0, 1, 2, 7, 50):
    heap = [(i * 7919) % 101 for i in range(n)]
    _heapq.heapify(heap)
    print(heap)
    for i in range(5):
        _heapq.heappush(heap, (i * 31) % 17)
    print(_heapq.heappushpop(heap, 3), _heapq.heapreplace(heap, 50), [_heapq.heappop(heap) for _ in range(len(heap))])
    heap = [(i * 7919) % 101 for i in range(n)]
    _heapq._heapify_max(heap)
    print(heap, [_heapq._heappop_max(heap) for _ in range(len(heap))])
for f in (_heapq.heapify, _heapq.heappop, _heapq._heappop_max):
    for args in ((), ((),), ([],), ([1, "a"],), ([], 1)):
        attempt(f, *args)
attempt(_heapq.heapreplace, [], 1)


class Shrinking:
    def __lt__(self, other):
        heap.clear()
        return True


heap = [Shrinking() for _ in range(5)]
attempt(_heapq.heapify, heap)
for p in (0.5, 1e-300, 0.01, 0.3, 0.999, 0, 1, 2, "a"):
    attempt(_statistics._normal_dist_inv_cdf, p, 3.0, 2.0)


class Context:
    strict = True
    object_hook = object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = {"NaN": 1, "Infinity": 2, "-Infinity": 3}.__getitem__


scan = _json.make_scanner(Context)
for text in ('{"a": [1, -2.5e3, true, false, null, "x\\u00e9\\ud83d\\ude00\\n", {}], "b": {"a": []}}', "NaN", "[-Infinity]", "12345678901234567890123",
             '["😀", 1]', "[" * 30 + "]" * 30, "1.0", "-0", "0x", '"\\ud800"', ' 1'):
    attempt(scan, text, 0)
attempt(scan, "1", 1)
attempt(scan, "1", -1)
attempt(scan, 1, 0)
attempt(scan, "1")
attempt(_json.make_scanner, 5)
attempt(_json.scanstring, 'abc"', 0)
attempt(_json.scanstring, 5, 0)
attempt(_json.scanstring, "abc", 9)
Context.object_pairs_hook = tuple
attempt(_json.make_scanner(Context), '{"a": 1, "b": {"c": 2}}', 0)
Context.object_pairs_hook = None
Context.object_hook = lambda d: sorted(d.items())
attempt(_json.make_scanner(Context), '{"b": 1, "a": {"c": 2}}', 0)
for ascii_only in (_json.encode_basestring_ascii, _json.encode_basestring):
    for markers in (None, {}):
        encode = _json.make_encoder(markers, lambda o: [type(o).__name__], ascii_only, None, ": ", ", ", False, False, True)
        for value in (None, True, 1, 2**70, 1.5, float("nan"), "é😀\"\\\n\x7f", [], (), {}, [1, [2, ({"a": None},)]], {1: 2, None: 3, 1.5: 4, True: 5, "k": "v"},
                      object(), {(): 1}):
            attempt(encode, value, 0)
encode = _json.make_encoder({}, str, _json.encode_basestring, None, ":", ",", True, True, False)
loop = []
loop.append(loop)
for value in (loop, float("inf"), {"b": 1, "a": 2}, {(1,): 2, "x": 3}, {1: 2, "a": 3}):
    attempt(encode, value, 0)
attempt(_json.make_encoder)
attempt(_json.make_encoder, 5, 2, 3, 4, "5", "6", 7, 8, 9)
attempt(_json.make_encoder, None, 2, 3, 4, 5, "6", 7, 8, 9)
