def f(a, b=1, *c, d=2, **e):
    return a
for change in (dict(co_code=b""), dict(co_code=b"\xff\xff"), dict(co_code=b"\x01\x00"), dict(co_stacksize=0), dict(co_nlocals=0), dict(co_varnames=()), dict(co_consts=()), dict(co_names=("x",)), dict(co_flags=0), dict(co_argcount=100), dict(co_code=b"d\xc8S\x00"), dict(co_code=b"|\xc8S\x00"), dict(co_code=b"S\x00" * 3), dict(co_linetable=b"\xff" * 10), dict(co_exceptiontable=b"\xff" * 10)):
    try:
        g = type(f)(f.__code__.replace(**change), {})
        g(1)
        print("ran")
    except Exception as e:
        print("refused")
