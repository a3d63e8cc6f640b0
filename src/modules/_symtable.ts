// _symtable: the compiler's symbol table as objects, for the symtable module.
import type { Mode } from "../../grammar/index.ts";
import { symbolTable } from "../compiler/index.ts";
import {
  CELL,
  DEF_ANNOT,
  DEF_BOUND,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_SHIFT,
  type Scope,
  USE,
} from "../compiler/scopes.ts";
import { allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { boxed, drop, moved, newRef, newRefs, type Owned, type OwnedValue } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "../objects/define.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { valueError } from "../objects/errors.ts";
import { newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { member } from "../objects/members.ts";
import { addressOf } from "../objects/object.ts";
import { intern, newStr } from "../objects/str.ts";
import { fileName, sourceOf } from "../vm/exec.ts";
import { parseSource, refusing } from "./ast/frontend.ts";
import { defineModule } from "./module.ts";

/** One block. The fields are what Python reads, owned. */
interface EntryData {
  name: string;
  lineno: number;
  fields: Map<string, PyObject>;
}
type PyEntry = PyObject<EntryData>;

const MEMBERS = ["id", "name", "symbols", "varnames", "children", "nested", "type", "lineno"];

const EntryType: PyType = defineType<PyEntry>({
  name: "symtable entry",
  flags: HAVE_GC | NO_NEW,
  basicSize: 104,
  traverse({ value }, visit) {
    for (const field of value.fields.values()) visit(field);
  },
  clear({ value }) {
    const { fields } = value;
    value.fields = new Map();
    for (const field of fields.values()) drop(moved(field) as Owned);
  },
  slots: {
    repr: (entry) => newStr(`<symtable entry ${entry.value.name}(${addressOf(entry)}), line ${entry.value.lineno}>`),
  },
  constants: () =>
    Object.fromEntries(
      MEMBERS.map((name) => [name, member<PyEntry>(EntryType, name, (self) => self.value.fields.get(name) ?? null)]),
    ),
});

const KINDS: Readonly<Record<Scope["kind"], number>> = {
  function: 0,
  class: 1,
  module: 2,
  annotation: 3,
  bound: 4,
  alias: 5,
  typeparams: 6,
};

/** Blocks nest no deeper than the compiler lets them. */
function newEntry(scope: Scope): Owned<PyEntry> {
  const { name, span } = scope;
  const fields = new Map<string, PyObject>();
  const entry = allocGC<EntryData, null>(EntryType, { name, lineno: span.lineno, fields }, null, 120);
  const put = (field: string, value: OwnedValue): void => {
    fields.set(field, boxed(value));
  };
  put("id", newInt(addressOf(entry)));
  put("name", newRef(intern(name)));
  const symbols = newDict();
  put("symbols", symbols);
  for (const [symbol, flags] of scope.symbols) dictSet(symbols, intern(symbol), newInt(flags));
  const names = newRefs();
  for (const parameter of scope.varnames) names.push(newRef(intern(parameter)));
  put("varnames", newList(names));
  const children = newRefs();
  for (const child of scope.children) children.push(newEntry(child));
  put("children", newList(children));
  put("nested", newInt(scope.nested ? 1 : 0));
  put("type", newInt(KINDS[scope.kind]));
  put("lineno", newInt(span.lineno));
  return entry;
}

const MODES = new Set(["exec", "eval", "single"]);

export default defineModule({
  name: "_symtable",
  doc: null,
  functions: [
    def(
      "symtable($module, source, filename, startstr: str, /)",
      "Return symbol and scope dictionaries used internally by compiler.",
      (_module, source, filename, mode) => {
        const file = fileName(filename);
        const text = sourceOf(source, "symtable", "string or bytes");
        if (!MODES.has(mode)) throw valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        const top = refusing(file, () => symbolTable(parseSource(text, file, mode as Mode, 0), { filename: file }));
        return newEntry(top);
      },
    ),
  ],
  constants: () =>
    Object.fromEntries(
      Object.entries({
        USE,
        DEF_GLOBAL,
        DEF_NONLOCAL,
        DEF_LOCAL,
        DEF_PARAM,
        DEF_FREE: 32,
        DEF_FREE_CLASS,
        DEF_IMPORT,
        DEF_BOUND,
        DEF_ANNOT,
        TYPE_FUNCTION: KINDS.function,
        TYPE_CLASS: KINDS.class,
        TYPE_MODULE: KINDS.module,
        TYPE_ANNOTATION: KINDS.annotation,
        TYPE_TYPE_VAR_BOUND: KINDS.bound,
        TYPE_TYPE_ALIAS: KINDS.alias,
        TYPE_TYPE_PARAM: KINDS.typeparams,
        LOCAL,
        GLOBAL_EXPLICIT,
        GLOBAL_IMPLICIT,
        FREE,
        CELL,
        SCOPE_OFF: SCOPE_SHIFT,
        SCOPE_MASK,
      }).map(([name, value]) => [name, newInt(value)]),
    ),
});
