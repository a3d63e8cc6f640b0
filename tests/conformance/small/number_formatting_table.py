# Tables of numbers: widths, alignment, thousands, signs, percent.
rows = [("apples", 3, 1.5, 0.25), ("kiwis", 1200, 0.333333, 1), ("melons, large", -7, 1e6, -0.005), ("none", 0, 0.0, 0)]
for name, count, price, share in rows:
    print(f"{name:<14}|{count:>7,}|{price:12,.2f}|{share:8.1%}|{count:+d}|{price:e}|{price:g}")
print("-" * 50)
for name, count, price, share in rows:
    print("%-14s|%7d|%12.2f|%7.1f%%|%+d|%e|%g" % (name, count, price, share * 100, count, price, price))
for n in (0, 1, 10, 255, 4096, -5, 10 ** 12):
    print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:08b} {n:_} {n:,} {n:^12} {n:*>12} {n:=+12}")
for x in (0.1, 123.456, 1e-7, 1e22, 2 / 3, -0.0):
    print(f"{x} {x:.0f} {x:.3f} {x:10.2e} {x:<10.3g}| {x:+.1%} {x!r:>12} {x:012.4f} {x:,.3f}")
print("{:>{}} {:<{}}|".format("a", 5, "b", 4), f"{'x':{'^'}{7}}", f"{3.14159:{8}.{3}}", f"{1e10:,.0f}", f"{'text':.2}", f"{True:5} {True!s:5} {None!s:>6}")
