# The functions and types of native modules: their attributes, what kind they are, and their signatures.
# modes: plain
MODULES = ("_sre _json _random _bisect _heapq _statistics binascii cmath _csv _md5 _sha1 _sha2 _sha3 _blake2 math _operator _string "
           "gc atexit _opcode marshal _weakref")


def signature(o):
    return repr(getattr(o, "__text_signature__", None))


def show_type(kind, name):
    print("type", name, kind.__module__, kind.__qualname__, kind.__basicsize__, kind.__itemsize__, signature(kind), sep="\t")
    for key in sorted(kind.__dict__):
        if key != "__vectorcalloffset__":
            print("", name + "." + key, type(kind.__dict__[key]).__name__, signature(getattr(kind, key, None)), sep="\t")


HIDDEN = {"__spec__", "__loader__", "__file__", "__package__", "__doc__", "__name__", "__about__"}
for name in MODULES.split():
    module = __import__(name)
    for key in sorted(set(dir(module)) - HIDDEN):
        o = getattr(module, key)
        if isinstance(o, type):
            show_type(o, name + "." + key)
        else:
            print("function" if callable(o) else "value", name + "." + key, type(o).__name__, signature(o), sep="\t")
