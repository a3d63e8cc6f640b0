# Slices with a step, of every builtin sequence, with bounds in and out of range.
import sys
for c in ("abcdef", [1,2000,3,"x",None,5.5], (1,2,3,4,5,6), "añb€😀z", b"abcdef", bytearray(b"xyz123"), range(10), "", [], ()):
    for a in (None, 0, 1, -2, 5, 100, -100):
        for b in (None, 3, -1, 50):
            for s in (1, 2, 3, -1, -2, -7, 10**6):
                print(c[a:b:s], end=" ")
    print()
L = [object() for i in range(5)]
M=L[::2]; print(sys.getrefcount(L[0]), sys.getrefcount(L[1]), M[0] is L[0])
t=(1,2,3); print(t[::1] is t, t[::] is t, "abc"[::1], L[::-1]==list(reversed(L)))
class I:
    def __index__(self): return 2
print("abcdef"[::I()], [1,2,3,4][I()::1])
try: "abc"[::0]
except ValueError as e: print(e)
try: "abc"[::"x"]
except TypeError as e: print(e)
try: "abc"[::1.5]
except TypeError as e: print(e)
class S(str):
    def __getitem__(self, k): return k
print(S("abc")[::-1], "abcdef"[::10**30], "abcdef"[10**30::-1], "abcdef"[True:False:-1])
