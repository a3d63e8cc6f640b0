// _json: what Lib/json is faster with. The reader and the writer are in json/.
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  keep,
  moved,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../heap/refs.ts";
import { HAVE_GC } from "../heap/type.ts";
import { byFormat, def, type Native } from "../native/signature.ts";
import { BuiltinType, type PyBuiltin } from "../objects/builtin.ts";
import { defineType } from "../objects/define.ts";
import { isDict } from "../objects/dict.ts";
import { typeError, valueError } from "../objects/errors.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { indexSize, newInt } from "../objects/int.ts";
import { madeMember, member, untold } from "../objects/members.ts";
import { getAttrText, isTrue, takeTruth, typeName } from "../objects/protocol.ts";
import { None, newBool } from "../objects/singletons.ts";
import { isStr, type PyStr } from "../objects/str.ts";
import { argumentName, constructorArguments } from "../objects/textargs.ts";
import { tupleOf } from "../objects/tuple.ts";
import { type DecoderOptions, readOnce } from "./json/decoder.ts";
import { Encoder, type EncoderOptions } from "./json/encoder.ts";
import { quotedStr, Source, scanString } from "./json/strings.ts";
import { defineModule } from "./module.ts";

function checkString(value: Value): PyStr {
  if (isStr(value)) return value;
  throw typeError(`first argument must be a string, not ${typeName(value)}`);
}

/**
 * The arguments of a call by their parameters, of which all must be told. What is missing is found in their
 * order, between the checks of those that are there; a keyword that is none comes last.
 */
function required(
  name: string,
  parameters: readonly string[],
  args: readonly Value[],
  kwnames: readonly PyObject[] | null,
  check: (value: Value, i: number) => void = () => {},
): Value[] {
  const keywords = (kwnames ?? []).map((keyword) => (keyword as PyStr).value);
  const npos = args.length - keywords.length;
  if (args.length > parameters.length) constructorArguments(name, parameters, args, kwnames);
  const found = parameters.map((parameter, i) => {
    const at = keywords.indexOf(parameter);
    if (i >= npos && at < 0) throw typeError(`${name}() missing required argument '${parameter}' (pos ${i + 1})`);
    const value = i < npos ? args[i] : args[npos + at];
    check(value, i);
    return value;
  });
  constructorArguments(name, parameters, args, kwnames);
  return found;
}

// ---- the reader ----

interface ScannerData {
  strict: boolean;
  /** object_hook, object_pairs_hook, parse_float, parse_int, parse_constant: owned; empty when cleared. */
  told: Refs;
}
type PyScanner = PyObject<ScannerData>;

const TOLD = ["object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant"];

function clearTold(o: PyObject<{ told: Refs }>): void {
  const { told } = o.value;
  o.value.told = newRefs();
  for (const value of told) drop(value as OwnedValue);
}

function newScanner(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const [context] = required("make_scanner", ["context"], args, kwnames);
  const told = newRefs();
  const scanner = allocGC<ScannerData, null>(ScannerType, { strict: false, told }, null, 88);
  try {
    scanner.value.strict = takeTruth(getAttrText(context, "strict"));
    for (const name of TOLD) told.push(boxed(getAttrText(context, name)));
  } catch (e) {
    drop(scanner);
    throw e;
  }
  return asInstanceOf(scanner, type);
}

/** The hooks of a reader, held while it reads. */
function holdOptions({ value: { strict, told } }: PyScanner): DecoderOptions {
  const [objectHook, objectPairsHook, floatOf, intOf, constantOf] = [0, 1, 2, 3, 4].map(
    (i) => boxed(share(told, i)) as PyObject,
  );
  return { strict, objectHook, objectPairsHook, floatOf, intOf, constantOf };
}

const dropOptions = ({ objectHook, objectPairsHook, floatOf, intOf, constantOf }: DecoderOptions): void => {
  for (const o of [objectHook, objectPairsHook, floatOf, intOf, constantOf]) drop(moved(o));
};

function scanOnce(scanner: PyScanner, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const [string, start] = required("scan_once", ["string", "idx"], args, kwnames);
  const index = indexSize(start);
  const s = checkString(string);
  if (index < 0) throw valueError("idx cannot be negative");
  const options = holdOptions(scanner);
  try {
    return readOnce(new Source(s), index, options);
  } finally {
    dropOptions(options);
  }
}

const toldMember = <T extends PyObject<{ told: Refs }>>(owner: PyType, name: string, i: number): Owned =>
  member<T>(owner, name, (o) => (o.value.told[i] ?? None) as PyObject);

const ScannerType: PyType = defineType<PyScanner>({
  name: "Scanner",
  module: "_json",
  doc: "Reads JSON.",
  flags: HAVE_GC,
  madeOnImport: true,
  basicSize: 72,
  traverse(scanner, visit) {
    for (const o of scanner.value.told) if (typeof o !== "number") visit(o);
  },
  clear: clearTold,
  slots: { new: newScanner, call: scanOnce },
  constants: () => ({
    strict: madeMember<PyScanner>(ScannerType, "strict", (scanner) => newBool(scanner.value.strict)),
    ...Object.fromEntries(TOLD.map((name, i) => [name, toldMember<PyScanner>(ScannerType, name, i)])),
  }),
});

// ---- the writer ----

interface EncoderData {
  /** markers, default, encoder, indent, key_separator, item_separator: owned; empty when cleared. */
  told: Refs;
  fast: EncoderOptions["fast"];
  sortKeys: boolean;
  skipKeys: boolean;
  allowNan: boolean;
}
type PyEncoder = PyObject<EncoderData>;

const PARAMETERS = [
  "markers",
  "default",
  "encoder",
  "indent",
  "key_separator",
  "item_separator",
  "sort_keys",
  "skipkeys",
  "allow_nan",
];

/** Which of our two functions the encoder is. */
function fastEncoder(encoder: Value): EncoderOptions["fast"] {
  if (typeof encoder === "number" || encoder.type !== BuiltinType) return null;
  const { native } = (encoder as PyBuiltin).value;
  return native === ENCODE_ASCII ? "ascii" : native === ENCODE ? "unicode" : null;
}

function newEncoder(type: PyType, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const values = required("make_encoder", PARAMETERS, args, kwnames, (value, i) => {
    if ((i === 4 || i === 5) && !isStr(value))
      throw typeError(`make_encoder() argument ${i + 1} must be str, not ${argumentName(value)}`);
  });
  const [sortKeys, skipKeys, allowNan] = values.slice(6).map(isTrue);
  const markers = values[0];
  if (markers !== None && !isDict(markers)) {
    throw typeError(`make_encoder() argument 1 must be dict or None, not ${typeName(markers)}`);
  }
  const told = newRefs();
  for (const value of values.slice(0, 6)) told.push(boxed(keep(value)));
  const data: EncoderData = { told, fast: fastEncoder(values[2]), sortKeys, skipKeys, allowNan };
  return asInstanceOf(allocGC<EncoderData, null>(EncoderType, data, null, 96), type);
}

function encode(encoder: PyEncoder, args: Value[], kwnames: readonly PyObject[] | null): OwnedValue {
  const [value, level] = required("_iterencode", ["obj", "_current_indent_level"], args, kwnames);
  indexSize(level);
  const { fast, sortKeys, skipKeys, allowNan } = encoder.value;
  const told = [0, 1, 2, 4, 5].map((i) => newRef(encoder.value.told[i] as PyObject));
  const [markers, fallback, encoderFunction, keySeparator, itemSeparator] = told;
  try {
    return new Encoder({
      markers: isDict(markers) ? markers : null,
      default: fallback,
      encoder: encoderFunction,
      fast,
      keySeparator: keySeparator as PyObject as PyStr,
      itemSeparator: itemSeparator as PyObject as PyStr,
      sortKeys,
      skipKeys,
      allowNan,
    }).write(value);
  } finally {
    for (const o of told) drop(o);
  }
}

const EncoderType: PyType = defineType<PyEncoder>({
  name: "Encoder",
  module: "_json",
  doc: "Writes JSON.",
  flags: HAVE_GC,
  madeOnImport: true,
  basicSize: 80,
  traverse(encoder, visit) {
    for (const o of encoder.value.told) if (typeof o !== "number") visit(o);
  },
  clear: clearTold,
  slots: { new: newEncoder, call: encode },
  constants: () => ({
    ...Object.fromEntries(PARAMETERS.slice(0, 6).map((name, i) => [name, toldMember<PyEncoder>(EncoderType, name, i)])),
    sort_keys: madeMember<PyEncoder>(EncoderType, "sort_keys", (encoder) => newBool(encoder.value.sortKeys)),
    skipkeys: madeMember<PyEncoder>(EncoderType, "skipkeys", (encoder) => newBool(encoder.value.skipKeys)),
  }),
});

// ---- functions ----

const quoter = (name: string, ascii: boolean, doc: string): Native =>
  untold([def(`${name}($module, string, /)`, doc, (_module, s) => quotedStr(checkString(s), ascii))])[0];

const ENCODE_ASCII = quoter("encode_basestring_ascii", true, "The str as JSON has it, in ASCII alone.");
const ENCODE = quoter("encode_basestring", false, "The str as JSON has it.");

const SCAN_STRING = byFormat(
  untold([
    def(
      "scanstring($module, /, *args)",
      "scanstring(string, end, strict=True): the string whose text begins at a place, and the place behind it.",
      (_module, args) => {
        const n = args.length;
        if (n < 2 || n > 3) {
          const [how, count] = n < 2 ? ["at least", 2] : ["at most", 3];
          throw typeError(`scanstring() takes ${how} ${count} arguments (${n} given)`);
        }
        const index = indexSize(args[1]);
        const strict = n < 3 || isTrue(args[2]);
        const source = new Source(checkString(args[0]));
        const { value, end } = scanString(source, index < 0 ? index : source.unit(index), strict);
        return tupleOf(value, newInt(source.charAt(end)));
      },
    ),
  ])[0],
);

export default defineModule({
  name: "_json",
  doc: "The reader and the writer of JSON that the json module uses.",
  functions: [ENCODE_ASCII, ENCODE, SCAN_STRING],
  constants: (): Record<string, OwnedValue> => ({
    make_scanner: newRef(ScannerType),
    make_encoder: newRef(EncoderType),
  }),
});
