# try, except, else, finally: who runs when, and who wins.
def f(kind):
    log = []
    try:
        log.append("try")
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            raise KeyError("k")
        if kind == "return":
            return log
    except ValueError:
        log.append("except")
    except (TypeError, KeyError) as e:
        log.append(repr(e))
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


for kind in ("none", "value", "key", "return"):
    print(kind, f(kind))


def override():
    try:
        return 1
    finally:
        return 2


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append("f%d" % i)
    else:
        out.append("never")
    return out


def nested():
    out = []
    try:
        try:
            raise ValueError(1)
        finally:
            out.append("inner")
            try:
                raise KeyError(2)
            except KeyError:
                out.append("handled")
    except ValueError as e:
        out.append(e.args)
    return out


def keeps_value():
    x = 1
    try:
        return x
    finally:
        x = 2


print(override(), swallow(), loop(), nested(), keeps_value())
