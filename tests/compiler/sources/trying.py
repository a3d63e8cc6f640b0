def f(a, b):
    try:
        a()
    except A:
        b()
    try:
        a()
    except (A, B) as e:
        print(e)
    except C as e:
        raise
    except:
        return 1
    else:
        b()
    finally:
        c()
    try:
        return a
    finally:
        b()
    try: a()
    finally: return b
def loops(a):
    for i in a:
        try:
            if i: continue
            if a: break
            return i
        except A as e:
            if e: continue
            break
        finally:
            a()
    while a:
        try: break
        finally: continue
    for i in a:
        with i as (x, *y):
            if x: continue
            if y: return x, y
            break
def withs(a, b):
    with a: pass
    with a as x, b as y.z, c as w[0]: x()
    with a:
        return b
    with (a as x, b): return
    with a:
        with b:
            raise x
def nested(a):
    try:
        try:
            a()
        except A:
            b()
        finally:
            c()
    except B as e:
        try: d()
        except C as e: pass
    finally:
        try: e()
        finally: f()
def stars(a):
    try:
        a()
    except* A:
        b()
    except* (B, C) as e:
        for x in e:
            if x: continue
            break
    else: c()
    try: a()
    except* A as e: b()
    finally: c()
def gen(a):
    try:
        x = yield a
        yield from x
        with a: yield
    except A:
        yield 1
    finally:
        yield 2
    return 3
def lam():
    try: x = lambda: 1
    finally: y = lambda: 2
async def co(a):
    await a
    async with a as b, c: await b
    async for x in a:
        if x: continue
        if a: break
        return x
    else: b()
    try: await a
    finally: await b
    with a: return await b
async def agen(a):
    yield 1
    x = yield
    async for y in a:
        yield y
    return
try: import x
except ImportError: x = None
with open(a) as f: data = f.read()
