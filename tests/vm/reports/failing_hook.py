# A sys.excepthook that fails itself.
import sys
def hook(t, v, tb):
    print("hook", t, v, tb is not None, sys.last_exc is v, sys.last_type is t, sys.last_traceback is tb)
    1/0
sys.excepthook = hook
def f(): raise KeyError("orig")
f()
