# Small functions that build a JSON-like parser, with closures and generators.
class Fail(Exception):
    pass


def literal(s):
    def parse(text, i):
        if text.startswith(s, i):
            return s, i + len(s)
        raise Fail("expected %r at %d" % (s, i))
    return parse


def seq(*ps):
    def parse(text, i):
        out = []
        for p in ps:
            v, i = p(text, i)
            out.append(v)
        return out, i
    return parse


def alt(*ps):
    def parse(text, i):
        errors = []
        for p in ps:
            try:
                return p(text, i)
            except Fail as e:
                errors.append(e)
        raise max(errors, key=lambda e: int(str(e).rsplit(" ", 1)[1]))
    return parse


def many(p, sep=None):
    def parse(text, i):
        out = []
        try:
            v, i = p(text, i)
            out.append(v)
            while True:
                j = i
                if sep:
                    _, j = sep(text, j)
                v, i = p(text, j)
                out.append(v)
        except Fail:
            return out, i
    return parse


def apply(f, p):
    def parse(text, i):
        v, i = p(text, i)
        return f(v), i
    return parse


def char(test, name):
    def parse(text, i):
        if i < len(text) and test(text[i]):
            return text[i], i + 1
        raise Fail("expected %s at %d" % (name, i))
    return parse


def lazy(f):
    return lambda text, i: f()(text, i)


space = many(char(str.isspace, "space"))
def tok(p): return apply(lambda v: v[1], seq(space, p, space))
digits = apply("".join, seq(char(str.isdigit, "digit"), apply("".join, many(char(str.isdigit, "digit")))))
number = tok(alt(apply(lambda v: float("".join(v)), seq(digits, literal("."), digits)), apply(int, digits), apply(lambda v: -v[1], seq(literal("-"), apply(int, digits)))))
string = tok(apply(lambda v: "".join(v[1]), seq(literal('"'), many(char(lambda c: c != '"', "text")), literal('"'))))
const = tok(alt(apply(lambda v: None, literal("null")), apply(lambda v: True, literal("true")), apply(lambda v: False, literal("false"))))
value = lazy(lambda: alt(number, string, const, array, obj))
array = tok(apply(lambda v: v[1], seq(literal("["), many(value, literal(",")), literal("]"))))
obj = tok(apply(lambda v: {k: x for k, _, x in v[1]}, seq(literal("{"), many(seq(string, literal(":"), value), literal(",")), literal("}"))))


def parse(text):
    v, i = value(text, 0)
    if i != len(text):
        raise Fail("trailing text at %d" % i)
    return v


for text in ("1", " -42 ", "3.25", '"hi"', "[]", "[1, 2, [3]]", '{"a": 1, "b": [true, null]}', '{"x": {"y": {}}}', "[1, 2", '{"a" 1}', "nul", "[1] 2", "", '"open', "[,]", '[1, "two", 3.0, false, {"k": []}]'):
    try:
        print(text, "->", parse(text))
    except Fail as e:
        print(text, "!!", e)
