// _csv: rows of fields as lines of text, and back.
import type { PyObject } from "../heap/object.ts";
import { newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { def, type Native } from "../native/signature.ts";
import { dictDelete, dictSet } from "../objects/dict.ts";
import { overflowError, typeError } from "../objects/errors.ts";
import { index, isExactInt, newInt } from "../objects/int.ts";
import { listFrom } from "../objects/list.ts";
import { untold } from "../objects/members.ts";
import { newNone } from "../objects/singletons.ts";
import { isStr, newAsciiStr } from "../objects/str.ts";
import {
  csvError,
  csvState,
  DialectType,
  dialectFor,
  dialectsByName,
  ErrorType,
  namedDialect,
  QUOTE_ALL,
  QUOTE_MINIMAL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
} from "./csv/dialect.ts";
import { newReader, ReaderType } from "./csv/reader.ts";
import { newWriter, WriterType } from "./csv/writer.ts";
import { defineModule } from "./module.ts";
import { withText } from "./natives.ts";

type Options = readonly (readonly [PyObject, Value])[];

/** A function of one thing and a dialect, with the settings of the dialect as keywords. */
const withDialect = (
  name: string,
  doc: string,
  body: (what: Value, on: Value | undefined, options: Options) => OwnedValue,
): Native =>
  untold([
    def(`${name}($module, /, *args, **options)`, doc, (_module, ...rest) => {
      const [args, options] = rest as unknown as [Value[], Options];
      if (args.length < 1) throw typeError(` expected at least 1 argument, got ${args.length}`);
      if (args.length > 2) throw typeError(` expected at most 2 arguments, got ${args.length}`);
      return body(args[0], args[1], options);
    }),
  ])[0];

function setLimit(value: Value | undefined): number {
  const state = csvState();
  const before = state.limit;
  if (value === undefined) return before;
  if (!isExactInt(value)) throw typeError("limit must be an integer");
  const n = index(value);
  if (BigInt.asIntN(64, BigInt(n)) !== BigInt(n)) throw overflowError("Python int too large to convert to C long");
  state.limit = Number(n);
  return before;
}

export default defineModule({
  name: "_csv",
  doc: "Rows of fields as lines of text, and back.",
  functions: [
    withDialect("reader", "reader(iterable, dialect='excel', **settings): an iterator of rows over lines.", newReader),
    withDialect("writer", "writer(file, dialect='excel', **settings): writes rows as lines.", newWriter),
    def("list_dialects($module, /)", "The names of the dialects.", () => listFrom(dialectsByName())),
    withDialect(
      "register_dialect",
      "register_dialect(name, dialect, **settings): gives a dialect a name.",
      (name, on, options) => {
        if (!isStr(name)) throw typeError("dialect name must be a string");
        const dialect = dialectFor(on, options);
        dictSet(dialectsByName(), name, dialect as OwnedValue);
        return newNone();
      },
    ),
    def("unregister_dialect($module, /, name)", "Takes a dialect's name away.", (_module, name) => {
      if (!dictDelete(dialectsByName(), name)) throw csvError("unknown dialect");
    }),
    def("get_dialect($module, /, name)", "The dialect of a name.", (_module, name) => namedDialect(name)),
    withText(
      def(
        "field_size_limit($module, /, new_limit=NULL) -> int",
        "How long a field may be, until now; sets it, too.",
        (_module, limit) => setLimit(limit),
      ),
      "($module, /, new_limit=<unrepresentable>)",
    ),
  ],
  constants: (): Record<string, OwnedValue> => ({
    __version__: newAsciiStr("1.0"),
    _dialects: newRef(dialectsByName()),
    QUOTE_MINIMAL: newInt(QUOTE_MINIMAL),
    QUOTE_ALL: newInt(QUOTE_ALL),
    QUOTE_NONNUMERIC: newInt(QUOTE_NONNUMERIC),
    QUOTE_NONE: newInt(QUOTE_NONE),
    QUOTE_STRINGS: newInt(QUOTE_STRINGS),
    QUOTE_NOTNULL: newInt(QUOTE_NOTNULL),
    Dialect: newRef(DialectType),
    Error: newRef(ErrorType),
    Reader: newRef(ReaderType),
    Writer: newRef(WriterType),
  }),
});
