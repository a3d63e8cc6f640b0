# next, send, throw, close on a generator in each of its states.
def g():
    print("start")
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
        return "result"
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("cleanup")


a = g()
print(next(a), a.send("s"))
try:
    a.send("t")
except StopIteration as e:
    print("stop", e.value, e.args)
try:
    next(a)
except StopIteration as e:
    print("again", e.value, e.args)
a = g()
try:
    a.send(1)
except TypeError as e:
    print(e)
next(a)
print(a.throw(ValueError("v")))
print(next(a, "default"))
a = g()
next(a)
a.close()
a.close()
a = g()
a.close()
print(next(a, "never started"))
a = g()
try:
    a.throw(KeyError("early"))
except KeyError as e:
    print("early", e)
a = g()
next(a)
try:
    a.throw(KeyError)
except KeyError as e:
    print("through", repr(e))
print(a.gi_frame, a.gi_running, a.gi_yieldfrom, a.gi_code.co_name, a.__name__, a.__qualname__)
print(iter(a) is a, type(a).__name__)
