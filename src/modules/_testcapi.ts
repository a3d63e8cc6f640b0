// _testcapi: what CPython's own tests ask of the interpreter beneath the language, as far as it
// has a meaning here: printing exceptions as the interpreter does, and the bounds of C's numbers.
import type { PyObject } from "../heap/object.ts";
import { drop, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { isBytes } from "../objects/bytes.ts";
import { call, callMethod } from "../objects/call.ts";
import { caught, memoryError, PyError, typeError } from "../objects/errors.ts";
import { isException } from "../objects/exceptions.ts";
import { newFloat } from "../objects/float.ts";
import { cInt, newInt } from "../objects/int.ts";
import { findAttrText } from "../objects/protocol.ts";
import { newStr } from "../objects/str.ts";
import { newCode } from "../vm/code.ts";
import { displayException } from "../vm/reporthook.ts";
import { ReportText } from "../vm/reporttext.ts";
import { TRACEBACK, writeTraceback } from "../vm/reporttraceback.ts";
import { isTraceback } from "../vm/traceback.ts";
import { emptyUnit } from "./compilerstages.ts";
import { defineModule } from "./module.ts";

function printTraceback(traceback: Value, file: Value): void {
  if (!isTraceback(traceback)) throw typeError("traceback_print() needs a traceback");
  const out = new ReportText();
  writeTraceback(out, traceback, TRACEBACK);
  drop(callMethod(file, "write", newStr(out.text)));
}

/** Has an object an attribute? Every error counts as no. */
function hasAttribute(object: Value, name: Value): boolean {
  if (!isBytes(name)) throw typeError("object_hasattrstring() needs a name as bytes");
  try {
    const value = findAttrText(object, new TextDecoder().decode(name.value));
    if (value === undefined) return false;
    drop(value);
    return true;
  } catch (e) {
    drop(moved(caught(e) as PyObject) as Owned);
    return false;
  }
}

/** The exception that a class makes of arguments, which it takes over. */
function raiseAnew(type: Value, args: OwnedValue[]): unknown {
  const e = call(type, ...args);
  return isException(e) ? new PyError(e as Owned) : typeError("exceptions must derive from BaseException");
}

/** `name` without and with a text signature, for tests of docstrings. */
const documented = (name: string, doc: string) => def(`${name}($module, /)` as "x($module, /)", doc, () => {});

export default defineModule({
  name: "_testcapi",
  doc: "What CPython's own tests ask of the interpreter.",
  functions: [
    def(
      "code_newempty($module, filename: str, name: str, lineno: int, /)",
      "A code object that raises AssertionError.",
      (_module, filename, name, lineno) => newCode(emptyUnit(filename, name, lineno)),
    ),
    def(
      "exception_print($module, exception, legacy=0, /)",
      "Prints an exception as the interpreter does.",
      (_module, e) => displayException(e),
    ),
    def("traceback_print($module, traceback, file, /)", "Prints a traceback to a file.", (_module, traceback, file) =>
      printTraceback(traceback, file),
    ),
    def(
      "object_hasattrstring($module, object, name, /)",
      "1 when an object has an attribute.",
      (_module, object, name) => newInt(hasAttribute(object, name) ? 1 : 0),
    ),
    def(
      "bad_get($module, self, instance, owner, /)",
      "A descriptor's getter that answers its descriptor.",
      (_module, self) => newRef(self as PyObject),
    ),
    def("raise_memoryerror($module, /)", "Raises MemoryError.", () => {
      throw memoryError();
    }),
    def(
      "raise_exception($module, exception, count, /)",
      "Raises an exception with so many numbers as arguments.",
      (_module, e, count) => {
        const args = Array.from({ length: cInt(count) }, (_, i) => newInt(i));
        throw raiseAnew(e, args);
      },
    ),
    documented("test_with_docstring", "This is a pretty normal docstring."),
  ],
  constants: () => ({
    FLT_MAX: newFloat(3.4028234663852886e38),
    FLT_MIN: newFloat(1.1754943508222875e-38),
    DBL_MAX: newFloat(Number.MAX_VALUE),
    DBL_MIN: newFloat(2.2250738585072014e-308),
    INT_MAX: newInt(2147483647),
    INT_MIN: newInt(-2147483648),
    LONG_MAX: newInt(2n ** 63n - 1n),
    LONG_MIN: newInt(-(2n ** 63n)),
    UINT_MAX: newInt(4294967295),
    ULONG_MAX: newInt(2n ** 64n - 1n),
    PY_SSIZE_T_MAX: newInt(2n ** 63n - 1n),
    PY_SSIZE_T_MIN: newInt(-(2n ** 63n)),
    CHAR_MAX: newInt(127),
    CHAR_MIN: newInt(-128),
    SHRT_MAX: newInt(32767),
    SHRT_MIN: newInt(-32768),
    USHRT_MAX: newInt(65535),
    UCHAR_MAX: newInt(255),
  }),
});
