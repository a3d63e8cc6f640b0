import _locale

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e), e)

t(_locale.setlocale, 6, 'xx'); t(_locale.setlocale, 99); t(_locale.setlocale, 6, 'en_US.UTF-8')
t(_locale.strcoll, 'a', 'b'); t(_locale.strxfrm, 'abc'); t(_locale.nl_langinfo, 999999); t(_locale.nl_langinfo, _locale.CODESET)
print(_locale.localeconv())
for n in dir(_locale):
    v = getattr(_locale, n)
    if isinstance(v, int) and n[0] != 'L': t(_locale.nl_langinfo, v)
