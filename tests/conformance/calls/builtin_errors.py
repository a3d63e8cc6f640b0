# What builtin functions say about the wrong arguments.
calls = """abs() abs('a') all() any(1) ascii() bin('a') callable() chr(-1) chr('a') chr(0x110000) dir(1,2) divmod(1) enumerate() eval() eval(3) eval('1+') exec() exec(3) filter(None) format() format(1,2) getattr(1) getattr(1,2) getattr(1,'x') hasattr(1) hasattr(1,2) hash() hash([]) hex(1.0) id() id(1,2)
input(1,2) int('a',99) isinstance(1) isinstance(1,2) isinstance(1,(int,2)) isinstance(1,[int]) issubclass(1,int) issubclass(int,3) issubclass(int,()) iter(1) len() len(1) len([],[]) list(1) map(1) max(1) min() next(1) next([]) object(1) oct('a') open() ord('ab') ord(1) ord('') ord(b'ab') pow(1) print(a=1) range('a')
repr() reversed(1) round('a') set(1) setattr(1,2) setattr(1,'x',2) setattr(1,2,3) slice() sorted(1) str(1,2) sum('a') sum(1) super() tuple(1) type() type(1,2) type('a',2,{}) type('a',(),3) type(1,(),{}) vars(1) zip(1) delattr(1,'x') delattr(1,2) globals(1) locals(1) compile('a') compile('a','b','c') compile(3,'b','exec') compile('a\\0b','f','exec') __import__() __import__(3)
__import__('no.such') bytes('a') bytearray(1,2) memoryview(1) complex('a') float('a') frozenset(1) dict(1) bool(1,2) classmethod() staticmethod() property(1,2,3,4,5) type.__new__(type) type.__new__(int) object.__new__(type) int.__new__() str.__new__(int) breakpoint.x aiter(1) anext(1) __build_class__() __build_class__(1,2) hash(slice(1))==0 int.from_bytes() str.maketrans(1) dict.fromkeys() float.fromhex('z') float.fromhex(1)""".split()
for c in calls:
    try:
        eval(c)
        print(c, "fine")
    except BaseException as e:
        print(c, "->", type(e).__name__, e)
