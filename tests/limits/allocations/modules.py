import _struct, array, _io, _json, _random, math, _csv, time, sys, itertools, _contextvars, _bisect, _heapq, binascii, marshal, _sre
_struct.pack("<id", 1000, 2.5); _struct.unpack("<id", bytes(12)); list(_struct.iter_unpack("<h", b"abcd"))
a = array.array("i", [1000, 2000]); a.append(3); a.tolist(); a + a; a.tobytes(); list(a); repr(a)
s = _io.StringIO("a\nb"); s.readline(); s.read(); s.write("x" * 10); s.getvalue(); list(_io.StringIO("x\ny"))
b = _io.BytesIO(b"abc"); b.read(1); b.write(b"zz"); b.getvalue(); b.getbuffer()[1]; 
t = _io.TextIOWrapper(_io.BytesIO(), "utf-8"); t.write("abc"); t.flush(); t.seek(0); t.read()
_random.Random(5).random(); math.factorial(30); math.gcd(1000, 250); math.sqrt(5); math.fsum([1.5, 2]); math.modf(3.5); math.frexp(3.0); math.comb(50, 20); math.dist([1, 2], [3, 4])
v = _contextvars.ContextVar("v", default=[1]); k = v.set(2000); v.get(); v.reset(k); _contextvars.copy_context().run(len, "a"); list(_contextvars.copy_context().items())
_bisect.insort_right([1000, 2000], 1500); h = [3000, 1000]; _heapq.heapify(h); _heapq.heappush(h, 5); _heapq.heappop(h)
marshal.loads(marshal.dumps([1000, "a", (1.5, b"x"), {"k": {1}}, 10**30])); binascii.hexlify(b"ab")
sys.implementation; sys.getsizeof([]); sys.version_info[:2]; sys.flags
time.gmtime(0); time.strftime("%Y", (2000, 1, 1, 0, 0, 0, 0, 1, 0)) 
list(_csv.reader(["a,b", "c,d"])); (1000).__reduce_ex__(2) if 0 else 0
import _codecs; _codecs.encode("abc", "utf-8"); _codecs.utf_8_decode(b"abc"); 
iter([1000]).__reduce__(); {}.items(); enumerate([1]).__reduce__(); zip([1]).__reduce__(); range(1000, 2000).__reduce__(); reversed([1]).__reduce__(); {1000: 2}.keys() & {1000}; {1: 2}.items() | {3}; iter({1: 2}.items()).__reduce__(); map(str, [1]).__reduce__(); slice(1, 1000).indices(5); slice(1).__reduce__(); Exception(1000).__reduce__(); bytearray(b"a").__reduce__(); {1}.__reduce__(); property().getter(len); "abc".__getnewargs__(); (1000).__getnewargs__(); super.__mro__
