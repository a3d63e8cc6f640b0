# A calculator: tokens, recursive descent, variables, errors with positions.
class ParseError(Exception):
    def __init__(self, message, at):
        super().__init__(message, at)
        self.message, self.at = message, at

    def __str__(self):
        return "%s at %d" % (self.message, self.at)


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            yield "num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]), i
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield "name", text[i:j], i
            i = j
        elif text.startswith("**", i):
            yield "op", "**", i
            i += 2
        elif c in "+-*/()=%":
            yield "op", c, i
            i += 1
        else:
            raise ParseError("bad character %r" % c, i)
    yield "end", None, len(text)


class Calc:
    def __init__(self):
        self.vars = {"ten": 10}

    def run(self, text):
        self.toks = list(tokens(text))
        self.pos = 0
        if len(self.toks) > 2 and self.toks[0][0] == "name" and self.toks[1][1] == "=":
            self.pos = 2
            value = self.vars[self.toks[0][1]] = self.sum()
        else:
            value = self.sum()
        if self.peek()[0] != "end":
            raise ParseError("unexpected %r" % (self.peek()[1],), self.peek()[2])
        return value

    def peek(self):
        return self.toks[self.pos]

    def take(self, *ops):
        if self.peek()[0] == "op" and self.peek()[1] in ops:
            self.pos += 1
            return self.toks[self.pos - 1][1]

    def sum(self):
        v = self.product()
        while op := self.take("+", "-"):
            w = self.product()
            v = v + w if op == "+" else v - w
        return v

    def product(self):
        v = self.unary()
        while op := self.take("*", "/", "%"):
            w = self.unary()
            v = {"*": lambda: v * w, "/": lambda: v / w, "%": lambda: v % w}[op]()
        return v

    def unary(self):
        return -self.unary() if self.take("-") else self.power()

    def power(self):
        v = self.atom()
        return v ** self.unary() if self.take("**") else v

    def atom(self):
        kind, value, at = self.peek()
        self.pos += 1
        if kind == "num":
            return value
        if kind == "name":
            if value not in self.vars:
                raise ParseError("unknown %s" % value, at)
            return self.vars[value]
        if value == "(":
            v = self.sum()
            if not self.take(")"):
                raise ParseError("expected )", self.peek()[2])
            return v
        raise ParseError("expected a value", at)


c = Calc()
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "7 % 4 / 2", "x = 5 * ten", "x + 1", "1.5 * 4", "1 +", "(1", "y", "1 $ 2", "3 4", "", "1 / 0", "1.2.3", "((((9))))", "2 * -3"):
    try:
        print(line, "=", c.run(line))
    except (ParseError, ZeroDivisionError, ValueError) as e:
        print(line, "!", type(e).__name__, e)
print(c.vars)
