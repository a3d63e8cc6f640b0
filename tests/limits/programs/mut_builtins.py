import builtins
saved = builtins.print
del builtins.print
try:
    print(1)
except NameError as e:
    saved(e)
builtins.print = saved
builtins.__build_class__ = None
try:
    class A:
        pass
except TypeError as e:
    print(e)
