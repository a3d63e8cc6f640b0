// unicodedata: what Unicode says of characters. Each function is also a method of the object that stands
// for version 3.2 of the database.
import { alloc } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { keep, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { NO_NEW } from "../heap/type.ts";
import { def, type Native } from "../native/signature.ts";
import { newGetSet } from "../objects/builtin.ts";
import { defineType } from "../objects/define.ts";
import { attributeError, PyError, typeError, valueError } from "../objects/errors.ts";
import { newException } from "../objects/exceptions.ts";
import { newFloat } from "../objects/float.ts";
import { newInt } from "../objects/int.ts";
import { newBool } from "../objects/singletons.ts";
import {
  intern,
  isAsciiStr,
  isStr,
  newNarrowStr,
  newStr,
  newTextStr,
  type PyStr,
  strLength,
  wideOf,
} from "../objects/str.ts";
import { codeAt } from "../objects/text/codepoints.ts";
import { lookupName, nameOf } from "../objects/text/names.ts";
import { decimalValue, digitValue, numericValue } from "../objects/text/unicode.ts";
import { argumentName, told } from "../objects/textargs.ts";
import { defineModule } from "./module.ts";
import { decompositionOf, FORMS, fieldsOf, isNew, normalize, oldDecimal } from "./ucd.ts";

/** The code point of an argument that must be one character. `where` is how the message begins. */
function character(where: string, value: Value): number {
  if (isStr(value) && strLength(value) === 1) return codeAt(value.value, 0, wideOf(value) !== null);
  throw typeError(`${where} must be a unicode character, not ${argumentName(value)}`);
}

type First = "$self" | "$module";

const property = (
  first: First,
  name: PropertyName,
  doc: string,
  get: (code: number, isOld: boolean) => OwnedValue,
): Native =>
  told(
    def(`${name}(${first}, chr, /)`, doc, (_self, chr) => get(character(`${name}() argument`, chr), first === "$self")),
    "($self, chr, /)",
  );
type PropertyName = "bidirectional" | "category" | "combining" | "decomposition" | "east_asian_width" | "mirrored";

/** A property that not every character has: without it, the default, or an error. */
const optional = (
  first: First,
  name: "decimal" | "digit" | "numeric" | "name",
  doc: string,
  missing: string,
  get: (code: number, isOld: boolean) => OwnedValue | undefined,
): Native =>
  told(
    def(`${name}(${first}, chr, default=NULL, /)`, doc, (_self, chr, fallback) => {
      const found = get(character(`${name}() argument 1`, chr), first === "$self");
      if (found !== undefined) return found;
      if (fallback === undefined) throw valueError(missing);
      return keep(fallback);
    }),
    "($self, chr, default=<unrepresentable>, /)",
  );

const intOr = (n: number): OwnedValue | undefined => (n < 0 ? undefined : newInt(n));

function decimal(code: number, isOld: boolean): OwnedValue | undefined {
  const own = isOld ? oldDecimal(code) : undefined;
  if (own !== undefined) return own === 10 ? undefined : newInt(own);
  return isOld && isNew(code) ? undefined : intOr(decimalValue(code));
}

function numeric(code: number, isOld: boolean): OwnedValue | undefined {
  const n = isOld && isNew(code) ? undefined : numericValue(code);
  return n === undefined ? undefined : newFloat(n);
}

function name(code: number, isOld: boolean): OwnedValue | undefined {
  const found = isOld && isNew(code) ? undefined : nameOf(code);
  return found === undefined ? undefined : newNarrowStr(found);
}

function decomposition(code: number, isOld: boolean): OwnedValue {
  const found = decompositionOf(code, isOld);
  if (found === undefined) return newNarrowStr("");
  const parts = found.parts.map((part) => part.toString(16).toUpperCase().padStart(4, "0"));
  return newNarrowStr((found.tag === "" ? parts : [found.tag, ...parts]).join(" "));
}

const MAX_NAME = 256;

function lookup(value: Value, isOld: boolean): OwnedValue {
  if (!isStr(value)) throw typeError(`a bytes-like object is required, not '${argumentName(value)}'`);
  const long = value.value.length > MAX_NAME;
  const found = long || !isAsciiStr(value) ? undefined : lookupName(value.value, true);
  if (found !== undefined && !(isOld && isNew(found.codePointAt(0) as number))) return newStr(found);
  throw new PyError(
    newException("KeyError", newStr(long ? "name too long" : `undefined character name '${value.value}'`)),
  );
}

function formOf(where: string, form: Value, text: Value): [form: string, text: PyStr] {
  if (!isStr(form)) throw typeError(`${where}() argument 1 must be str, not ${argumentName(form)}`);
  if (!isStr(text)) throw typeError(`${where}() argument 2 must be str, not ${argumentName(text)}`);
  return [form.value, text];
}

/** The text in a normal form; the str itself when it is in it. */
function normalized(formName: string, s: PyStr, isOld: boolean): Owned<PyStr> {
  if (s.value === "") return newRef(s);
  if (!FORMS.includes(formName)) throw valueError("invalid normalization form");
  if (isAsciiStr(s)) return newRef(s);
  const result = normalize(formName, s.value, wideOf(s) !== null, isOld);
  return result.text === s.value ? newRef(s) : newTextStr(result.text, result.wide);
}

function isNormalized(formName: string, s: PyStr, isOld: boolean): boolean {
  if (s.value === "") return true;
  if (!FORMS.includes(formName)) throw valueError("invalid normalization form");
  return isAsciiStr(s) || normalize(formName, s.value, wideOf(s) !== null, isOld).text === s.value;
}

function functionsFor(first: First): Native[] {
  const isOld = first === "$self";
  return [
    optional(first, "decimal", "The decimal digit that a character is.", "not a decimal", decimal),
    optional(
      first,
      "digit",
      "The digit that a character is, superscripts and the like included.",
      "not a digit",
      (code) => intOr(digitValue(code)),
    ),
    optional(first, "numeric", "The number that a character stands for.", "not a numeric character", numeric),
    optional(first, "name", "The name of a character.", "no such name", name),
    property(first, "category", "The general category: 'Lu', 'Nd', ...", (c, o) =>
      newNarrowStr(fieldsOf(c, o).category),
    ),
    property(first, "bidirectional", "The bidirectional class; empty when there is none.", (c, o) =>
      newNarrowStr(fieldsOf(c, o).bidirectional),
    ),
    property(first, "combining", "The canonical combining class; 0 for what is no mark.", (c, o) =>
      newInt(fieldsOf(c, o).combining),
    ),
    property(first, "mirrored", "1 for characters that are mirrored in text from right to left.", (c, o) =>
      newInt(fieldsOf(c, o).mirrored),
    ),
    property(first, "east_asian_width", "The width in East Asian text: 'W', 'Na', ...", (c, o) =>
      newNarrowStr(fieldsOf(c, o).width),
    ),
    property(
      first,
      "decomposition",
      "What a character is made of, as hexadecimal numbers; empty when of nothing.",
      decomposition,
    ),
    told(
      def(`lookup(${first}, name, /)`, "The character, or the characters, with a name.", (_self, text) =>
        lookup(text, isOld),
      ),
      "($self, name, /)",
    ),
    told(
      def(
        `normalize(${first}, form, unistr, /)`,
        "A str in a normal form: 'NFC', 'NFD', 'NFKC' or 'NFKD'.",
        (_self, form, text) => normalized(...formOf("normalize", form, text), isOld),
      ),
      "($self, form, unistr, /)",
    ),
    told(
      def(`is_normalized(${first}, form, unistr, /)`, "Is a str in a normal form?", (_self, form, text) =>
        newBool(isNormalized(...formOf("is_normalized", form, text), isOld)),
      ),
      "($self, form, unistr, /)",
    ),
  ];
}

const UcdType: PyType = defineType<PyObject<null>>({
  name: "UCD",
  module: "unicodedata",
  flags: NO_NEW,
  basicSize: 40,
  methods: functionsFor("$self"),
  constants: () => ({
    unidata_version: newGetSet(
      {
        name: "unidata_version",
        doc: null,
        owner: UcdType,
        get: () => newNarrowStr("3.2.0"),
        set() {
          throw attributeError("readonly attribute");
        },
      },
      true,
    ),
  }),
});

export default defineModule({
  name: "unicodedata",
  doc: "What Unicode 15.0.0 says of characters: their names and properties, and the normal forms of text.",
  functions: functionsFor("$module"),
  constants: () => ({
    UCD: newRef(UcdType),
    unidata_version: newRef(intern("15.0.0")),
    ucd_3_2_0: alloc(UcdType, null, null, 40),
  }),
});
