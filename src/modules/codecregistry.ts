// The registry of codecs: the search functions, what they have found, and the error handlers. The
// first look-up of a codec that is not native imports the encodings package, which registers itself.
import type { PyObject } from "../heap/object.ts";
import {
  drop,
  dropMaybe,
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
import { whole } from "../heap/whole.ts";
import { call } from "../objects/call.ts";
import { dictGet, dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { type CodecRegistry, setCodecRegistry } from "../objects/encoding.ts";
import { caught, lookupError, typeError } from "../objects/errors.ts";
import { addNote, type PyException } from "../objects/exceptions.ts";
import { isList, listAppend, newList } from "../objects/list.ts";
import { getAttrText, isTrue, slotsOf, unlessRaises } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, newNarrowStr, newStr, type PyStr } from "../objects/str.ts";
import { isExactTuple, isTuple, type PyTuple } from "../objects/tuple.ts";
import { importModule } from "../vm/import.ts";
import { makeHandlers } from "./codechandlers.ts";
import { perInstance } from "./state.ts";

interface RegistryState {
  search: Refs;
  /** Codecs by their normalized names. */
  found: Owned<PyDict> | null;
  handlers: Owned<PyDict> | null;
}

const registry = perInstance<RegistryState>({
  make: () => ({ search: newRefs(), found: null, handlers: null }),
  traverse(state, visit) {
    for (const f of state.search) if (typeof f !== "number") visit(f);
    if (state.found !== null) visit(state.found);
    if (state.handlers !== null) visit(state.handlers);
  },
  clear: forget,
  reset: forget,
});

/** Searches, codecs and handlers are a program's own: the next one begins with none. */
function forget(state: RegistryState): void {
  const { search, found, handlers } = state;
  state.search = newRefs();
  state.found = state.handlers = null;
  for (const f of search) drop(f as OwnedValue);
  dropMaybe(found);
  dropMaybe(handlers);
}

/** The state of this instance, once the encodings package has been imported. */
function readied(): RegistryState & { found: Owned<PyDict>; handlers: Owned<PyDict> } {
  const state = registry();
  const handlers = handlersOf(state);
  if (state.found === null) {
    state.found = newDict();
    // Without the library's files there are only the native codecs.
    const package_ = unlessRaises("ModuleNotFoundError", () => importModule("encodings"));
    if (package_ !== undefined) drop(package_);
  }
  return state as RegistryState & { found: Owned<PyDict>; handlers: Owned<PyDict> } & { handlers: typeof handlers };
}

function handlersOf(state: RegistryState): Owned<PyDict> {
  if (state.handlers !== null) return state.handlers;
  const handlers = whole(() => {
    const made = newDict();
    for (const [name, f] of makeHandlers()) dictSet(made, intern(name), f);
    return made;
  });
  state.handlers = handlers;
  return handlers;
}

const isCallable = (value: Value): boolean => slotsOf(value).call !== null;

// ---- codecs ----

export function registerSearch(f: Value): void {
  if (!isCallable(f)) throw typeError("argument must be callable");
  readied().search.push(keep(f));
}

export function unregisterSearch(f: Value): void {
  const { search, found } = registry();
  const at = search.indexOf(f);
  if (at < 0 || found === null) return;
  const removed = search.splice(at, 1);
  const old = registry().found;
  registry().found = newDict();
  dropMaybe(old);
  drop(removed[0]);
}

/** Small letters and digits; everything else between them is one underscore. */
function normalize(encoding: string): string {
  return encoding
    .replace(/[^\0-\x7f]/g, "")
    .replace(/[^A-Za-z0-9.]+/g, "_")
    .replace(/^_|_$/g, "")
    .toLowerCase();
}

/** The codec of an encoding, a tuple of four functions at least; a new reference. Raises LookupError. */
export function lookupCodec(encoding: string): Owned<PyTuple> {
  const state = readied();
  const name = newNarrowStr(normalize(encoding));
  try {
    const known = dictGet(state.found, name);
    if (known !== undefined) return known as Owned<PyTuple>;
    for (let i = 0; i < state.search.length; i++) {
      const codec = call(moved(state.search[i] as PyObject), newRef(name));
      if (codec === None) {
        drop(codec);
        continue;
      }
      return checkCodec(codec, name);
    }
    throw lookupError(`unknown encoding: ${encoding}`);
  } finally {
    drop(name);
  }
}

function checkCodec(codec: OwnedValue, name: PyStr): Owned<PyTuple> {
  if (!isTuple(codec) || codec.value.length !== 4) {
    drop(codec);
    throw typeError("codec search functions must return 4-tuples");
  }
  dictSet(readied().found, name, newRef(codec));
  return codec as Owned<PyTuple>;
}

type Direction = "encode" | "decode";
const NOTES = { encode: "encoding", decode: "decoding" };
const SHAPES = {
  encode: "encoder must return a tuple (object, integer)",
  decode: "decoder must return a tuple (object,integer)",
};

/** Runs one direction of a codec; the answer is what it makes of the object. Steals the codec. */
function run(
  codec: Owned<PyTuple>,
  direction: Direction,
  object: Value,
  encoding: string,
  errors: string | null,
): OwnedValue {
  try {
    const f = codec.value[direction === "encode" ? 0 : 1];
    const args = errors === null ? [keep(object)] : [keep(object), newStr(errors)];
    const answer = noting(direction, encoding, () => call(f, ...args));
    try {
      if (!isTuple(answer) || answer.value.length !== 2) throw typeError(SHAPES[direction]);
      return share(answer.value, 0);
    } finally {
      drop(answer);
    }
  } finally {
    drop(codec);
  }
}

/** Adds a note to what is raised, which says what codec has failed. */
export function noting<T>(direction: Direction, encoding: string, body: () => T): T {
  try {
    return body();
  } catch (e) {
    const note = newStr(`${NOTES[direction]} with '${encoding}' codec failed`);
    addNote(
      caught(e) as PyException,
      note,
      (item) => newList([item] as OwnedValue[] as Refs),
      (list, item) => {
        if (isList(list)) listAppend(list, item);
      },
    );
    throw e;
  }
}

/** `codecs.encode` and `codecs.decode`: any codec. */
export const runCodec = (direction: Direction, object: Value, encoding: string, errors: string | null): OwnedValue =>
  run(lookupCodec(encoding), direction, object, encoding, errors);

/** A codec between str and bytes. */
function textCodec(encoding: string, direction: Direction): Owned<PyTuple> {
  const codec = lookupCodec(encoding);
  if (isExactTuple(codec)) return codec;
  const isText = getAttrText(codec, "_is_text_encoding");
  try {
    if (isTrue(isText)) return codec;
  } finally {
    drop(isText);
  }
  drop(codec);
  throw lookupError(`'${encoding}' is not a text encoding; use codecs.${direction}() to handle arbitrary codecs`);
}

// ---- error handlers ----

export function registerHandler(name: string, handler: Value): void {
  if (!isCallable(handler)) throw typeError("handler must be callable");
  const key = newStr(name);
  dictSet(handlersOf(registry()), key, keep(handler));
  drop(key);
}

export function lookupHandler(name: string): OwnedValue {
  const key = newStr(name);
  const found = dictGet(handlersOf(registry()), key);
  drop(key);
  if (found === undefined) throw lookupError(`unknown error handler name '${name}'`);
  return found;
}

const codecRegistry: CodecRegistry = {
  errorHandler: lookupHandler,
  encode: (text, encoding, errors) => run(textCodec(encoding, "encode"), "encode", text, encoding, errors),
  decode: (bytes, encoding, errors) => run(textCodec(encoding, "decode"), "decode", bytes, encoding, errors),
  noting,
};
setCodecRegistry(codecRegistry);
