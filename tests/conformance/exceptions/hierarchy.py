# Which class catches what, and the attributes of the built-in ones.
kinds = [ArithmeticError, AssertionError, AttributeError, BaseException, BlockingIOError, BufferError, EOFError, Exception,
         FileNotFoundError, FloatingPointError, GeneratorExit, ImportError, IndexError, KeyError, KeyboardInterrupt,
         LookupError, MemoryError, ModuleNotFoundError, NameError, NotImplementedError, OSError, OverflowError,
         RecursionError, ReferenceError, RuntimeError, StopIteration, SyntaxError, IndentationError, TabError, SystemError,
         SystemExit, TypeError, UnboundLocalError, UnicodeError, UnicodeDecodeError, ValueError, ZeroDivisionError,
         Warning, DeprecationWarning, ExceptionGroup, TimeoutError, PermissionError]
for k in kinds:
    print(" < ".join(c.__name__ for c in k.__mro__[:-1]))
print(OSError is IOError is EnvironmentError)
print(OSError(2, "gone", "file").filename, OSError(2, "gone"), repr(OSError(2, "gone")), type(OSError(2, "x")).__name__)
print(type(OSError(17, "x")).__name__, OSError("one").errno, OSError(13, "no", "a", None, "b"))
print(StopIteration(3).value, SystemExit(4).code, SystemExit().code, SystemExit(1, 2).code)
print(ImportError("m", name="n", path="p").name, repr(ImportError("m", name="n")))
print(AttributeError("m", name="n", obj=3).obj, NameError("m", name="q").name)
print(KeyError("k"), str(KeyError("k")), KeyError(1, 2), KeyError(), repr(KeyError("a")))
print(UnicodeDecodeError("utf8", b"ab", 0, 1, "why"), UnicodeEncodeError("x", "ab", 0, 2, "why"))
try:
    AttributeError(bad=1)
except TypeError as e:
    print(e)
try:
    UnicodeDecodeError(1)
except TypeError as e:
    print(e)
