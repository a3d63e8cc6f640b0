// What a replacement text was taken apart to: literal texts, and the numbers of groups between them.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import {
  boxed,
  drop,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Refs,
  share,
  type Value,
} from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { EMPTY_BYTES, isBytes } from "../../objects/bytes.ts";
import { bytesFromObject } from "../../objects/bytesargs.ts";
import { callMethod, callOwned } from "../../objects/call.ts";
import { defineType } from "../../objects/define.ts";
import { caught, indexError, overflowError, type PyError, runtimeError, typeError } from "../../objects/errors.ts";
import { index, isInt } from "../../objects/int.ts";
import { newList, type PyList } from "../../objects/list.ts";
import { getAttrText, isError, slotsOf, typeName } from "../../objects/protocol.ts";
import { None } from "../../objects/singletons.ts";
import { EMPTY_STR, isStr, type PyStr, StrType, strLength } from "../../objects/str.ts";
import { exactStr } from "../../objects/strmethods.ts";
import { joinStrs } from "../../objects/strsplit.ts";
import { importModule } from "../../vm/import.ts";
import { perInstance } from "../state.ts";
import type { PyMatch } from "./matchobject.ts";
import { matchedGroup } from "./matchobject.ts";
import type { PyPattern } from "./pattern.ts";

interface TemplateData {
  /** Owned; where a literal is empty there is None. The first one is always kept. */
  literals: Refs;
  /** The group behind each literal but the last. */
  groups: number[];
}
export type PyTemplate = PyObject<TemplateData>;

export const TemplateType: PyType = defineType<PyTemplate>({
  name: "SRE_Template",
  module: "_sre",
  flags: HAVE_GC | NO_NEW,
  madeOnImport: true,
  basicSize: 40,
  itemSize: 16,
  sizeof: (t) => 40 + 16 * t.value.groups.length,
  traverse(t, visit) {
    for (const o of t.value.literals) if (typeof o !== "number") visit(o);
  },
  clear(t) {
    const { literals } = t.value;
    t.value = { literals: newRefs(), groups: [] };
    for (const o of literals) drop(o as OwnedValue);
  },
});

const isEmptyText = (value: Value): boolean =>
  (isStr(value) && strLength(value) === 0) || (isBytes(value) && value.value.length === 0);

/** A group's number in a template. */
function groupNumber(value: Value): number {
  if (!isInt(value)) throw typeError("an integer is required");
  const n = index(value);
  if (typeof n !== "number") throw overflowError("Python int too large to convert to C ssize_t");
  if (n < 0) throw typeError("invalid template");
  return n;
}

/** A template of a list: literal, group, literal, ..., literal. */
export function newTemplate(list: PyList): Owned<PyTemplate> {
  const n = list.value.length;
  if (n % 2 === 0) throw typeError("invalid template");
  const literals = newRefs();
  const groups: number[] = [];
  literals.push(boxed(share(list.value, 0)));
  try {
    for (let i = 1; i < n; i += 2) {
      groups.push(groupNumber(list.value[i]));
      literals.push(isEmptyText(list.value[i + 1]) ? newRef(None) : share(list.value, i + 1));
    }
  } catch (e) {
    for (const o of literals) drop(o as OwnedValue);
    throw e;
  }
  return allocGC<TemplateData, null>(TemplateType, { literals, groups }, null, 56 + 16 * groups.length);
}

/** The text that a template comes to for a match. */
export function expandTemplate(template: PyTemplate, match: PyMatch): OwnedValue {
  const { literals, groups } = template.value;
  if (groups.length === 0) return share(literals, 0);
  const parts = newRefs();
  try {
    parts.push(share(literals, 0));
    groups.forEach((group, i) => {
      if (group >= match.value.groups) throw indexError("no such group");
      const item = matchedGroup(match, group, None);
      if (item === None) drop(item);
      else parts.push(item);
      if (literals[i + 1] !== None) parts.push(share(literals, i + 1));
    });
    return joinParts(isStr(literals[0]), parts);
  } finally {
    for (const o of parts) drop(o as OwnedValue);
  }
}

function joinParts(text: boolean, parts: Refs): OwnedValue {
  if (text) return joinStrs(EMPTY_STR, parts);
  const shared = newRefs();
  for (let i = 0; i < parts.length; i++) shared.push(share(parts, i));
  return callMethod(EMPTY_BYTES, "join", newList(shared));
}

// ---- made by re ----

/** `re._compile_template`, once it has been asked for. */
const compiler = perInstance<{ compile: OwnedValue | null }>({
  make: () => ({ compile: null }),
  traverse(state, visit) {
    if (state.compile !== null && typeof state.compile !== "number") visit(state.compile);
  },
  clear(state) {
    const { compile } = state;
    state.compile = null;
    if (compile !== null) drop(compile);
  },
});

function findCompiler(): Value {
  const state = compiler();
  if (state.compile === null) {
    const module = importModule("re");
    try {
      state.compile = getAttrText(module, "_compile_template");
    } finally {
      drop(module);
    }
  }
  return state.compile;
}

function askCompiler(pattern: PyPattern, text: Value): OwnedValue {
  const compile = findCompiler() as PyObject;
  return callOwned(newRef(compile), newRef(pattern), boxed(share([text], 0)));
}

/** A text that can be a key: a str or bytes of the very type; null when there is none. */
function plainText(text: Value): OwnedValue | null {
  if (isStr(text)) return text.type === StrType ? null : exactStr(text as PyStr);
  if (slotsOf(text).buffer === null || (isBytes(text) && typeName(text) === "bytes")) return null;
  return bytesFromObject(text);
}

/** The template of a replacement text. */
export function compileTemplate(pattern: PyPattern, text: Value): Owned<PyTemplate> {
  let answer: OwnedValue;
  try {
    answer = askCompiler(pattern, text);
  } catch (e) {
    if (!isError(caught(e), "TypeError")) throw e;
    const plain = plainText(text);
    if (plain === null) throw e;
    drop((e as PyError).exception);
    try {
      answer = askCompiler(pattern, plain);
    } finally {
      drop(plain);
    }
  }
  if (typeof answer !== "number" && answer.type === TemplateType) return answer as Owned<PyTemplate>;
  const name = typeName(answer);
  drop(answer);
  throw runtimeError(`the result of compiling a replacement string is ${name}`);
}
