# The % operator: every conversion, flags, width, precision, mappings and mistakes.
print("%d %i %u %5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5, 6, 7, 8))
print("%x %X %#x %o %#o %c %c %%" % (255, 255, 255, 8, 8, 65, "z"))
print("%f %.2f %e %.3E %g %G %10.3f|%-10.1f|%+.1f" % (1.5, 2.345, 12345.678, 0.00012, 1e10, 1e-5, 3.14159, 2.0, 1.0))
print("%s %r %a %.2s %5s|%-5s|" % ("é", "é", "é", "abc", "x", "y"))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%(a)s %(b)d %(a)r" % {"a": "x", "b": 2, "c": 3}, "%(a b)s" % {"a b": 1}, "%()s" % {"": 0})
print("%s" % [1], "%s" % (1,), "%s" % {"a": 1}, "%s %s" % (1, (2, 3)), "no" % [], "no" % {}, "%d" % 3.99, "%d" % True)
print("%d" % 10 ** 3, "%.0f" % 0.5, "%.0f" % 1.5, "%g" % 100000, "%g" % 1000000, "%#g" % 1.0, "%e" % 0, "%s" % None)
print("%f %f %F" % (float("inf"), float("nan"), float("-inf")), "%5s|%05s" % ("a", "b"), "%x" % -255, "%#X" % 255, "%08.3f" % -3.14159)


class I:
    def __index__(self):
        return 5

    def __int__(self):
        return 6

    def __float__(self):
        return 7.5


print("%d %x %f" % (I(), I(), I()))
for fmt, arg in (("%d", "x"), ("%d", None), ("%s %s", 1), ("%s", (1, 2)), ("%q", 1), ("%", 1), ("%(a)s", 3), ("%(a)s", {}), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%c", 1.5),
                 ("%f", "x"), ("%s %", (1,)), ("%(a", {}), ("%*d", ("x", 1)), ("x", 3), ("%d", 1j), ("%i", []), ("%.*f", (1,)), ("%c", 0x110000), ("%z", 1), ("%s%s", ("a",))):
    try:
        print(fmt % arg)
    except Exception as e:
        print(type(e).__name__, e)
