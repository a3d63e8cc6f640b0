# Cell objects: empty ones, contents, comparison, types.CellType by another road.
def make(v):
    def f():
        return v
    return f


f = make(3)
c = f.__closure__[0]
Cell = type(c)
print(Cell.__name__, c.cell_contents, c == make(3).__closure__[0], c < make(4).__closure__[0], c != Cell(3))
e = Cell()
try:
    e.cell_contents
except ValueError as x:
    print(x)
e.cell_contents = [1]
print(e.cell_contents, Cell([1]) == e)
del e.cell_contents
try:
    e.cell_contents
except ValueError as x:
    print(x)
print(e == Cell(), e < Cell(1), Cell(1) > e)
try:
    hash(c)
except TypeError as x:
    print(x)
try:
    Cell(1, 2)
except TypeError as x:
    print(x)
Function = type(f)
g = Function(f.__code__, {}, "g", None, (Cell(9),))
print(g(), g.__name__)
for closure in (None, (), (1,), (Cell(), Cell())):
    try:
        Function(f.__code__, {}, "g", None, closure)
    except (TypeError, ValueError) as x:
        print(type(x).__name__, x)
h = Function(f.__code__, {}, closure=(Cell(),))
try:
    h()
except NameError as x:
    print(x)
try:
    f.__closure__ = ()
except AttributeError as x:
    print(x)
print(f.__globals__ is globals(), make.__closure__)
