# Errors in loops: skip, stop, collect, retry, clean up.
def parse(items):
    good, bad = [], {}
    for i, item in enumerate(items):
        try:
            n = int(item)
            if n < 0:
                raise ValueError("negative: %d" % n)
            inverse = 1 / n
        except ValueError as e:
            bad[i] = str(e)
        except (ZeroDivisionError, TypeError) as e:
            bad[i] = type(e).__name__
            continue
        else:
            good.append(round(inverse, 3))
        finally:
            bad.setdefault("seen", []).append(i)
    return good, bad


print(parse(["1", "x", "0", "-4", None, "8", 2.5]))


class Flaky:
    def __init__(self, fail):
        self.left, self.calls = fail, 0

    def __call__(self):
        self.calls += 1
        if self.left:
            self.left -= 1
            raise OSError("attempt %d" % self.calls)
        return "ok after %d" % self.calls


def retry(f, times):
    errors = []
    for _ in range(times):
        try:
            return f(), errors
        except OSError as e:
            errors.append(str(e))
    raise RuntimeError("gave up") from RuntimeError(errors)


print(retry(Flaky(2), 5))
try:
    retry(Flaky(9), 2)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))


def first_error(fs):
    for f in fs:
        try:
            f()
        except Exception as e:
            return repr(e)
    return None


print(first_error([lambda: 1, lambda: [][1], lambda: 1 / 0]), first_error([]))
def gen():
    for i in range(5):
        try:
            yield i
        except ValueError as e:
            yield "caught %s" % e
g = gen()
print(next(g), g.throw(ValueError("v")), next(g), list(g))
errors = []
for f in (lambda: {}["k"], lambda: (), lambda: int("z"), lambda: None.x):
    try:
        f()
    except Exception as e:
        errors.append(e)
print([type(e).__name__ for e in errors], [e.__traceback__.tb_lineno > 0 for e in errors], errors[0].__context__)
