"""Data as C lays it out: numbers, structures and arrays, in memory of their own or at an address.

Memory at an address is that of Python objects, which can be looked at: the reference count, the
type, the length. It cannot be written to. Shared libraries cannot be loaded.
"""
import struct as _struct
import _ctypes
from _weakref import ref as _ref
from types import CodeType as _CodeType, GenericAlias as _GenericAlias

__version__ = "1.1.0"
SIZEOF_TIME_T = 8
DEFAULT_MODE = RTLD_LOCAL = 0
RTLD_GLOBAL = 256


class ArgumentError(Exception):
    pass


class _Meta(type):
    def __mul__(cls, length):
        return _array_type(cls, length)

    __rmul__ = __mul__


class _CData(metaclass=_Meta):
    _size_ = _align_ = 1
    _address_ = None

    @classmethod
    def from_address(cls, address):
        if not isinstance(address, int):
            raise TypeError("integer expected")
        self = cls.__new__(cls)
        self._address_ = address
        return self

    @classmethod
    def from_buffer(cls, source, offset=0):
        view = memoryview(source).cast("B")
        if view.readonly:
            raise TypeError("underlying buffer is not writable")
        return cls._within(view, offset)

    @classmethod
    def from_buffer_copy(cls, source, offset=0):
        return cls._within(memoryview(bytearray(source)), offset)

    @classmethod
    def _within(cls, view, offset):
        if offset < 0:
            raise ValueError("offset cannot be negative")
        if offset + cls._size_ > len(view):
            raise ValueError(
                f"Buffer size too small ({len(view)} instead of at least {offset + cls._size_} bytes)"
            )
        self = cls.__new__(cls)
        self._view_ = view[offset : offset + cls._size_]
        return self

    def _memory_(self):
        view = self.__dict__.get("_view_")
        if view is None:
            view = self._view_ = memoryview(bytearray(self._size_))
        return view

    def _read_(self, offset, size):
        if self._address_ is not None:
            return _ctypes.peek(self._address_ + offset, size)
        return bytes(self._memory_()[offset : offset + size])

    def _write_(self, offset, data):
        if self._address_ is not None:
            raise ValueError("the memory of objects cannot be written to")
        self._memory_()[offset : offset + len(data)] = data

    def __bytes__(self):
        return self._read_(0, self._size_)

    def __buffer__(self, flags):
        return self._memory_() if self._address_ is None else memoryview(self._read_(0, self._size_))


class _SimpleCData(_CData):
    _type_ = "i"
    _object_ = None

    def __init__(self, value=None):
        if value is not None:
            self.value = value

    @property
    def value(self):
        return self._get_(self, 0)

    @value.setter
    def value(self, value):
        self._set_(self, 0, value)

    @classmethod
    def _get_(cls, owner, offset):
        (value,) = _struct.unpack(cls._type_, owner._read_(offset, cls._size_))
        return value

    @classmethod
    def _set_(cls, owner, offset, value):
        owner._write_(offset, _struct.pack(cls._type_, cls._convert_(value)))

    @classmethod
    def _convert_(cls, value):
        if isinstance(value, _SimpleCData):
            value = value.value
        if cls._type_ in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            return value
        if cls._type_ == "?":
            return bool(value)
        if cls._type_ == "c":
            if isinstance(value, int):
                return bytes([value])
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise TypeError("one character bytes, bytearray or integer expected")
            return bytes(value)
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = 8 * cls._size_
        value &= (1 << bits) - 1
        if cls._type_.islower() and value >> (bits - 1):
            value -= 1 << bits
        return value

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        if type(self).__bases__[0] is not _SimpleCData:
            return f"<{type(self).__name__} object at {hex(id(self))}>"
        return f"{type(self).__name__}({self.value!r})"


def _simple(name, code):
    size = _struct.calcsize(code)
    return _Meta(name, (_SimpleCData,), {"_type_": code, "_size_": size, "_align_": size, "__module__": "ctypes"})


c_bool = _simple("c_bool", "?")
c_char = _simple("c_char", "c")
c_byte = _simple("c_byte", "b")
c_ubyte = _simple("c_ubyte", "B")
c_short = _simple("c_short", "h")
c_ushort = _simple("c_ushort", "H")
c_int = _simple("c_int", "i")
c_uint = _simple("c_uint", "I")
c_long = _simple("c_long", "l")
c_ulong = _simple("c_ulong", "L")
c_float = _simple("c_float", "f")
c_double = _simple("c_double", "d")
c_longlong, c_ulonglong = c_long, c_ulong
c_size_t, c_ssize_t = c_ulong, c_long
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32, c_int64, c_uint64 = c_int, c_uint, c_long, c_ulong
c_time_t = c_long


class c_wchar(_SimpleCData):
    """A character."""

    _type_ = "I"
    _size_ = _align_ = 4

    @classmethod
    def _get_(cls, owner, offset):
        return chr(super()._get_(owner, offset))

    @classmethod
    def _convert_(cls, value):
        if isinstance(value, c_wchar):
            value = value.value
        if not isinstance(value, str) or len(value) != 1:
            raise TypeError(f"one character unicode string expected instead of {type(value).__name__} instance")
        return ord(value)


class c_void_p(_SimpleCData):
    _type_ = "P"
    _size_ = _align_ = 8

    @classmethod
    def _get_(cls, owner, offset):
        return super()._get_(owner, offset) or None

    @classmethod
    def _convert_(cls, value):
        return 0 if value is None else super()._convert_(value)

    def __repr__(self):
        return f"c_void_p({self.value!r})"


c_voidp = c_void_p


class py_object(_SimpleCData):
    """A reference to a Python object."""

    _type_ = "P"
    _size_ = _align_ = 8

    def __init__(self, value=None):
        self._object_ = value
        self._write_(0, _struct.pack("P", id(value)))

    @classmethod
    def _get_(cls, owner, offset):
        (address,) = _struct.unpack("P", owner._read_(offset, 8))
        if not address:
            raise ValueError("PyObject is NULL")
        return _ctypes.object_at(address)

    @classmethod
    def _set_(cls, owner, offset, value):
        owner._object_ = value
        owner._write_(offset, _struct.pack("P", id(value)))

    def __repr__(self):
        return f"py_object({self.value!r})"


# ---- structures ----


class _Field:
    def __init__(self, name, type, offset):
        self.name, self.type, self.offset, self.size = name, type, offset, type._size_

    def __get__(self, instance, owner):
        if instance is None:
            return self
        if issubclass(self.type, _SimpleCData):
            return self.type._get_(instance, self.offset)
        return _part(self.type, instance, self.offset)

    def __set__(self, instance, value):
        if issubclass(self.type, _SimpleCData):
            self.type._set_(instance, self.offset, value)
        else:
            instance._write_(self.offset, bytes(value))

    def __repr__(self):
        return f"<Field type={self.type.__name__}, ofs={self.offset}, size={self.size}>"


def _part(type, whole, offset):
    if whole._address_ is not None:
        return type.from_address(whole._address_ + offset)
    part = type.__new__(type)
    part._view_ = whole._memory_()[offset : offset + type._size_]
    part._whole_ = whole
    return part


class _StructMeta(_Meta):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if "_fields_" in namespace:
            cls._lay_out(namespace["_fields_"])

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == "_fields_":
            cls._lay_out(value)

    def _lay_out(cls, fields):
        base = cls.__mro__[1]
        end, align = (base._size_, base._align_) if getattr(base, "_fields_", None) else (0, 1)
        pack = getattr(cls, "_pack_", None)
        for name, type, *_ in fields:
            step = min(type._align_, pack) if pack else type._align_
            align = max(align, step)
            offset = 0 if cls._union_ else -(-end // step) * step
            setattr(cls, name, _Field(name, type, offset))
            end = max(end, offset + type._size_)
        cls._align_ = align
        cls._size_ = -(-end // align) * align


class Structure(_CData, metaclass=_StructMeta):
    _union_ = False
    _size_ = 0

    def __init__(self, *args, **kwargs):
        names = [field[0] for cls in reversed(type(self).__mro__) for field in vars(cls).get("_fields_", ())]
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in [*zip(names, args), *kwargs.items()]:
            setattr(self, name, value)


class Union(Structure):
    _union_ = True


# ---- arrays ----


class Array(_CData):
    _length_ = 0
    _type_ = c_int
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, *values):
        if len(values) > self._length_:
            raise IndexError("invalid index")
        for i, value in enumerate(values):
            self[i] = value

    def __len__(self):
        return self._length_

    def _place(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return index * self._type_._size_

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._length_))]
        return _Field("", self._type_, self._place(index)).__get__(self, None)

    def __setitem__(self, index, value):
        _Field("", self._type_, self._place(index)).__set__(self, value)

    def __iter__(self):
        return (self[i] for i in range(self._length_))

    @property
    def raw(self):
        return self._read_(0, self._size_)

    @property
    def value(self):
        return self.raw.split(b"\0", 1)[0]

    @value.setter
    def value(self, value):
        self._write_(0, value + b"\0" * (len(value) < self._size_))


_arrays = {}


def _array_type(type, length):
    key = type, length
    if key not in _arrays:
        names = {"_type_": type, "_length_": length, "_size_": length * type._size_, "_align_": type._align_}
        _arrays[key] = _Meta(f"{type.__name__}_Array_{length}", (Array,), {**names, "__module__": "ctypes"})
    return _arrays[key]


def ARRAY(type, length):
    return type * length


def create_string_buffer(init, size=None):
    if isinstance(init, int):
        return (c_char * init)()
    buffer = (c_char * (len(init) + 1 if size is None else size))()
    buffer.value = init
    return buffer


# ---- pointers ----


class _Pointer(_CData):
    _size_ = _align_ = 8
    _type_ = None

    def __init__(self, target=None):
        self._target_ = target

    @property
    def contents(self):
        if self._target_ is None:
            raise ValueError("NULL pointer access")
        return self._target_ if isinstance(self._target_, _CData) else self._type_.from_address(self._target_)

    def __getitem__(self, index):
        target = self.contents
        if index == 0:
            return target.value if isinstance(target, _SimpleCData) else target
        at = target._address_ + index * self._type_._size_
        return _Field("", self._type_, 0).__get__(self._type_.from_address(at), None)

    def __bool__(self):
        return self._target_ is not None


_pointers = {}


def POINTER(type):
    if type not in _pointers:
        _pointers[type] = _Meta(f"LP_{type.__name__}", (_Pointer,), {"_type_": type, "__module__": "ctypes"})
    return _pointers[type]


def pointer(target):
    return POINTER(type(target))(target)


def byref(target, offset=0):
    return pointer(target)


def cast(source, type):
    address = source.value if isinstance(source, c_void_p) else source
    if isinstance(address, (_CData, _Pointer)):
        address = addressof(address)
    if issubclass(type, _Pointer):
        return type(address)
    made = type.__new__(type)
    made._write_(0, _struct.pack("P", address or 0))
    return made


def resize(what, size):
    if size < type(what)._size_:
        raise ValueError(f"minimum size is {type(what)._size_}")
    data = what._read_(0, min(size, what._size_)).ljust(size, b"\0")
    what._view_ = memoryview(bytearray(data))
    what._address_, what._size_ = None, size


def sizeof(what):
    if isinstance(what, _CData) or isinstance(what, type) and issubclass(what, _CData):
        return what._size_
    raise TypeError("this type has no size")


def alignment(what):
    return what._align_


def addressof(what):
    if not isinstance(what, _CData):
        raise TypeError("invalid type")
    return what._address_ if what._address_ is not None else id(what._memory_().obj) + 32


def string_at(address, size=-1):
    return _ctypes.peek(address, max(size, 0))


# ---- shared libraries ----


class CDLL:
    def __init__(self, name, *args, **kwargs):
        raise OSError(f"{name}: cannot open shared object file: No such file or directory")


PyDLL = CDLL


class LibraryLoader:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, type):
        self._type = type

    def LoadLibrary(self, name):
        return self._type(name)


cdll, pydll = LibraryLoader(CDLL), LibraryLoader(PyDLL)


# ---- functions ----


class _FunctionPointer(_CData):
    """A function of the program, as one of C's."""

    _size_ = _align_ = 8
    _restype_ = None
    _argtypes_ = ()

    def __init__(self, function):
        if not callable(function):
            raise TypeError("argument must be callable or integer function address")
        self._function_ = function

    def __call__(self, *args):
        return self._function_(*args)


_function_types = {}


def CFUNCTYPE(restype, *argtypes):
    key = restype, argtypes
    if key not in _function_types:
        names = {"_restype_": restype, "_argtypes_": argtypes, "__module__": "ctypes"}
        _function_types[key] = _Meta("CFunctionType", (_FunctionPointer,), names)
    return _function_types[key]


PYFUNCTYPE = CFUNCTYPE


class _Extras:
    """What others keep with code objects, each under a number of its own, until the code is gone."""

    def __init__(self):
        self.releases = []
        self.kept = {}

    def request(self, release):
        self.releases.append(release)
        return len(self.releases) - 1

    def of(self, code):
        if not isinstance(code, _CodeType):
            raise SystemError("Objects/codeobject.c: bad argument to internal function")
        return self.kept.get(id(code), (None, ()))[1]

    def set(self, code, index, value):
        kept = self.of(code)
        if not 0 <= index < len(self.releases):
            raise SystemError("Objects/codeobject.c: bad argument to internal function")
        if len(kept) <= index:
            kept = [*kept, *[None] * (len(self.releases) - len(kept))]
            self.keep(code, kept)
        if kept[index] is not None and self.releases[index] is not None:
            self.releases[index](kept[index])
        kept[index] = value

    def keep(self, code, kept):
        address = id(code)

        def release(gone):
            del self.kept[address]
            for function, value in zip(self.releases, kept):
                if function is not None:
                    function(value)

        self.kept[address] = _ref(code, release), kept


_extras = _Extras()
_plain = lambda value: value.value if isinstance(value, _SimpleCData) else value


class _PythonAPI:
    """What can be asked of the interpreter itself, as functions of its C interface."""

    @staticmethod
    def Py_IncRef(object):
        _ctypes.incref(_plain(object))

    @staticmethod
    def Py_DecRef(object):
        _ctypes.decref(_plain(object))

    @staticmethod
    def PyUnstable_Eval_RequestCodeExtraIndex(release):
        return _extras.request(release)

    @staticmethod
    def PyUnstable_Code_SetExtra(code, index, extra):
        _extras.set(_plain(code), _plain(index), _plain(extra))
        return 0

    @staticmethod
    def PyUnstable_Code_GetExtra(code, index, extra):
        kept = _extras.of(_plain(code))
        extra.value = kept[index] if 0 <= index < len(kept) else None
        return 0


pythonapi = _PythonAPI()
