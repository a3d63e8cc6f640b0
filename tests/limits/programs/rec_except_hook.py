import sys
def hook(*a):
    sys.excepthook(*a)
sys.excepthook = hook
1 / 0
