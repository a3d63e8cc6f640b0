"""Exceptions keep frames, and frames keep locals."""
# modes: plain
import gc
import sys
import weakref


class Big:
    pass


def work():
    big = Big()
    watch.append(weakref.ref(big))
    raise ValueError("something went wrong")


watch = []
try:
    work()
except ValueError as error:
    print("in the handler, the local lives:", watch[0]() is not None)
    frame = error.__traceback__.tb_next.tb_frame
    print("found in the traceback:", sorted(frame.f_locals))
    del frame
print("after it, it is gone:", watch[0]())

saved = None
try:
    work()
except ValueError as error:
    saved = error
print("an exception that is kept, keeps it:", watch[1]() is not None)
saved.__traceback__ = None
print("until its traceback goes:", watch[1]())


def cycle():
    try:
        work()
    except ValueError as error:
        kept = error  # the frame holds the exception, the exception holds the frame
    return "done"


gc.collect()
print(cycle(), "and it is still alive:", watch[2]() is not None)
print("found by the collector:", gc.collect() > 0, watch[2]())


def no_cycle():
    try:
        work()
    except ValueError as error:
        kept = error
    finally:
        kept = None
    return "done"


print(no_cycle(), "and it is gone:", watch[3]())
print("the name of the handler is removed:", "error" in globals(), sys.exception())
