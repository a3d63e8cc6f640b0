import _signal as s

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e), e)

t(s.signal, 0, s.SIG_DFL); t(s.signal, 2, 5); t(s.signal, 2, s.SIG_DFL); t(s.getsignal, 2); t(s.getsignal, 100)
t(s.signal, 9, s.SIG_IGN); t(s.default_int_handler); t(s.default_int_handler, 2, None); t(s.valid_signals)
t(s.strsignal, 2); t(s.getsignal, 15); t(s.siginterrupt, 2, 0); t(s.raise_signal, 28)
for i in range(1, 65): print(i, s.strsignal(i), s.getsignal(i))
def h(n, f): print('handler', n, f.f_code.co_name)
t(s.signal, 2, h)
t(s.raise_signal, 2)
print(s.getsignal(2) is h)
print(sorted(k for k in dir(s) if k.startswith('SIG')))
