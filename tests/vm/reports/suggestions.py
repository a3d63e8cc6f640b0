# What was meant: names, attributes, imports.
import sys
def show(f):
    try: f()
    except BaseException as e: sys.excepthook(type(e), e, e.__traceback__)
class A:
    bluch = 1
    def __init__(self): self.attribute = 1; self.other_thing = 2
    def m(self): return attribute
    def m2(self, param): return parm
    def m3(self): return Bluch
    def bar(self, __x=1): return blucH
    @property
    def prop(self): return self.atribute
    def selfless(me): return attribute
a = A()
global_name = 5
def f1(): a.atribute
def f2(): a.Attribute
def f3(): a.zzzzzz
def f4(): a.m()
def f5(): a.m2(1)
def f6(): a.m3()
def f7(): a.bar()
def f8(): a.prop
def f9(): a.selfless()
def f10(): return globl_name
def f11(): return prnt
def f12(): return math.pi
def f13(): return tim
def f14(): return time
def f15(): return Sys
def f16(): from sys import exti
def f17(): from sys import zzz
def f18(): import syss
def f19(): return [].appendd
def f20(): return "".Upper
def f21():
    local_variable = 1
    return local_varible
def f22():
    cellvar = 1
    def g(): return cellvr
    def h(): return cellvar
    g()
def f23(): A.blach
def f24(): sys.stdot
def f25(): "a".uper
def f26(): None.foo
class G:
    def __getattr__(self, n): raise AttributeError(n)
def f27(): G().foo
class H:
    def __getattr__(self, n): raise AttributeError("custom", name=n, obj=self)
    realname = 1
def f28(): H().realnam
class Bd:
    def __dir__(self): return [1, "x"]
def f29(): Bd().y
class Bd2:
    def __dir__(self): 1/0
def f30(): Bd2().y
class Many: pass
for i in range(760): setattr(Many, "attr%d" % i, 1)
def f31(): Many().attr_5
def f32(): raise NameError("x", name="glob_name")
def f33(): raise NameError("msg", name="global_nam")
def f34(): raise AttributeError("msg", name="appnd", obj=[])
def f35(): raise AttributeError("msg", name=5, obj=[])
def f36(): raise ImportError("msg", name="sys", name_from="exti")
class NE(NameError): pass
def f37(): raise NE("msg", name="global_nam")
def f38():
    x = 1
    del x
    x
def f39():
    print(unbound_thing)
    unbound_thing = 1
def f40(): return eéx
eéy = 1
def f41(): return abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz
abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyy = 1
def f42(): return GLOBAL_NAME
def f43(): return i_
def f44(): a.bluch.foo
def f45(): del a.atribute
def f46(): a.m.foo
def f47():
    class X: y = zz_
def f48(): return [globl_name for _ in (1,)]
def f49(): return (lambda self: attribute)(a)
def f50():
    def g(self):
        def h(): return self
        return attribute
    g(a)
def f51(): return io
def f52(): return Io
def f53(): object().__clas__
class Sl:
    __slots__ = ("slot_one",)
def f54(): Sl().slot_on
def f55(): Sl().slot_one
def f56(): Sl().new = 1
for n in range(1, 57):
    print("--", n, file=sys.stderr)
    show(globals()["f%d" % n])
blahblah = 1
print(blahblha)
