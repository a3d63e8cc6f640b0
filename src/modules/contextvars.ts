// The types of _contextvars. A context owns its variables' values by way of a mapping that copies
// of the context share: whoever changes it first makes one of its own, so that copying is cheap.
import { alloc, allocGC } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import {
  boxed,
  drop,
  dropMaybe,
  keep,
  newRef,
  type Owned,
  type OwnedValue,
  shareBoxed,
  type Value,
} from "../heap/refs.ts";
import { EQ, HAS_WEAKREFS, HAVE_GC, NE, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { addressText } from "../objects/builtin.ts";
import { call, callBorrowed } from "../objects/call.ts";
import { classGetItem } from "../objects/classgetitem.ts";
import { defineType } from "../objects/define.ts";
import { PyError, runtimeError, typeError, valueError } from "../objects/errors.ts";
import { exceptionType } from "../objects/exceptions.ts";
import { genericGetAttr } from "../objects/instance.ts";
import { member, untold } from "../objects/members.ts";
import { identityHash } from "../objects/object.ts";
import { equal, keyError, reprText } from "../objects/protocol.ts";
import { None, newBool, newNone, notImplemented } from "../objects/singletons.ts";
import { isStr, newStr, type PyStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { perInstance } from "./state.ts";

// ---- the mapping ----

/** From variables to values, both owned. */
type PyBindings = PyObject<Map<PyVar, PyObject>>;

const BindingsType: PyType = defineType<PyBindings>({
  name: "hamt",
  flags: HAVE_GC | NO_NEW,
  basicSize: 32,
  traverse(self, visit) {
    for (const [variable, value] of self.value) {
      visit(variable);
      visit(value);
    }
  },
  clear(self) {
    const entries = [...self.value];
    self.value = new Map();
    for (const [variable, value] of entries) {
      drop(variable as Owned);
      drop(value as Owned);
    }
  },
});

const newBindings = (entries: Map<PyVar, PyObject>): Owned<PyBindings> => allocGC(BindingsType, entries, null, 48);

/** The mapping of a context, borrowed, to be changed: a shared one is copied first. */
function ownBindings(context: PyContext): PyBindings {
  const shared = context.value.bindings;
  if (shared !== null && shared.refcnt === 1) return shared;
  const entries = new Map(shared?.value);
  for (const [variable, value] of entries) {
    newRef(variable);
    newRef(value);
  }
  const copy = newBindings(entries);
  context.value.bindings = copy;
  dropMaybe(shared);
  return copy;
}

/** Steals the value; answers the one before, now the caller's. */
function bindVariable(context: PyContext, variable: PyVar, value: Owned): Owned | null {
  let map: Map<PyVar, PyObject>;
  try {
    map = ownBindings(context).value;
  } catch (e) {
    drop(value);
    throw e;
  }
  const old = map.get(variable);
  if (old === undefined) newRef(variable);
  map.set(variable, value);
  return (old as Owned | undefined) ?? null;
}

function unbindVariable(context: PyContext, variable: PyVar): void {
  const { value: map } = ownBindings(context);
  const old = map.get(variable);
  if (old === undefined) return;
  map.delete(variable);
  drop(old as Owned);
  drop(variable as Owned);
}

// ---- contexts ----

interface ContextData {
  /** Owned; null is an empty one. */
  bindings: PyBindings | null;
  /** The context that was the current one when this one was entered, owned. */
  before: PyContext | null;
  entered: boolean;
}
export type PyContext = PyObject<ContextData>;

/** The context of the code that runs, owned; null until a variable is first set. */
const currentContext = perInstance<{ context: PyContext | null }>({
  make: () => ({ context: null }),
  traverse(state, visit) {
    if (state.context !== null) visit(state.context);
  },
  clear: forgetContext,
  reset: forgetContext,
});

function forgetContext(state: { context: PyContext | null }): void {
  const { context } = state;
  state.context = null;
  dropMaybe(context);
}

const newContext = (bindings: Owned<PyBindings> | null): Owned<PyContext> =>
  allocGC<ContextData, null>(ContextType, { bindings, before: null, entered: false }, null, 64);

/** The current context, borrowed; made now when there is none. */
const current = (): PyContext => (currentContext().context ??= newContext(null));

const copyContext = (context: PyContext): Owned<PyContext> =>
  newContext(context.value.bindings === null ? null : newRef(context.value.bindings));
export const copyCurrent = (): Owned<PyContext> => copyContext(current());

const entriesOf = (context: PyContext): ReadonlyMap<PyVar, PyObject> => context.value.bindings?.value ?? new Map();

function find(context: PyContext, key: Value): PyObject | undefined {
  if (typeof key === "number" || key.type !== VarType)
    throw typeError(`a ContextVar key was expected, got ${reprText(key)}`);
  return entriesOf(context).get(key as PyVar);
}

function run(context: PyContext, args: Value[], kwargs: readonly (readonly [PyObject, Value])[]): OwnedValue {
  if (args.length === 0) throw typeError("run() missing 1 required positional argument");
  if (context.value.entered) throw runtimeError(`cannot enter context: ${reprText(context)} is already entered`);
  const state = currentContext();
  const before = state.context;
  context.value.entered = true;
  context.value.before = before;
  state.context = newRef(context);
  try {
    const all = [...args.slice(1), ...kwargs.map(([, value]) => value)];
    return callBorrowed(args[0], all, kwargs.length === 0 ? null : kwargs.map(([name]) => name));
  } finally {
    const entered = state.context;
    state.context = context.value.before;
    context.value.before = null;
    context.value.entered = false;
    dropMaybe(entered);
  }
}

function sameContext(a: PyContext, b: PyContext): boolean {
  const [left, right] = [entriesOf(a), entriesOf(b)];
  if (left.size !== right.size) return false;
  for (const [variable, value] of [...left]) {
    const other = right.get(variable);
    if (other === undefined || !equal(value, other)) return false;
  }
  return true;
}

export const ContextType: PyType = defineType<PyContext>({
  name: "Context",
  module: "_contextvars",
  flags: HAVE_GC | HAS_WEAKREFS,
  basicSize: 48,
  traverse({ value: { bindings, before } }, visit) {
    if (before !== null) visit(before);
    if (bindings !== null) visit(bindings);
  },
  clear({ value }) {
    const { bindings, before } = value;
    value.bindings = value.before = null;
    dropMaybe(before);
    dropMaybe(bindings);
  },
  slots: {
    new(_type, args) {
      if (args.length > 0) throw typeError("Context() does not accept any arguments");
      return newContext(null);
    },
    getattr: genericGetAttr,
    compare(self, other, op) {
      if ((op !== EQ && op !== NE) || typeof other === "number" || other.type !== ContextType) return notImplemented();
      return newBool(sameContext(self, other as PyContext) === (op === EQ));
    },
    iter: (self) => newWalk(KeysType, self),
    len: (self) => entriesOf(self).size,
    getitem(self, key) {
      const value = find(self, key);
      if (value === undefined) throw keyError(key);
      return shareBoxed(value);
    },
    contains: (self, key) => find(self, key) !== undefined,
  },
  methods: [
    def(
      "get($self, key, default=None, /)",
      "The value of a variable, or a default.",
      (self: PyContext, key, fallback) => {
        const value = find(self, key);
        return value === undefined ? keep(fallback) : shareBoxed(value);
      },
    ),
    def("items($self, /)", "The variables and their values.", (self: PyContext) => newWalk(ItemsType, self)),
    def("keys($self, /)", "The variables.", (self: PyContext) => newWalk(KeysType, self)),
    def("values($self, /)", "The values of the variables.", (self: PyContext) => newWalk(ValuesType, self)),
    def("copy($self, /)", "A copy of the context.", copyContext),
    ...untold([def("run($self, *args, **kwargs)", "Calls a function in this context.", run)]),
  ],
});

// ---- walks over a context ----

/** Over the mapping as it was when the walk began; owned. */
interface Walk {
  bindings: PyBindings | null;
  entries: IterableIterator<[PyVar, PyObject]>;
}
type PyWalk = PyObject<Walk>;

const newWalk = (type: PyType, context: PyContext): Owned<PyWalk> => {
  const { bindings } = context.value;
  const entries = entriesOf(context).entries();
  return allocGC<Walk, null>(type, { bindings: bindings === null ? null : newRef(bindings), entries }, null, 184);
};

const walkType = (name: string, give: (variable: PyVar, value: PyObject) => OwnedValue): PyType =>
  defineType<PyWalk>({
    name,
    flags: HAVE_GC | NO_NEW,
    basicSize: 168,
    traverse({ value: { bindings } }, visit) {
      if (bindings !== null) visit(bindings);
    },
    clear({ value }) {
      const { bindings } = value;
      value.bindings = null;
      dropMaybe(bindings);
    },
    slots: {
      iter: newRef,
      len: ({ value }) => value.bindings?.value.size ?? 0,
      next({ value }) {
        if (value.bindings === null) return undefined;
        const { done, value: entry } = value.entries.next();
        return done ? undefined : give(entry[0], entry[1]);
      },
    },
  });

const KeysType = walkType("keys", (variable) => newRef(variable));
const ValuesType = walkType("values", (_variable, value) => shareBoxed(value));
const ItemsType = walkType("items", (variable, value) => tupleOf(newRef(variable), shareBoxed(value)));

// ---- variables ----

interface VarData {
  /** Owned, as is the default; null once the object has been taken apart. */
  name: PyStr | null;
  fallback: PyObject | null;
}
export type PyVar = PyObject<VarData>;

function newVar(args: Value[], kwnames: readonly PyObject[] | null): Owned<PyVar> {
  const names = (kwnames ?? []).map((name) => (name as PyStr).value);
  const given = args.length - names.length;
  if (args.length > 2) throw typeError(`ContextVar() takes at most 2 arguments (${args.length} given)`);
  if (given > 1) throw typeError(`ContextVar() takes at most 1 positional argument (${given} given)`);
  if (given < 1) throw typeError(`ContextVar() takes exactly 1 positional argument (${given} given)`);
  const odd = names.find((name) => name !== "default");
  if (odd !== undefined) throw typeError(`'${odd}' is an invalid keyword argument for ContextVar()`);
  const name = args[0];
  if (!isStr(name)) throw typeError("context variable name must be a str");
  const fallback = args.length === 2 ? boxed(keep(args[1])) : null;
  return allocGC<VarData, null>(VarType, { name: newRef(name), fallback }, null, 80);
}

const bound = (variable: PyVar): PyObject | undefined => {
  const { context } = currentContext();
  return context === null ? undefined : entriesOf(context).get(variable);
};

function getVariable(variable: PyVar, fallback: Value | undefined): OwnedValue {
  const value = bound(variable);
  if (value !== undefined) return shareBoxed(value);
  if (fallback !== undefined) return keep(fallback);
  if (variable.value.fallback !== null) return shareBoxed(variable.value.fallback);
  throw new PyError(call(exceptionType("LookupError"), newRef(variable)) as Owned);
}

function setVariable(variable: PyVar, value: Value): Owned<PyToken> {
  const context = current();
  const old = bindVariable(context, variable, boxed(keep(value)));
  const data: TokenData = { context: newRef(context), variable: newRef(variable), old, used: false };
  return allocGC<TokenData, null>(TokenType, data, null, 64);
}

function resetVariable(variable: PyVar, token: Value): void {
  if (typeof token === "number" || token.type !== TokenType)
    throw typeError(`expected an instance of Token, got ${reprText(token)}`);
  const data = (token as PyToken).value;
  if (data.used) throw runtimeError(`${reprText(token)} has already been used once`);
  if (data.variable !== variable) throw valueError(`${reprText(token)} was created by a different ContextVar`);
  const context = current();
  if (data.context !== context) throw valueError(`${reprText(token)} was created in a different Context`);
  data.used = true;
  if (data.old === null) unbindVariable(context, variable);
  else dropMaybe(bindVariable(context, variable, newRef(data.old)));
}

function reprOfVariable(self: PyVar): string {
  const { name, fallback } = self.value;
  const suffix = fallback === null ? "" : ` default=${reprText(fallback)}`;
  return `<ContextVar name=${reprText(name ?? None)}${suffix} at ${addressText(self)}>`;
}

export const VarType: PyType = defineType<PyVar>({
  name: "ContextVar",
  module: "_contextvars",
  flags: HAVE_GC,
  basicSize: 64,
  traverse({ value: { name, fallback } }, visit) {
    if (name !== null) visit(name);
    if (fallback !== null) visit(fallback);
  },
  clear({ value }) {
    const { name, fallback } = value;
    value.name = value.fallback = null;
    dropMaybe(name);
    dropMaybe(fallback);
  },
  slots: {
    new: (_type, args, kwnames) => newVar(args, kwnames),
    repr: (self) => newStr(reprOfVariable(self)),
    hash: identityHash,
    getattr: genericGetAttr,
  },
  methods: [
    def("get($self, default=NULL, /)", "The value in the current context, or a default.", getVariable),
    def("set($self, value, /)", "Sets the value in the current context; answers a token for reset.", setVariable),
    def("reset($self, token, /)", "Sets the value back to what it was before a call of set.", resetVariable),
    classGetItem,
  ],
  constants: () => ({ name: member<PyVar>(VarType, "name", (self) => self.value.name) }),
});

// ---- tokens ----

interface TokenData {
  /** Owned, as is all else. */
  context: PyContext | null;
  variable: PyVar | null;
  old: PyObject | null;
  used: boolean;
}
type PyToken = PyObject<TokenData>;

const MissingType: PyType = defineType<PyObject>({
  name: "MISSING",
  module: "Token",
  flags: NO_NEW,
  basicSize: 16,
  slots: { repr: () => newStr("<Token.MISSING>") },
});
const MISSING: PyObject = alloc(MissingType, null, null, 16);

export const TokenType: PyType = defineType<PyToken>({
  name: "Token",
  module: "_contextvars",
  flags: HAVE_GC,
  basicSize: 48,
  traverse({ value: { context, variable, old } }, visit) {
    for (const o of [context, variable, old]) if (o !== null) visit(o);
  },
  clear({ value }) {
    const { context, variable, old } = value;
    value.context = value.variable = value.old = null;
    for (const o of [context, variable, old]) dropMaybe(o);
  },
  slots: {
    new() {
      throw runtimeError("Tokens can only be created by ContextVars");
    },
    repr(self) {
      const { used, variable } = self.value;
      return newStr(`<Token${used ? " used" : ""} var=${reprText(variable ?? None)} at ${addressText(self)}>`);
    },
    getattr: genericGetAttr,
  },
  methods: [classGetItem],
  getset: [
    { name: "var", get: (self) => (self.value.variable === null ? newNone() : newRef(self.value.variable)) },
    { name: "old_value", get: ({ value: { old } }) => (old === null ? newRef(MISSING) : shareBoxed(old)) },
  ],
  constants: () => ({ MISSING: newRef(MISSING) }),
});
