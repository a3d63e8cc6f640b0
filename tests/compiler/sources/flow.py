def loops(a, b):
    for i in a:
        if i:
            continue
        if b:
            break
        for j in i:
            if j: return j
            elif i: break
            else: continue
    else:
        return 1
    while a:
        a = b
        if a: continue
        while True:
            if b: break
            b()
    else:
        b = a
    while 1:
        pass
    while 0:
        x()
    if 1: y()
    else: z()
    if 0: y()
    elif a: z()
    if None: pass
    if not 1: pass
def unbound(a):
    if a:
        x = 1
    print(x)
    print(x)
    del x
    print(x)
    for y in a: pass
    print(y)
    try:
        z = 1
    except E as e:
        print(e)
    print(z, e)
def empty(): pass
def doc():
    """only"""
def returns(a):
    if a: return
    if a: return None
    if a: return 1
    if a: return (1, 2)
    if a: return (
        a)
    return -1
def assertion(a):
    assert a
    assert a, "message"
    assert not a and b, f"{a}"
    assert 0
def raising(a):
    raise
def raising2(a):
    raise a
def raising3(a):
    if a: raise a from b
    raise A(1) from None
def dead(a):
    return a
    print(a)
def dead2():
    while True:
        return
    x = 1
def conditions(a, b, c, d):
    if a is None and b is not None or c is None: x()
    if not (a is None): x()
    if (a and b) or (c and d): x()
    if (a or b) and (c or d): x()
    if a if b else c: x()
    if not (a if b else not c): x()
    if a == b == c: x()
    while a is not None: a = a.next
    return a and b, a or b, (a and b) or c
for x in y:
    if x: break
    if y: continue
print(1); print(2)
if a: b
elif c: d
elif e:
    f
else: g
x: int = 1
y: str
z.a: int = 2
z[0]: list
(w): int = 3
global_var = 1
def g():
    global global_var
    global_var += 1
    del global_var
    local: int = 1
    other: int
