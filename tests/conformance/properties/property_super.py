# property, staticmethod, classmethod and super: forms, messages, attributes.
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


def f(a:int)->str:
    'doc'
f.attr=1
for c in ["property(1,2,3,4,5)","property(1,fget=2)","property(foo=2)","staticmethod()","staticmethod(1,2)","staticmethod(f=1)","super(1)","super(int,1,2)","super(x=1)","super()","super(int,'a')","staticmethod.__new__(staticmethod).__get__(1)","classmethod.__new__(classmethod).__get__(1)","property().__set_name__(1)","property().__get__(5)","property().__set__(5,6)","property().__delete__(5)", "super(int,5).foo","super.__new__(super).foo","property().foo", "super(int).__get__(5).real", "property.fget.__get__(property(3))","property().__get__(None,None)","property.__get__(property())","repr(super(bool,True)),repr(super(bool,bool)),repr(super(bool)),repr(super.__new__(super))"]: show(c)

s=staticmethod(f)
print(s.__dict__, s.__dict__ is f.__dict__, s.__wrapped__ is f, s.__func__ is f)
s.x=2; print(s.x, f.__dict__)
c=classmethod(f); print(c.__name__, c.__doc__, c.__wrapped__ is f, repr(s)[:24], repr(c)[:23])
print(s(1), staticmethod(len)([1,2]))
for c in ["s.__dict__","setattr(s,'__dict__',3)","delattr(s,'__dict__')","setattr(s,'__func__',3)","staticmethod(5).__func__","property(5).fget","s.__isabstractmethod__","type(property.fget),type(property.__isabstractmethod__)","property.fget","staticmethod.__func__","property.__doc__ is None","property(None,doc='x').__doc__","property(f).__doc__","property(f,doc='y').__doc__","property(f).getter(len).__doc__==len.__doc__","property(f,doc='y').getter(len).__doc__"]: show(c)
class C:
    x=property()
    @property
    def y(self):
        "why"
        return self._y
    @y.setter
    def y(self,v): self._y=v
    @y.deleter
    def y(self): del self._y
    z=property(lambda self: 5)
    @staticmethod
    def st(a,b=2): return a,b
    @classmethod
    def cm(cls,a): return cls.__name__,a
    @classmethod
    @property
    def cp(cls): return cls.__name__
    def __set_name__(self,o,n): print('set name',n)
c=C()
for t in ["c.x","setattr(c,'x',1)","delattr(c,'x')","c.y","setattr(c,'y',1)","c.y","delattr(c,'y')","C.y.__doc__","c.z","setattr(c,'z',1)","C.st(1)","c.st(1)","C.cm(1)","c.cm(1)","C.cp","C.__dict__['st'].__get__(c) is C.st","C.y.fget.__name__","C.y.fset is None","C.y.fdel is None"]: show(t)
class P(property):
    "my doc"
class D:
    @P
    def a(self): "doc of a"; return 1
    b=P(lambda s: 2)
d=D(); print(d.a, D.a.__doc__, D.b.__doc__, D.a.__dict__, D.a.setter(print).__doc__)
class PS(property):
    __slots__=()
print(PS(lambda s: 1).__get__(5)) 
try: PS(f)
except AttributeError as e: print(e)
class B0:
    def m(self): return 'B0.m'
    @classmethod
    def k(cls): return 'B0.k',cls.__name__
    @staticmethod
    def s(): return 'B0.s'
    @property
    def p(self): return 'B0.p'
    v='B0.v'
    def __getitem__(self,i): return i
class B1(B0):
    def m(self): return 'B1.m',super().m(),super(B1,self).m()
    @classmethod
    def k(cls): return super().k(), super(B1,cls).k()
    @staticmethod
    def s(): return super(B1,B1).s()
    @property
    def p(self): return super().p, super().v, super().__class__, super().__self__ is self, super().__thisclass__, super().__self_class__
    def miss(self): return super().nothing
    def item(self): return super()[0]
    def item2(self): return super().__getitem__(0)
    def noargs(): return super()
    def deleted(self):
        del self
        return super()
    def cell(self):
        def g(self): return super().m()
        return g(self)
    def gen(self): return [super(B1,self).m() for _ in range(2)]
class B2(B1): pass
b=B2()
for t in ["b.m()","B2.k()","b.k()","B1.s()","b.p","b.miss()","b.item()","b.item2()","B1.noargs()","b.deleted()","b.cell()","b.gen()","super(B1,b)","super(B1,B2)","super(B1)","super(B1,b).m","super(B1).__get__(b,B2).m()","super(B1,b).__get__(5) is not None","super(B2,B1())","super(B1,b).__self_class__","super(B1).__self__","super(int,True).__repr__()","super(bool,True).bit_length()","isinstance(super(B1,b),super)","super(B1,b).__init__"]: show(t.replace("super(B1,b).__init__","super(B1,b).__init__ is not None"))
class Su(super): pass
print(Su(B1,b).m(), Su(B1).__get__(b).m(), repr(Su(B1,b)))
class X: 
    @property
    def __class__(self): return B2
print(super(B1,X()).__self_class__)
