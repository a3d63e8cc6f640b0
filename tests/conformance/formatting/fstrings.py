# Formatted strings: expressions, conversions, nesting, specs, escapes.
x, y, name = 3, 2.5, "wörld"
print(f"{x} {y} {name} {x + y} {x!r} {name!a} {x:>5}|{y:.3f}|{name:^9}|{x:=+5}")
print(f"{x=} {y = } {name=!s} {x + 1=} {y=:.1f} {name=:>8}")
print(f"{{}} {{{x}}} {'nested ' + f'{x}'} {f'{f"{x}"}'}")
print(f"{x:{x}} {x:{'>'}{x + 3}} {y:{x}.{x - 2}f} {name:{'*^'}{12}}")
print(f"{[i for i in range(3)]} {(lambda: 5)()} {x if x else y} { {1: 2}[1] } {({1, 2})}")
print(f"{x,} {x, y} {(y := 4)} {y} {'a' 'b'} {x == 3} {not x} {-x}")
print(f'''{
    x
    + 1
}''' f"two" "three" rf"\n{x}" f"\t{x}\x41\N{DIGIT ONE}")
print(f"{'\n'.join(['a', 'b'])}" f"{'"'}")
print(f"{None} {True} {...} {int} {1j} {b'x'} {[]!s:>4} {()!r:<4}|")


class A:
    def __format__(self, spec):
        return "A<%s>" % spec

    def __repr__(self):
        return "repr"


a = A()
print(f"{a} {a:} {a:x y} {a!r} {a!s:>6} {a:{x}}")


class B:
    def __format__(self, spec):
        return 3


for f in (lambda: f"{B()}", lambda: f"{x:q}", lambda: f"{undefined}", lambda: f"{name:d}", lambda: f"{object():x}", lambda: f"{[]:3}",
          lambda: f"{None:>3}", lambda: f"{x:{name}}", lambda: f"{1 / 0}", lambda: format(3, 3), lambda: f"{y:.}", lambda: f"{x:.3}"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
