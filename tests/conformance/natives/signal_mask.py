# needs: library
import signal


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


mask = signal.pthread_sigmask
attempt(mask, 9, [])
for wrong in ([0], [99], 3, ["a"], [-1]):
    attempt(mask, signal.SIG_BLOCK, wrong)
attempt(mask, 0)
attempt(mask, "x", [])
attempt(mask, signal.SIG_BLOCK, [signal.SIGKILL])
signal.signal(signal.SIGUSR1, lambda number, frame: print("handled", number))
attempt(mask, signal.SIG_BLOCK, [signal.SIGUSR1])
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
attempt(signal.sigpending)
attempt(mask, signal.SIG_UNBLOCK, {signal.SIGUSR1})
attempt(signal.sigpending)
attempt(mask, signal.SIG_SETMASK, [signal.SIGUSR2])
attempt(mask, signal.SIG_SETMASK, [])


def failing(number, frame):
    raise KeyError(number)


signal.signal(signal.SIGUSR2, failing)
mask(signal.SIG_BLOCK, [signal.SIGUSR2])
signal.raise_signal(signal.SIGUSR2)
attempt(mask, signal.SIG_SETMASK, [])
attempt(mask, signal.SIG_BLOCK, [])
print(repr(signal.SIG_BLOCK), signal.Sigmasks.SIG_SETMASK.value)
