# What sys says about the interpreter.
import sys

print(sys.version_info[:2], sys.version_info.major, sys.version_info.releaselevel, sys.version[:4], sys.implementation.name, sys.implementation.cache_tag, sys.hexversion >> 16 == 0x30C, sys.byteorder, sys.maxsize, sys.maxunicode, sys.platform)
print(sys.float_info.max, sys.float_info.dig, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.int_info.default_max_str_digits, sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.algorithm)
print(sys.argv[0].split("/")[-1], len(sys.argv), sys.flags.optimize, sys.flags.utf8_mode, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getrecursionlimit(), sys.getswitchinterval(), sys.is_finalizing(), sys.api_version, sys.copyright[:13])
print(type(sys.modules).__name__, type(sys.path).__name__, sys.stdin.name, sys.stdout.name, sys.stderr.name, sys.stdin.encoding, sys.__stdout__ is sys.stdout, callable(sys.excepthook), sys.excepthook is sys.__excepthook__, callable(sys.displayhook), sys.getprofile(), sys.gettrace())
print(sys.intern("abc") is sys.intern("abc"), sys.getsizeof([]), sys.getrefcount(None) > 1000, sys.exc_info(), sys.call_tracing is not None, sys.get_int_max_str_digits(), sys.getallocatedblocks() > 0, sys.dont_write_bytecode in (True, False), sys.warnoptions, isinstance(sys.executable, str))
sys.displayhook(5)
sys.displayhook(None)
sys.displayhook("text")
import builtins
print(builtins._)
old = sys.displayhook
sys.displayhook = lambda v: print("hook", v)
exec(compile("1 + 1", "s", "single"))
sys.displayhook = old
for f in (lambda: sys.getsizeof(), lambda: sys.getrefcount(), lambda: sys.getrefcount(1, 2), lambda: sys.exit(1, 2), lambda: sys.intern(1), lambda: sys.setrecursionlimit("a"), lambda: sys._getframe("a"), lambda: sys.set_int_max_str_digits(5), lambda: sys.exc_info(1), lambda: sys.setswitchinterval(-1), lambda: sys.excepthook(1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
sys.set_int_max_str_digits(700)
try:
    str(10 ** 800)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(4300)
