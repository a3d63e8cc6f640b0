// _warnings: warnings and the filters that decide what becomes of them. When the program has
// imported the module `warnings`, its filters and its way of showing count; else those here.
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropAll,
  dropMaybe,
  keep,
  newRef,
  newRefs,
  type Owned,
  type OwnedValue,
  type Value,
} from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { call, callMethod } from "../objects/call.ts";
import { clearDict, dictGet, dictPeek, dictSet, isDict, newDict, type PyDict } from "../objects/dict.ts";
import { indexError, PyError, runtimeError, typeError, valueError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { isInstance, isSubclass } from "../objects/instancecheck.ts";
import { index, isExactInt, isInt, newInt } from "../objects/int.ts";
import { isList, newList, type PyList } from "../objects/list.ts";
import {
  findAttrText,
  isType,
  reprText,
  slotsOf,
  str,
  takeTruth,
  typeName,
  unlessRaises,
} from "../objects/protocol.ts";
import { None, newNone, True } from "../objects/singletons.ts";
import { intern, isExactStr, isStr, newStr, type PyStr, strEqual } from "../objects/str.ts";
import { isTuple, type PyTuple, tupleOf } from "../objects/tuple.ts";
import { type Frame, runningFrame } from "../vm/frame.ts";
import { Sources, withoutIndent } from "../vm/reportsource.ts";
import { report } from "../vm/reportstream.ts";
import { setWarner } from "../vm/reportwarning.ts";
import { vm } from "../vm/state.ts";
import { defineModule } from "./module.ts";
import { withText } from "./natives.ts";
import { perInstance } from "./state.ts";
import { sysState } from "./sysstate.ts";

// ---- state ----

interface WarningState {
  /** Counts changes of the filters: what a registry remembers is good for one count. */
  version: number;
  /** These three are owned. */
  filters: PyObject;
  onceRegistry: PyObject;
  defaultAction: PyObject;
}

/** The filters that every instance starts with: action, class, module. */
const DEFAULT_FILTERS = [
  ["default", "DeprecationWarning", "__main__"],
  ["ignore", "DeprecationWarning", null],
  ["ignore", "PendingDeprecationWarning", null],
  ["ignore", "ImportWarning", null],
  ["ignore", "ResourceWarning", null],
] as const;

function defaultFilters(): Owned {
  const filters = newRefs();
  for (const [action, category, module] of DEFAULT_FILTERS) {
    const where = module === null ? newNone() : newRef(intern(module));
    filters.push(tupleOf(newRef(intern(action)), newNone(), newRef(exceptionType(category)), where, newInt(0)));
  }
  return newList(filters);
}

const state = perInstance<WarningState>({
  make: () => ({
    version: 0,
    filters: defaultFilters(),
    onceRegistry: newDict(),
    defaultAction: newRef(intern("default")),
  }),
  traverse(s, visit) {
    for (const o of [s.filters, s.onceRegistry, s.defaultAction]) visit(o);
  },
  clear(s) {
    const owned = [s.filters, s.onceRegistry, s.defaultAction];
    s.filters = s.onceRegistry = s.defaultAction = newNone();
    dropAll(owned);
  },
});

/** An attribute of the module `warnings`, if the program has imported it; a new reference. */
function ofWarnings(name: string): OwnedValue | undefined {
  const module = dictPeek(vm.modules, intern("warnings"));
  return module === undefined ? undefined : findAttrText(module, name);
}

/** What the module `warnings` has in place of something here; that becomes the one here too. Borrowed. */
function current(name: string, field: "filters" | "onceRegistry" | "defaultAction"): PyObject {
  const theirs = ofWarnings(name);
  if (theirs !== undefined) {
    const old = state()[field];
    state()[field] = boxed(theirs);
    drop(old as Owned);
  }
  return state()[field];
}

function onceRegistry(): PyDict {
  const registry = current("onceregistry", "onceRegistry");
  if (!isDict(registry)) throw typeError(`_warnings.onceregistry must be a dict, not '${typeName(registry)}'`);
  return registry;
}

function defaultAction(): PyStr {
  const action = current("defaultaction", "defaultAction");
  if (!isStr(action)) throw typeError(`_warnings.defaultaction must be a string, not '${typeName(action)}'`);
  return action;
}

// ---- filters ----

/** A warning on its way. Everything is borrowed. */
interface Warning {
  category: PyObject;
  /** The text, which may be any object. */
  text: PyObject;
  message: PyObject;
  filename: PyStr;
  line: number;
  module: PyObject;
  registry: PyDict | null;
  source: PyObject | null;
  /** CPython 3.12 shows no line when a loader has told it. */
  bare?: boolean;
}

/** Does a filter's pattern match? None matches all, a str itself, and anything else says so by its `match`. */
function matchesPattern(pattern: Value, text: PyObject): boolean {
  if (pattern === None) return true;
  if (isExactStr(pattern)) {
    if (!isStr(text)) throw typeError("must be str");
    return strEqual(pattern, text);
  }
  return takeTruth(callMethod(pattern, "match", newRef(text)));
}

function lineOf(value: Value): number {
  if (!isInt(value)) throw typeError("an integer is required");
  return Number(index(value));
}

/** What is to be done, and the filter that says so; a new reference to the filter. */
function actionFor(w: Warning): { action: string; filter: OwnedValue; shown: Value } {
  const filters = current("filters", "filters");
  if (!isList(filters)) throw valueError("_warnings.filters must be a list");
  for (let i = 0; i < (filters as PyList).value.length; i++) {
    const filter = (filters as PyList).value[i];
    if (!isTuple(filter) || filter.value.length !== 5) throw valueError(`_warnings.filters item ${i} isn't a 5-tuple`);
    const held: Owned<PyTuple> = newRef(filter);
    let matched = false;
    try {
      matched = filterMatches(held, w);
      if (matched) return { action: (held.value[0] as PyStr).value, filter: held, shown: held.value[0] };
    } finally {
      if (!matched) drop(held);
    }
  }
  const action = defaultAction();
  return { action: action.value, filter: newNone(), shown: action };
}

function filterMatches(filter: PyTuple, w: Warning): boolean {
  const [action, text, category, module, line] = filter.value;
  if (!isStr(action)) throw typeError(`action must be a string, not '${typeName(action)}'`);
  const goodText = matchesPattern(text, w.text);
  const goodModule = matchesPattern(module, w.module);
  const goodCategory = isSubclass(w.category, category);
  const wanted = lineOf(line);
  return goodText && goodCategory && goodModule && (wanted === 0 || wanted === w.line);
}

// ---- registries ----

const VERSION = intern("version");

/** Has a warning been remembered since the filters changed last? */
function remembered(registry: PyDict, key: PyTuple): boolean {
  const version = dictGet(registry, VERSION);
  const good = version !== undefined && isExactInt(version) && Number(index(version)) === state().version;
  dropMaybe(version);
  if (!good) {
    clearDict(registry);
    dictSet(registry, VERSION, newInt(state().version));
    return false;
  }
  const known = dictGet(registry, key);
  return known !== undefined && takeTruth(known);
}

const remember = (registry: PyDict, key: PyTuple): void => dictSet(registry, key, newRef(True));

/** Has the text been shown for its class before, wherever it came from? Remembers that it has. */
function shownOnce(registry: PyDict, w: Warning): boolean {
  const key = tupleOf(newRef(w.text), newRef(w.category));
  try {
    if (remembered(registry, key)) return true;
    remember(registry, key);
    return false;
  } finally {
    drop(key);
  }
}

/** Is a warning with this action to be shown? */
function isShown(w: Warning, key: PyTuple, action: string, shown: Value, filter: Value): boolean {
  if (action === "always") return true;
  if (w.registry !== null) remember(w.registry, key);
  switch (action) {
    case "once":
      return !shownOnce(w.registry ?? onceRegistry(), w);
    case "module":
      return w.registry === null || !shownOnce(w.registry, w);
    case "default":
      return true;
    default:
      throw runtimeError(`Unrecognized action (${reprText(shown)}) in warnings.filters:\n ${reprText(filter)}`);
  }
}

function decide(w: Warning): void {
  const key = tupleOf(newRef(w.text), newRef(w.category), newInt(w.line));
  try {
    if (w.registry !== null && remembered(w.registry, key)) return;
    const { action, filter, shown } = actionFor(w);
    try {
      if (action === "error") throw new PyError(newRef(w.message));
      if (action !== "ignore" && isShown(w, key, action, shown, filter)) show(w);
    } finally {
      drop(filter);
    }
  } finally {
    drop(key);
  }
}

// ---- showing ----

function show(w: Warning): void {
  const showing = ofWarnings("_showwarnmsg");
  if (showing === undefined) {
    report(() => shownText(w));
    return;
  }
  try {
    if (slotsOf(showing).call === null) throw typeError("warnings._showwarnmsg() must be set to a callable");
    drop(call(showing, warningMessage(w)));
  } finally {
    drop(showing);
  }
}

/** The object that the module `warnings` describes a warning by. */
function warningMessage(w: Warning): OwnedValue {
  const type = ofWarnings("WarningMessage");
  if (type === undefined) throw runtimeError("unable to get warnings.WarningMessage");
  try {
    const about = [w.message, w.category, w.filename].map((o) => newRef(o as PyObject));
    return call(type, ...about, newInt(w.line), newNone(), newNone(), newRef(w.source ?? None));
  } finally {
    drop(type);
  }
}

function shownText(w: Warning): string {
  const name = findAttrText(w.category, "__name__");
  const category = name !== undefined && isStr(name) ? name.value : typeName(w.category);
  dropMaybe(name);
  const text = str(w.text);
  const line = w.bare ? null : new Sources().line(w.filename.value, w.line);
  const head = `${w.filename.value}:${w.line}: ${category}: ${text.value}\n`;
  drop(text);
  const shown = line === null ? "" : `  ${withoutIndent(line)}\n`;
  // Where allocations are traced is told of objects that the warning is about.
  const hint = w.source === null ? "" : `${category}: Enable tracemalloc to get the object allocation traceback\n`;
  return head + shown + hint;
}

// ---- issuing ----

interface Given {
  message: Value;
  category: Value;
  filename: PyStr;
  line: number;
  /** Undefined: named after the file. */
  module: Value | undefined;
  registry: Value | undefined;
  source: PyObject | null;
  /** CPython 3.12 shows no line when a loader has told it. */
  bare?: boolean;
}

function moduleNameOf(filename: PyStr): Owned {
  const text = filename.value;
  if (text === "") return newRef(intern("<unknown>"));
  return text.endsWith(".py") ? newStr(text.slice(0, -3)) : newRef(filename);
}

/** Issues a warning from a place in a source. Borrows all. */
function warnFrom(given: Given): void {
  const { message, registry } = given;
  if (given.module === None) return;
  if (registry !== undefined && registry !== None && !isDict(registry))
    throw typeError("'registry' must be a dict or None");
  const held = newRefs();
  const hold = (o: OwnedValue): PyObject => {
    const object = boxed(o);
    held.push(object);
    return object;
  };
  try {
    const module = given.module === undefined ? hold(moduleNameOf(given.filename)) : hold(keep(given.module));
    const object = hold(keep(message));
    const ready = isInstance(object, exceptionType("Warning"));
    const category = ready ? object.type : hold(keep(given.category));
    decide({
      category: hold(newRef(category)),
      text: ready ? hold(str(object)) : object,
      message: ready ? object : hold(call(category, newRef(object))),
      filename: given.filename,
      line: given.line,
      module,
      registry: registry === undefined || registry === None ? null : (registry as PyDict),
      source: given.source,
      bare: given.bare,
    });
  } finally {
    dropAll(held);
  }
}

// ---- where the code that warns stands ----

const isInternal = (f: Frame): boolean =>
  f.code.unit.filename.includes("importlib") && f.code.unit.filename.includes("_bootstrap");

/** The frame that a warning is blamed on; null beyond the outermost. */
function blamedFrame(level: number, skipped: readonly string[]): Frame | null {
  let f = runningFrame();
  const all = level <= 0 || (f !== null && isInternal(f));
  const passed = (o: Frame): boolean =>
    !all && (isInternal(o) || skipped.some((prefix) => o.code.unit.filename.startsWith(prefix)));
  for (let n = level; n > 1 && f !== null; n--) {
    do f = f.back;
    while (f !== null && passed(f));
  }
  return f;
}

const REGISTRY = intern("__warningregistry__");

/** The registry of a module, made when it has none; a new reference. */
function registryOf(globals: PyDict): OwnedValue {
  const known = dictGet(globals, REGISTRY);
  if (known !== undefined) return known;
  const registry = newDict();
  dictSet(globals, REGISTRY, newRef(registry));
  return registry;
}

function moduleOf(globals: PyDict): OwnedValue {
  const name = dictGet(globals, intern("__name__"));
  if (name !== undefined && (name === None || isStr(name))) return name;
  dropMaybe(name);
  return newRef(intern("<string>"));
}

/** Issues a warning from the Python code that runs, `level` frames up. Borrows all. */
function warnHere(
  message: Value,
  category: Value,
  level: number,
  source: PyObject | null,
  skipped: readonly string[],
): void {
  const f = blamedFrame(level, skipped);
  const globals = f?.globals ?? sysState().dict;
  if (globals === null) return;
  const registry = registryOf(globals);
  const module = moduleOf(globals);
  const filename = f === null ? intern("sys") : f.code.filename;
  const line = f === null ? 1 : f.line;
  try {
    warnFrom({ message, category, filename, line, module, registry, source });
  } finally {
    drop(registry);
    drop(module);
  }
}

/** Issues a warning of a builtin class from a native. Level 1 is the Python code that called it. */
export function warn(category: string, message: string, level = 1, source: PyObject | null = null): void {
  const text = newStr(message);
  try {
    warnHere(text, exceptionType(category), level, source, []);
  } finally {
    drop(text);
  }
}
setWarner(warn);

/** Issues a warning about a line of a source, as the compiler does. */
export function warnAt(category: string, message: string, filename: string, line: number): void {
  const held = [newStr(message), newStr(filename)] as const;
  try {
    warnFrom({
      message: held[0],
      category: exceptionType(category),
      filename: held[1],
      line,
      module: undefined,
      registry: undefined,
      source: null,
    });
  } finally {
    dropAll(held);
  }
}

// ---- the module ----

/** The class of a warning: its own, or the one that is asked for, which must be built on Warning. */
function categoryOf(message: Value, category: Value): PyType {
  const base = exceptionType("Warning");
  if (isInstance(message, base)) return (message as PyObject).type;
  if (category === None) return exceptionType("UserWarning");
  const good = unlessRaises("TypeError", () => isSubclass(category, base)) ?? false;
  if (!good || !isType(category)) throw typeError(`category must be a Warning subclass, not '${typeName(category)}'`);
  return category;
}

function prefixesOf(value: Value | undefined): readonly string[] {
  if (value === undefined) return [];
  if (!isTuple(value)) throw typeError(`warn() argument 'skip_file_prefixes' must be tuple, not ${typeName(value)}`);
  const wrong = value.value.find((item) => !isStr(item));
  if (wrong !== undefined) throw typeError(`Found non-str '${typeName(wrong)}' in skip_file_prefixes.`);
  return value.value.map((item) => (item as PyStr).value);
}

/** The loader that a module's globals name; undefined when they name none. */
function loaderOf(globals: PyDict): OwnedValue | undefined {
  const loader = dictGet(globals, intern("__loader__"));
  if (loader !== undefined && loader !== None) return loader;
  dropMaybe(loader);
  const spec = dictGet(globals, intern("__spec__"));
  if (spec === undefined) return undefined;
  try {
    return findAttrText(spec, "loader");
  } finally {
    drop(spec);
  }
}

/** Has a module's loader the source? Then it must have the line. */
function loaderHasLine(globals: Value, line: number): boolean {
  if (!isDict(globals)) throw typeError(`module_globals must be a dict, not '${typeName(globals)}'`);
  const loader = loaderOf(globals);
  if (loader === undefined) return false;
  const name = dictGet(globals, intern("__name__"));
  try {
    const getter = name === undefined ? undefined : findAttrText(loader, "get_source");
    if (getter === undefined) return false;
    const source = callOnce(getter, keep(name as Value));
    const lines = isStr(source) ? source.value.split(/\r\n|\r|\n/) : null;
    drop(source);
    if (lines !== null && lines[line - 1] === undefined) throw indexError("list index out of range");
    return lines !== null;
  } finally {
    drop(loader);
    dropMaybe(name);
  }
}

function callOnce(callable: OwnedValue, argument: OwnedValue): OwnedValue {
  try {
    return call(callable, argument);
  } finally {
    drop(callable);
  }
}

const sourceOf = (value: Value): PyObject | null => (value === None || typeof value === "number" ? null : value);

const functions = [
  withText(
    def(
      "warn($module, /, message, category=None, stacklevel: int = 1, source=None, *, skip_file_prefixes=NULL)",
      "Issues a warning, ignores it or raises it, as the filters say.\n\n  stacklevel: 1 blames the caller, 2 the caller's caller\n" +
        "  source: the object that the warning is about\n  skip_file_prefixes: names of files whose frames are passed over",
      (_module, message, category, level, source, skipped) => {
        const prefixes = prefixesOf(skipped);
        const type = categoryOf(message, category);
        warnHere(message, type, prefixes.length > 0 ? Math.max(level, 2) : level, sourceOf(source), prefixes);
      },
    ),
    "($module, /, message, category=None, stacklevel=1, source=None, *,\n     skip_file_prefixes=<unrepresentable>)",
  ),
  withText(
    def(
      "warn_explicit($module, /, message, category, filename, lineno: int, module=NULL, registry=None, module_globals=None, source=None)",
      "Issues a warning from a place that is told.",
      (_module, message, category, filename, line, module, registry, globals, source) => {
        if (!isStr(filename)) {
          throw typeError(
            `warn_explicit() argument 'filename' must be str, not ${filename === None ? "None" : typeName(filename)}`,
          );
        }
        const bare = globals !== None && loaderHasLine(globals, line);
        warnFrom({ message, category, filename, line, module, registry, source: sourceOf(source), bare });
      },
    ),
    "($module, /, message, category, filename, lineno,\n              module=<unrepresentable>, registry=None,\n              module_globals=None, source=None)",
  ),
  def("_filters_mutated($module, /)", "The filters have changed: registries are good no more.", () => {
    state().version++;
  }),
];

export default defineModule({
  name: "_warnings",
  doc: "Issuing warnings and filtering them; the module warnings is built on it.",
  functions,
  constants: () => ({
    filters: newRef(state().filters),
    _onceregistry: newRef(state().onceRegistry),
    _defaultaction: newRef(state().defaultAction),
  }),
});
