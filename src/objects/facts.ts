// What can be seen of CPython's builtin types that has no cause here: which of them repeat a slot
// that they could inherit, which attributes are members, which methods have a signature that is
// not told. Recorded, and compared by the programs builtin_tables and builtin_errors.

const words = (text: string): readonly string[] => text.split(/\s+/);
const table = (
  rows: readonly (readonly [keys: string, values: string])[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const map = new Map<string, Set<string>>();
  for (const [keys, values] of rows) {
    for (const key of words(keys)) {
      const set = map.get(key) ?? new Set();
      for (const value of words(values)) set.add(value);
      map.set(key, set);
    }
  }
  return map;
};

const EXCEPTIONS =
  "ArithmeticError AssertionError BufferError BytesWarning DeprecationWarning EOFError EncodingWarning Exception " +
  "FloatingPointError FutureWarning GeneratorExit ImportWarning IndexError KeyboardInterrupt LookupError MemoryError " +
  "NotImplementedError OverflowError PendingDeprecationWarning RecursionError ReferenceError ResourceWarning RuntimeError " +
  "RuntimeWarning StopAsyncIteration SyntaxWarning SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError " +
  "Warning ZeroDivisionError";

/** Special methods that a type has in its own namespace though the slot is inherited, by the type's name, with its module unless that is builtins or types. */
export const REPEATED: ReadonlyMap<string, ReadonlySet<string>> = table([
  [EXCEPTIONS, "__init__ __new__"],
  ["UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError", "__new__"],
  [
    "BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError " +
      "ConnectionResetError FileExistsError FileNotFoundError IndentationError InterruptedError IsADirectoryError KeyError " +
      "ModuleNotFoundError NotADirectoryError PermissionError ProcessLookupError TabError TimeoutError UnboundLocalError",
    "__init__",
  ],
  ["BaseException frame method module", "__delattr__ __getattribute__ __setattr__"],
  [
    "async_generator builtin_function_or_method bytearray bytearray_iterator bytes bytes_iterator callable_iterator cell " +
      "classmethod_descriptor code complex coroutine dict dict_itemiterator dict_items dict_keyiterator dict_keys " +
      "dict_valueiterator dict_values ellipsis enumerate filter float frozenset generator getset_descriptor int iterator list " +
      "list_iterator list_reverseiterator longrange_iterator map mappingproxy member_descriptor memory_iterator memoryview " +
      "method-wrapper method_descriptor property range range_iterator reversed set set_iterator slice str str_ascii_iterator " +
      "str_iterator traceback tuple tuple_iterator wrapper_descriptor zip SimpleNamespace",
    "__getattribute__",
  ],
  ["async_generator code coroutine generator", "__sizeof__"],
  [
    "itertools._grouper itertools._tee_dataobject itertools.accumulate itertools.batched itertools.chain " +
      "itertools.combinations itertools.combinations_with_replacement itertools.compress itertools.count " +
      "itertools.cycle itertools.dropwhile itertools.filterfalse itertools.groupby itertools.islice " +
      "itertools.pairwise itertools.permutations itertools.product itertools.repeat itertools.starmap " +
      "itertools.takewhile itertools.zip_longest collections._deque_iterator collections._deque_reverse_iterator " +
      "collections.defaultdict collections.deque operator.attrgetter operator.itemgetter operator.methodcaller " +
      "array.array unicodedata.UCD",
    "__getattribute__",
  ],
  ["functools.partial _struct.Struct _thread._local", "__getattribute__ __setattr__ __delattr__"],
  ["binascii.Error binascii.Incomplete struct.error signal.itimer_error", "__weakref__"],
  ["NoneType", "__eq__ __ge__ __gt__ __le__ __lt__ __ne__"],
]);

/** Computed attributes that are members of the object in CPython, by the type's name. */
export const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = table([
  ["AttributeError", "name obj"],
  ["BaseException", "__suppress_context__"],
  ["BaseExceptionGroup", "exceptions message"],
  ["OSError", "errno filename filename2 strerror"],
  ["ImportError", "msg name name_from path"],
  ["NameError", "name"],
  ["StopIteration", "value"],
  ["SyntaxError", "end_lineno end_offset filename lineno msg offset print_file_and_line text"],
  ["SystemExit", "code"],
  ["UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError", "encoding end object reason start"],
  ["type", "__base__ __basicsize__ __dictoffset__ __flags__ __itemsize__ __weakrefoffset__"],
  ["coroutine", "cr_origin"],
  ["async_generator", "ag_running"],
  [
    "code",
    "co_argcount co_consts co_exceptiontable co_filename co_firstlineno co_flags co_kwonlyargcount co_linetable co_name " +
      "co_names co_nlocals co_posonlyargcount co_qualname co_stacksize",
  ],
  ["module", "__dict__"],
  ["method", "__func__ __self__"],
]);

const ITERATORS =
  "list_iterator list_reverseiterator tuple_iterator str_iterator str_ascii_iterator bytes_iterator range_iterator " +
  "longrange_iterator iterator";

/** Methods whose signature CPython does not tell, by the type's name. */
export const UNTOLD: ReadonlyMap<string, ReadonlySet<string>> = table([
  ["AttributeError", "__getstate__ __reduce__"],
  ["BaseException", "__reduce__ __setstate__ add_note with_traceback"],
  ["BaseExceptionGroup", "__class_getitem__ derive split subgroup"],
  ["enumerate list tuple async_generator", "__class_getitem__"],
  [
    "OSError ImportError enumerate filter map range reversed slice zip builtin_function_or_method method_descriptor " +
      "wrapper_descriptor method-wrapper member_descriptor NotImplementedType ellipsis callable_iterator",
    "__reduce__",
  ],
  ["reversed zip bytearray_iterator", "__setstate__"],
  [ITERATORS, "__reduce__ __setstate__"],
  [`reversed bytearray_iterator ${ITERATORS}`, "__length_hint__"],
  ["int", "__ceil__ __floor__ __trunc__ conjugate"],
  ["memoryview", "__enter__ __exit__"],
  ["object", "__init_subclass__ __subclasshook__"],
  ["range", "__reversed__ count index"],
  ["slice", "indices"],
  ["type", "__prepare__"],
  ["generator coroutine", "close send"],
  ["async_generator", "aclose asend athrow"],
  ["code", "co_lines co_positions"],
  ["module traceback", "__dir__"],
  ["frame", "__sizeof__ clear"],
  ["collections.OrderedDict", "clear copy"],
  [
    "operator.attrgetter operator.itemgetter operator.methodcaller time.struct_time _thread._ExceptHookArgs",
    "__reduce__",
  ],
  ["array.array _contextvars.ContextVar _contextvars.Token", "__class_getitem__"],
  // Functions of modules.
  ["gc", "get_referents get_referrers set_threshold"],
  ["atexit", "_clear _ncallbacks _run_exitfuncs unregister"],
  ["_string", "formatter_field_name_split formatter_parser"],
  ["_signal", "set_wakeup_fd"],
]);

const OPTIONAL = "<unrepresentable>";

/** Signatures that say more, or less, than the binder needs, by "type.method". */
export const SIGNATURES: ReadonlyMap<string, string> = new Map([
  ["dict.pop", `($self, key, default=${OPTIONAL}, /)`],
  ["float.__round__", "($self, ndigits=None, /)"],
  ["int.__round__", `($self, ndigits=${OPTIONAL}, /)`],
  ["memoryview.cast", `($self, /, format, shape=${OPTIONAL})`],
  ["memoryview.hex", `($self, /, sep=${OPTIONAL}, bytes_per_sep=1)`],
  ["str.maketrans", `(x, y=${OPTIONAL}, z=${OPTIONAL}, /)`],
  ["code._varname_from_oparg", "($self, /, oparg)"],
  ["collections.OrderedDict.pop", `($self, /, key, default=${OPTIONAL})`],
  ["_contextvars.ContextVar.get", `($self, default=${OPTIONAL}, /)`],
  ["array._array_reconstructor", "($module, arraytype, typecode, mformat_code, items,\n                     /)"],
  ["_locale.setlocale", `($module, category, locale=${OPTIONAL}, /)`],
]);

/** Slots that are methods in CPython, with their signatures, by the type's name and the special method's. */
export const SLOT_METHODS: ReadonlyMap<string, string> = new Map([
  ["dict.__contains__", "($self, key, /)"],
  ["dict.__getitem__", "($self, key, /)"],
  ["list.__getitem__", "($self, index, /)"],
]);

/** Types that show their finalizer. */
export const SHOWS_FINALIZER: ReadonlySet<string> = new Set(words("generator coroutine async_generator _IOBase"));

/** Types that are told when a view of their memory is given up. */
export const RELEASES: ReadonlySet<string> = new Set(words("bytearray memoryview array _BytesIOBuffer"));

/** What calling a type takes, where the type itself does not say. */
export const TYPE_SIGNATURES: ReadonlyMap<string, string> = new Map([
  ["object", "()"],
  ["module", "(name, doc=None)"],
  ["method", "(function, instance, /)"],
  ["cell", "([contents])"],
  [
    "code",
    "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)",
  ],
]);

/** More types that CPython makes when their module is imported. */
export const MADE_ON_IMPORT: ReadonlySet<string> = new Set(
  words(
    "binascii.Error binascii.Incomplete operator.attrgetter operator.itemgetter operator.methodcaller _struct.Struct " +
      "struct.error array.array time.struct_time _thread._ExceptHookArgs signal.itimer_error unicodedata.UCD _csv.Error",
  ),
);
