# A cache that keeps the most recently used entries, on an ordered dict.
import sys


class LRU:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, {}, 0, 0

    def get(self, key, make):
        if key in self.data:
            self.hits += 1
            value = self.data.pop(key)
        else:
            self.misses += 1
            value = make(key)
            if len(self.data) >= self.size:
                oldest = next(iter(self.data))
                del self.data[oldest]
        self.data[key] = value
        return value


class Value:
    live = 0

    def __init__(self, key):
        Value.live += 1
        self.key = key

    def __del__(self):
        Value.live -= 1


cache = LRU(3)
for key in "abcabdaeabcdd":
    v = cache.get(key, Value)
    print(key, "".join(cache.data), Value.live, sys.getrefcount(v), end=" | ")
print()
print(cache.hits, cache.misses)
held = cache.get("d", Value)
for key in "xyz":
    cache.get(key, Value)
print(Value.live, held.key, sys.getrefcount(held))
del held, v
print(Value.live)
cache.data.clear()
print(Value.live)
