# The order and the sizes of sets after long runs of random operations.
import sys

seed = 4242


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % n


digest = 0
for program in range(40):
    sets = [set(), set(), set()]
    span = [10, 50, 1000, 10**9, 2**50][program % 5]
    for step in range(60):
        a, b, op = rnd(3), rnd(3), rnd(26)
        s, t = sets[a], sets[b]
        if op < 10:
            first = rnd(span) - span // 2
            for i in range([1, 1, 1, 10][rnd(4)]):
                s.add(first + i * [1, 8, 64, 2**32][rnd(4)])
        elif op < 15:
            s.discard(rnd(span) - span // 2)
        elif op == 15 and s:
            s.pop()
        elif op == 16:
            sets[a] = s | t
        elif op == 17:
            sets[a] = s & t
        elif op == 18:
            sets[a] = s - t
        elif op == 19:
            sets[a] = s ^ t
        elif op == 20:
            s &= t
        elif op == 21:
            s -= t
        elif op == 22:
            s ^= t
        elif op == 23:
            s |= t
        elif op == 24:
            sets[a] = t.copy()
        elif op == 25:
            sets[a] = set(frozenset(t)).union(range(rnd(9)), [rnd(5)])
        for c in repr((op, sys.getsizeof(sets[a]), list(sets[a]))):
            digest = (digest * 31 + ord(c)) % 1000000007
    print(program, digest, len(sets[0]), sys.getsizeof(sets[0]))
