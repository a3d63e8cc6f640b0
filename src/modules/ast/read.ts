// From objects of the ast module to our tree, with CPython's complaints about what does not fit.
// Every look at an attribute may run Python code: objects and lists are held while they are read.
// The path to the node that is being read is a list, so that depth is counted, not spent on the stack.
import type { Mod } from "../../../grammar/ast.ts";
import type { Constant } from "../../bytecode/code.ts";
import { drop, keep, newRef, type Owned, type OwnedValue, share, type Value } from "../../heap/refs.ts";
import { isExactBytes, type PyBytes } from "../../objects/bytes.ts";
import { ComplexType, type PyComplex } from "../../objects/complex.ts";
import { overflowError, recursionError, runtimeError, typeError, valueError } from "../../objects/errors.ts";
import { isExactFloat } from "../../objects/float.ts";
import { isInstance } from "../../objects/instancecheck.ts";
import { intOf, intValue, isExactInt } from "../../objects/int.ts";
import { isList, type PyList } from "../../objects/list.ts";
import { findAttrText, reprText, typeName } from "../../objects/protocol.ts";
import { nested } from "../../objects/recursion.ts";
import { FrozenSetType, type PySet, setItems } from "../../objects/set.ts";
import { Ellipsis, False, None, True } from "../../objects/singletons.ts";
import { isExactStr } from "../../objects/str.ts";
import { isExactTuple } from "../../objects/tuple.ts";
import { type Field, isSum, kindNamed, type NodeClass, PLACE_FIELDS, type Sum } from "./asdl.ts";
import { astClass } from "./classes.ts";

/** Nodes one inside the other, as CPython's stack allows. */
const MAX_DEPTH = 1497;

type Node = Record<string, unknown>;

/** A node whose fields are being read. */
interface Frame {
  source: Owned | OwnedValue;
  spec: NodeClass;
  node: Node;
  at: number;
  /** The list that is the current field's value. */
  list: { source: Owned<PyList>; length: number; out: unknown[] } | null;
}

/** The tree of an object that is, or behaves as, a node of the sum `mod`. */
export function readTree(root: Value): Mod {
  return new TreeReader().read(root) as unknown as Mod;
}

class TreeReader {
  private readonly frames: Frame[] = [];
  /** What the node that was finished last has become. */
  private result: unknown = null;

  read(root: Value): unknown {
    try {
      if (!this.enter(keep(root), "mod")) return this.result;
      for (let frame = this.frames.at(-1); frame !== undefined; frame = this.frames.at(-1)) this.step(frame);
      return this.result;
    } finally {
      for (const { source, list } of this.frames) {
        drop(source);
        if (list !== null) drop(list.source);
      }
    }
  }

  /** Begins the value of a field; true when it is a node whose fields come first. Steals the value. */
  private enter(value: OwnedValue, type: string): boolean {
    const kind = kindNamed.get(type);
    if (kind === undefined) {
      this.result = this.simple(value, type);
      return false;
    }
    if (isSum(kind) && value === None && !kind.simple) {
      drop(value);
      this.result = null;
      return false;
    }
    const isLeaf = isSum(kind) && kind.simple;
    if (!isLeaf && this.frames.length > MAX_DEPTH) {
      drop(value);
      throw recursionError(`maximum recursion depth exceeded while traversing '${kind.name}' node`);
    }
    try {
      const node: Node = {};
      if (isSum(kind)) this.place(value, kind, node);
      const spec = isSum(kind) ? constructorOf(value, kind) : kind;
      if (isLeaf) {
        this.result = spec.name;
        drop(value);
        return false;
      }
      node.kind = spec.name;
      this.frames.push({ source: value, spec, node, at: 0, list: null });
      return true;
    } catch (e) {
      drop(value);
      throw e;
    }
  }

  private step(frame: Frame): void {
    const field = frame.spec.fields[frame.at];
    if (frame.list !== null) this.item(frame, field);
    else if (field !== undefined) this.field(frame, field);
    else this.leave(frame);
  }

  private field(frame: Frame, field: Field): void {
    const value = findAttrText(frame.source, field.name);
    if (field.quantity === "many") {
      if (value === undefined) this.put(frame, field, []);
      else this.openList(frame, field, value);
    } else if (value === undefined && field.quantity === "one") {
      throw typeError(`required field "${field.name}" missing from ${frame.spec.name}`);
    } else if (value === undefined || (field.quantity === "optional" && value === None)) {
      if (value !== undefined) drop(value);
      this.put(frame, field, null);
    } else if (!this.enter(value, field.type)) this.put(frame, field, this.result);
  }

  private openList(frame: Frame, field: Field, value: OwnedValue): void {
    if (isList(value)) {
      frame.list = { source: value as Owned<PyList>, length: value.value.length, out: [] };
      return;
    }
    const given = typeName(value);
    drop(value);
    throw typeError(`${frame.spec.name} field "${field.name}" must be a list, not a ${given}`);
  }

  private item(frame: Frame, field: Field): void {
    const list = frame.list as NonNullable<Frame["list"]>;
    const items = list.source.value;
    if (items.length !== list.length)
      throw runtimeError(`${frame.spec.name} field "${field.name}" changed size during iteration`);
    if (list.out.length < list.length) {
      if (!this.enter(share(items, list.out.length), field.type)) list.out.push(this.result);
      return;
    }
    frame.list = null;
    drop(list.source);
    this.put(frame, field, list.out);
  }

  private put(frame: Frame, field: Field, value: unknown): void {
    frame.node[field.name === "kind" ? "prefix" : field.name] = value;
    frame.at++;
  }

  /** All fields are there: the node is the value that its parent waits for. */
  private leave(frame: Frame): void {
    const { spec, node, source } = frame;
    if (spec.base === "AST") this.place(source, spec, node);
    for (const { name, type, quantity } of spec.fields) {
      const mustBe = quantity === "one" && type !== "int" && type !== "constant";
      if (mustBe && node[name] === null) throw valueError(`field '${name}' is required for ${spec.name}`);
    }
    this.frames.pop();
    drop(source);
    this.result = node;
    const parent = this.frames.at(-1);
    if (parent === undefined) return;
    if (parent.list !== null) parent.list.out.push(node);
    else this.put(parent, parent.spec.fields[parent.at], node);
  }

  /** Line and column; an end that may be missing is then the start. */
  private place(source: Value, kind: Sum | NodeClass, node: Node): void {
    if (kind.place === "nowhere") return;
    PLACE_FIELDS.forEach((name, i) => {
      const value = findAttrText(source, name);
      const open = kind.place === "open span" && i >= 2;
      if (value === undefined && !open) throw typeError(`required field "${name}" missing from ${kind.name}`);
      if (value === undefined || (open && value === None)) {
        if (value !== undefined) drop(value);
        node[name] = node[PLACE_FIELDS[i - 2]];
      } else node[name] = cNumber(value);
    });
  }

  private simple(value: OwnedValue, type: string): unknown {
    if (type === "int") return cNumber(value);
    try {
      if (type === "constant") return constantOf(value);
      if (value === None) return null;
      if (isExactStr(value)) return value.value;
      if (type === "string" && isExactBytes(value)) return new TextDecoder("latin1").decode(value.value);
      throw typeError(`AST ${type} must be of type str`);
    } finally {
      drop(value);
    }
  }
}

function constructorOf(value: Value, sum: Sum): NodeClass {
  for (const spec of sum.constructors) if (isInstance(value, astClass(spec.name))) return spec;
  throw typeError(`expected some sort of ${sum.name}, but got ${reprText(value)}`);
}

/** An int in the range of a C int. Steals the value. */
function cNumber(value: OwnedValue): number {
  try {
    const n = intValue(value);
    if (n === undefined) throw valueError(`invalid integer value: ${reprText(value)}`);
    if (typeof n === "number" && n === (n | 0)) return n;
    throw overflowError("Python int too large to convert to C int");
  } finally {
    drop(value);
  }
}

/** A constant as plain data. Subclasses of the builtins are not allowed. */
export function constantOf(value: Value): Constant {
  if (value === None) return { type: "None" };
  if (value === Ellipsis) return { type: "Ellipsis" };
  if (value === True || value === False) return { type: "bool", value: value === True };
  if (isExactInt(value)) return { type: "int", value: BigInt(intOf(value)) };
  if (isExactFloat(value)) return { type: "float", value: value.value };
  if (isExactStr(value)) return { type: "str", value: value.value };
  if (isExactBytes(value)) return { type: "bytes", value: (value as PyBytes).value };
  if (typeof value !== "number" && value.type === ComplexType) {
    const { re, im } = complexParts(value as PyComplex);
    return { type: "complex", real: re, imag: im };
  }
  if (isExactTuple(value)) {
    return { type: "tuple", items: nested(" during compilation", () => value.value.map(constantOf)) };
  }
  if (typeof value !== "number" && value.type === FrozenSetType) return frozenSetConstant(value as PySet);
  throw typeError(`got an invalid type in Constant: ${typeName(value)}`);
}

const complexParts = ({ value }: PyComplex): { re: number; im: number } => ({ re: value.real, im: value.imag });

function frozenSetConstant(set: PySet): Constant {
  newRef(set);
  const items = setItems(set);
  try {
    return { type: "frozenset", items: nested(" during compilation", () => items.map(constantOf)) };
  } finally {
    for (const item of items) drop(item);
    drop(set as Owned<PySet>);
  }
}
