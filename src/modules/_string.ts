// _string: the parser of str.format's templates, for string.Formatter.
import { allocGC } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { dropMaybe, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "../objects/define.ts";
import { typeError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { typeName } from "../objects/protocol.ts";
import { newBool, newNone } from "../objects/singletons.ts";
import { isStr, newTextStr, type PyStr, wideOf } from "../objects/str.ts";
import { FieldName, TemplateParser } from "../objects/text/template.ts";
import { tupleOf } from "../objects/tuple.ts";
import { defineModule } from "./module.ts";

/** An iterator over a template: the payload is the str, `extra` the state of the parse. */
type TemplateIterator<P> = PyObject<PyStr | null, P>;

const common = {
  flags: HAVE_GC | NO_NEW,
  basicSize: 64,
  traverse(it: TemplateIterator<unknown>, visit: (o: PyObject) => void) {
    if (it.value !== null) visit(it.value);
  },
  clear(it: TemplateIterator<unknown>) {
    const s = it.value;
    it.value = null;
    dropMaybe(s === null ? null : moved(s));
  },
};

const FormatterIteratorType = defineType<TemplateIterator<TemplateParser>>({
  ...common,
  name: "formatteriterator",
  slots: {
    iter: newRef,
    next(it) {
      const piece = it.extra.next();
      if (piece === null) return undefined;
      const wide = it.value !== null && wideOf(it.value) !== null;
      const str = (text: string): OwnedValue => newTextStr(text, wide);
      const { literal, field } = piece;
      if (field === null) return tupleOf(str(literal), newNone(), newNone(), newNone());
      return tupleOf(
        str(literal),
        str(field.name),
        str(field.spec),
        field.conversion === null ? newNone() : str(field.conversion),
      );
    },
  },
});

const FieldNameIteratorType = defineType<TemplateIterator<FieldName>>({
  ...common,
  name: "fieldnameiterator",
  slots: {
    iter: newRef,
    next(it) {
      const step = it.extra.next();
      if (step === null) return undefined;
      return tupleOf(newBool(step.attribute), keyValue(step.key, it.value));
    },
  },
});

const keyValue = (key: string | number, s: PyStr | null): OwnedValue =>
  typeof key === "number" ? newInt(key) : newTextStr(key, s !== null && wideOf(s) !== null);

function checkStr(value: Value): PyStr {
  if (isStr(value)) return value;
  throw typeError(`expected str, got ${typeName(value)}`);
}

export default defineModule({
  name: "_string",
  doc: "string helper module",
  functions: [
    def(
      "formatter_parser($module, object, /)",
      "An iterator over the literals and fields of a template.",
      (_module, object): Owned => {
        const s = checkStr(object);
        return allocGC<PyStr | null, TemplateParser>(FormatterIteratorType, newRef(s), new TemplateParser(s.value), 80);
      },
    ),
    def(
      "formatter_field_name_split($module, object, /)",
      "The first part of a field name, and an iterator over the rest.",
      (_module, object) => {
        const s = checkStr(object);
        const name = new FieldName(s.value);
        const rest = allocGC<PyStr | null, FieldName>(FieldNameIteratorType, newRef(s), name, 80);
        return tupleOf(keyValue(name.first, s), rest);
      },
    ),
  ],
});
