a = 1 + 2 * 3 - 4 // 3 % 5
b = 2 ** 10, 2 ** 100, 2 ** 200, 1 << 100, 1 << 200, 5 >> 1, 7 & 3 | 8 ^ 1
c = 1 / 2, 1 / 3, 10 ** 30 / 7, 2 ** -1, 1 / 0, 1 // 0, 1 % 0
d = 'a' + 'b', 'a' * 3, 'a' * 5000, 3 * 'ab', b'a' + b'b', b'a' * 4, 'a' * -1
e = (1, 2) + (3,), (1, 2) * 2, (1,) * 300, ((1,) * 100,) * 20, () * 5
f = 1.5 + 2, 1.5 * 2.5, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 2.0 ** 3, 1e308 * 10, 0.1 + 0.2
g = 1 + 2j, (1 + 2j) * (3 - 4j), (1 + 2j) / (3 + 4j), (1 + 2j) ** 2, -1j, +1j, 2j - 1
h = -1, +1, ~1, not 1, not 0, -1.5, -0.0, not None, not '', not ()
i = 'abc'[0], 'abc'[-1], 'abc'[5], (1, 2, 3)[1], b'abc'[1], 'a\U0001f600b'[2], 'abc'[1:2]
j = x in [1, 2], x in {1, 2, 3}, x not in [1, y], x in {y}, x in (), x in [*y]
k = not x is y, not x in y, not x not in y, not x == y, not (x < y < z)
l = '%s %r %a' % (x, y, z), '%5s|%-5s|%.2s|%5.3r' % (x, y, z, w), '%d' % (x,), '%s' % x, '%%%s%%' % (x,)
m = '%s %s' % (x,), '%s' % (x, y), '%(a)s' % (x,), '%s' % (*x,), '' % (x,), '%' % (x,), '%0s' % (x,), '%100s' % (x,), '%1234s' % (x,)
n = (1, (2, 3), 'a', None, ..., True), (x, 1), [1, 2], {1, 1.0, True}, [1, 2, 3]
o = 1 if 1 else 2, 0 and x, 1 and x, 0 or x, 1 or x, x and 0 and y, None or x
p = True + 1, True & False, True | 1, -True, ~False, True * 'a', True < 2, False == 0
q = 0.0, -0.0, 0, 0j, -0j, 1, 1.0, True, 'a', b'a', (1,), (1.0,), (True,), (0.0,), (-0.0,)
for r in [1, 2]: pass
for r in [x, 1]: pass
for r in {1, 2}: pass
for r in (1, 2): pass
s = [t for t in [1, 2]], [t for t in {1, 2}], [t for t in [x]]
__debug__
u = __debug__, __name__, __debug__ and x
if __debug__: print(1)
if not __debug__: print(2)
v = 1 if __debug__ else 2
'string statement'
1
None
...
w, x = x, w
w, x, y = y, x, w
w, x, y, z = z, y, x, w
a = b = c
(a, b), c = (1, 2), 3
def swap(a, b, c):
    a, b = b, a
    a, b, c = c, b, a
    a, a = b, c
    a, b, a = c, b, a
    return a, b, c
def constants():
    x = 10000000000000000000000, 'text with spaces', 'identifier', (1, 2, ('a', 'b')), frozenset
    y = 10000000000000000000000, 'text with spaces', (1, 2, ('a', 'b'))
    return x == y
def docstring_fold():
    'not ' 'split'
def no_docstring():
    'a' + 'b'
def no_docstring2():
    f'a'
