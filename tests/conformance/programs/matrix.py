# Matrices: operators, slices, transposition, determinants, printing.
class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            if isinstance(i, slice) or isinstance(j, slice):
                rows = self.rows[i] if isinstance(i, slice) else [self.rows[i]]
                return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in rows])
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        self.rows[key[0]][key[1]] = value

    def __add__(self, o):
        if not isinstance(o, Matrix):
            return NotImplemented
        return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, o.rows, strict=True)])

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __pow__(self, n):
        out = Matrix.identity(len(self.rows))
        for _ in range(n):
            out = out @ self
        return out

    def __eq__(self, o):
        return self.rows == o.rows

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j in range(self.shape[1]))

    def __str__(self):
        width = max(len(str(v)) for r in self.rows for v in r)
        return "\n".join(" ".join(f"{v:>{width}}" for v in r) for r in self.rows)


m = Matrix([[1, 2, 3], [4, 5, 6], [7, 8, 10]])
print(m)
print(m.T)
print(m @ m, m.det(), m.shape, m[1, 2], m[0], m[0:2, 1].rows, m[:, 0:2].rows, m[2, :].rows, sep="\n")
print((m + m == 2 * m), (m * 2).rows, (m ** 3).rows, m ** 0 == Matrix.identity(3), Matrix([[1, 1], [1, 0]]) ** 30 @ Matrix([[1], [0]]) == Matrix([[1346269], [832040]]))
m[0, 0] = -1
print(m.det(), m.T.T == m)
for f in (lambda: m + 1, lambda: 1 + m, lambda: Matrix([[1], [1, 2]]), lambda: m[5, 0], lambda: m + Matrix([[1]]), lambda: m @ 3, lambda: m["a"], lambda: m < m, lambda: hash(m), lambda: m[0, 1, 2]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
