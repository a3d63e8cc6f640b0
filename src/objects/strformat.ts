// str.format and str.format_map: the fields of a template, looked up, converted and formatted.
// The parts of a template are text/template.ts; one field's value is formatted by formatvalue.ts.

import type { PyObject } from "../heap/object.ts";
import { drop, newRef, type Owned, type OwnedValue, share, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { ascii } from "./ascii.ts";
import { extendType } from "./define.ts";
import { indexError, typeError, valueError } from "./errors.ts";
import { formatValue, setFormatter } from "./formatvalue.ts";
import { newInt } from "./int.ts";
import { getAttr, getItem, keyError, repr, str, typeName } from "./protocol.ts";
import { EMPTY_STR, intern, isStr, newStr, newTextStr, type PyStr, StrType, wideOf } from "./str.ts";
import { formatStr } from "./text/formatspec.ts";
import { payText } from "./text/search.ts";
import { AutoNumber, type Field, FieldName, TemplateParser, unknownConversion } from "./text/template.ts";
import { argumentName, told } from "./textargs.ts";

/** Where fields find their values. A field may be asked for several times. */
interface Source {
  /** Null when there are no positions: format_map. */
  positional: Value[] | null;
  /** The value of a name, a new reference. */
  named(name: string): OwnedValue;
}

/** A text that grows by pieces. While there is but one piece, it is kept as the object that it is. */
class Output {
  private text = "";
  private wide = false;
  private single: Owned<PyStr> | null = null;

  /** Steals the piece. `last` tells that nothing comes after it. */
  add(piece: Owned<PyStr>, last: boolean): void {
    if (last && this.text === "" && piece.value !== "") {
      this.single = piece;
      return;
    }
    try {
      payText(this.text.length + piece.value.length);
      this.text += piece.value;
      this.wide ||= wideOf(piece) !== null;
    } finally {
      drop(piece);
    }
  }

  addText(text: string, wide: boolean): void {
    payText(this.text.length + text.length);
    this.text += text;
    this.wide ||= wide;
  }

  finish(): Owned<PyStr> {
    return this.single ?? (this.text === "" ? newRef(EMPTY_STR) : newTextStr(this.text, this.wide));
  }
}

/** Fields may have fields in their specifications, but those may not. */
const MAX_DEPTH = 2;

function render(template: PyStr, source: Source, auto: AutoNumber, depth: number): Owned<PyStr> {
  if (depth === 0) throw valueError("Max string recursion exceeded");
  const wide = wideOf(template) !== null;
  const parser = new TemplateParser(template.value);
  const out = new Output();
  for (let piece = parser.next(); piece !== null; piece = parser.next()) {
    if (piece.field === null && piece.literal.length === template.value.length) return newRef(template);
    out.addText(piece.literal, wide);
    if (piece.field !== null) out.add(renderField(piece.field, wide, source, auto, depth), parser.atEnd);
  }
  return out.finish();
}

function renderField(field: Field, wide: boolean, source: Source, auto: AutoNumber, depth: number): Owned<PyStr> {
  let value = fieldValue(field.name, source, auto);
  try {
    if (field.conversion !== null) {
      const converted = convert(value, field.conversion);
      drop(value);
      value = converted;
    }
    let spec: Owned<PyStr> = field.spec === "" ? newRef(EMPTY_STR) : newTextStr(field.spec, wide);
    try {
      if (field.nested) {
        const expanded = render(spec, source, auto, depth - 1);
        drop(spec);
        spec = expanded;
      }
      return formatValue(value, spec);
    } finally {
      drop(spec);
    }
  } finally {
    drop(value);
  }
}

function convert(value: Value, conversion: string): Owned {
  if (conversion === "r") return repr(value);
  if (conversion === "s") return str(value);
  if (conversion === "a") return ascii(value);
  throw unknownConversion(conversion);
}

/** What a field name stands for, a new reference. */
function fieldValue(text: string, source: Source, auto: AutoNumber): OwnedValue {
  const name = new FieldName(text);
  const { first } = name;
  let value =
    typeof first === "number" || first === ""
      ? atPosition(source, auto.position(first as "" | number))
      : source.named(first);
  for (;;) {
    try {
      const step = name.next();
      if (step === null) return value;
      const found = step.attribute ? getAttr(value, intern(step.key as string)) : itemOf(value, step.key);
      drop(value);
      value = found;
    } catch (e) {
      drop(value);
      throw e;
    }
  }
}

function atPosition(source: Source, position: number): OwnedValue {
  if (source.positional === null) throw valueError("Format string contains positional fields");
  if (position >= source.positional.length) {
    throw indexError(`Replacement index ${position} out of range for positional args tuple`);
  }
  return share(source.positional, position);
}

function itemOf(value: Value, key: string | number): OwnedValue {
  const owned = typeof key === "number" ? newInt(key) : newStr(key);
  try {
    return getItem(value, owned);
  } finally {
    drop(owned);
  }
}

function namedIn(kwargs: readonly (readonly [PyObject, Value])[]) {
  const values = kwargs.map(([, value]) => value);
  return (name: string): OwnedValue => {
    const at = kwargs.findIndex(([key]) => isStr(key) && key.value === name);
    if (at >= 0) return share(values, at);
    const key = newStr(name);
    try {
      throw keyError(key);
    } finally {
      drop(key);
    }
  };
}

const formatMap = (s: PyStr, mapping: Value): Owned<PyStr> =>
  render(s, { positional: null, named: (name) => itemOf(mapping, name) }, new AutoNumber(), MAX_DEPTH);

/** `str.__format__`. */
export function formatText(s: PyStr, spec: PyStr): Owned<PyStr> {
  if (spec.value === "") return s.type === StrType ? newRef(s) : str(s);
  const wide = wideOf(s) !== null;
  const text = formatStr(s.value, wide, spec.value, typeName(s));
  return text === s.value ? newRef(s) : newTextStr(text, wide || wideOf(spec) !== null);
}

setFormatter(StrType, (s, spec) => formatText(s as PyStr, spec));

extendType<PyStr>(StrType, {
  methods: [
    told(
      def(
        "format($self, *args, **kwargs)",
        "The str with its replacement fields, in braces, filled by the arguments.",
        (s: PyStr, args, kwargs) =>
          render(s, { positional: args, named: namedIn(kwargs) }, new AutoNumber(), MAX_DEPTH),
      ),
      null,
    ),
    told(
      def(
        "format_map($self, mapping, /)",
        "The str with its replacement fields filled from a mapping.",
        (s: PyStr, mapping) => formatMap(s, mapping),
      ),
      null,
    ),
    def("__format__($self, format_spec, /)", "The str by a format specification.", (s: PyStr, spec) => {
      if (!isStr(spec)) throw typeError(`__format__() argument must be str, not ${argumentName(spec)}`);
      return formatText(s, spec);
    }),
  ],
});
