# expects: stderr
# Where the carets stand: calls, operators, subscripts, attributes, long and multi-line expressions, wide text.
import sys

d = {"a": {"b": None}}
l = [1, 2]
s = "é日😀"
n = None


def f(*args):
    return args[99]


sources = ["1 + n", "n + 1", "(1 + 2) * n", "d['a']['b']['c']", "d['a']['z']", "l[5]", "l[0][0]", "n.attr", "d.x.y", "f(1, 2)", "f(l, d)[0]", "len(n)", "len(l)(3)", "1 / 0 + 2", "2 + 1 / 0", "-n", "not (1 / 0)", "n < 1", "1 < n < 2", "1 in n", "[x for x in n]", "[1 / 0 for x in l]", "(lambda: n + 1)()", "f'{n + 1}'", "f(*n)", "f(**n)",
           "'é日' + 1", "s + 1 + '日本'", "undefined", "undefined.x", "undefined()", "l + undefined", "n if n.x else 1", "n and n.x or n.y", "n()()", "d['a']()", "l[n]", "l[1:n.x]", "{**n}", "{[]: 1}", "n @ n", "n ** 2", "n // (1 + 2)", "~n", "await_ if 0 else n.z", "(n\n.x)", "(1 +\n n)", "f(\n1,\n2\n)", "l[\n9\n]", "x = n + 1", "x = y = n.q", "n.x = 1", "n[0] = 1", "del n[0]", "del n.x", "n += 1", "l[9] += 1", "d['q'] += 1", "a, b = 1", "a, b = n", "for i in n: pass", "with n: pass", "assert n", "assert n, 'msg'", "raise n", "import no_such_module_x",
           "from sys import no_such", "class K(n): pass", "@n\ndef g(): pass", "def g(a=n.x): pass", "return_ = (yield_)", "print(n + 1, 2)", "max(l, key=n.x)", "'%d' % n", "'{}'.format(*n)", "n      +       1", "(  n + 1  )", "n +1", "(((n)))()", "l [ 7 ]", "f  (  l  )"]
for src in sources:
    try:
        exec(compile(src, "<src>", "exec"))
    except Exception as e:
        tb = e.__traceback__.tb_next
        positions = list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2] if tb else None
        print(repr(src), type(e).__name__, positions)


def direct(g):
    try:
        g()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)


direct(lambda: d["a"]["b"]["c"])
direct(lambda: 1 + n * 2)
direct(lambda: (s + s + "日本").x.y)
direct(lambda: f(1)
       + f(2))
direct(lambda: l[0].real.imag.q)
direct(lambda: [v for v in l if v.x])
direct(lambda: f(f(f(1))))
print("done")
