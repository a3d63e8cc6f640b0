# What sys.settrace and sys.setprofile tell of.
import sys
def tracer(frame, event, arg):
    if event == 'exception': arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
    if type(arg).__name__ == 'async_generator_wrapped_value':
        arg = 'wrapped'
    print(frame.f_code.co_name, event, frame.f_lineno, arg if not callable(arg) else '<c>')
    return tracer
def prof(frame, event, arg):
    if type(arg).__name__ == 'async_generator_wrapped_value':
        arg = 'wrapped'
    print('P', frame.f_code.co_name, event, frame.f_lineno, getattr(arg, '__qualname__', arg))
def f(n):
    x = 0
    for i in range(n):
        x += i
    return x
def g():
    try:
        1/0
    except ZeroDivisionError:
        pass
    finally:
        y = 1
    with W() as q:
        pass
class W:
    __enter__ = __exit__ = lambda *a: None
def gen():
    yield 1
    try:
        yield 2
    finally:
        z = 1
def h():
    for v in gen():
        pass
    k = gen(); next(k); next(k)
    try: k.throw(ValueError('x'))
    except ValueError: pass
    k = gen(); next(k); next(k); k.close()
def err():
    raise KeyError('a')
def callerr():
    err()
class A:
    def __init__(self): self.x = 1
    @property
    def p(self): return 5
def i():
    a = A()
    a.p
    [b for b in (1,2)]
    lambda: (
      1)
    return (a.x +
       a.p)
def w():
    n = 0
    while n < 2: n += 1
    while True:
        break
async def co():
    return 1
async def co2():
    r = await co()
    async for q in ag():
        pass
    return r
async def ag():
    yield 1
def runco():
    c = co2()
    try: c.send(None)
    except StopIteration as e: print(e.value)
def match(x):
    match x:
        case 1:
            return 'a'
        case [a, b] if a > b:
            return 'b'
        case _:
            return 'c'
def bad():
    def t(frame, event, arg):
        if event == 'line': raise RuntimeError('boom')
        return t
    sys.settrace(t)
    try:
        f(2)
    except RuntimeError as e:
        print('caught', e, sys.gettrace())
        tb = e.__traceback__
        while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
for fn in (lambda: f(3), g, h, callerr, i, w, runco, lambda: match([2,1]), lambda: match(4)):
    print('----')
    sys.settrace(tracer)
    try: fn()
    except Exception as e: print(repr(e))
    sys.settrace(None)
print('---- profile')
for fn in (lambda: f(3), g, h, callerr, i, runco, lambda: ''.join(['a']).upper(), lambda: len([]), lambda: str.upper('x'), lambda: int('5'), lambda: int('x'), lambda: [].index(2), lambda: print(*['a'], sep='')):
    print('----')
    sys.setprofile(prof)
    try: fn()
    except Exception as e: print(repr(e))
    sys.setprofile(None)
bad()
print('----- opcodes')
def optr(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    print(event, frame.f_lasti, frame.f_lineno)
    return optr
sys.settrace(optr); f(1); sys.settrace(None)
def locs(frame, event, arg):
    if frame.f_code.co_name == 'f' and event == 'line':
        print(frame.f_lineno, frame.f_locals)
        if frame.f_lineno == 16 and frame.f_code.co_name == "f": frame.f_locals['x'] = 100
    return locs
sys.settrace(locs); print(f(2)); sys.settrace(None)
def t2(frame, event, arg):
    print(event, frame.f_lineno)
    return None if event == 'call' else t2
sys.settrace(t2); f(1); sys.settrace(None)
def mid():
    sys.settrace(tracer)
    sys._getframe().f_trace = tracer
    a = 1
    b = 2
    sys.settrace(None)
    c = 3
mid()
print(sys.gettrace(), sys.getprofile())
sys.settrace(optr)
match(4)
sys.settrace(None)
