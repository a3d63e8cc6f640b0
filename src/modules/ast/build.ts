// From our tree to objects of the ast module. Nodes are made from the outside inwards, and wait in
// a list until their fields are filled: the depth of the tree is counted, not spent on the stack.
import type { ConstantValue, Mod } from "../../../grammar/ast.ts";
import type { PyObject } from "../../heap/object.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue } from "../../heap/refs.ts";
import { recursionError } from "../../objects/errors.ts";
import { newInstance, storeOwn } from "../../objects/instance.ts";
import { newInt } from "../../objects/int.ts";
import { newList } from "../../objects/list.ts";
import { newNone } from "../../objects/singletons.ts";
import { intern, newStr } from "../../objects/str.ts";
import { loadConst } from "../../vm/code.ts";
import { type Field, nodeClasses, PLACE_FIELDS } from "./asdl.ts";
import { astState } from "./classes.ts";

/** Nodes one inside the other, as in CPython. */
const MAX_DEPTH = 2996;

type Node = { readonly kind: string } & Readonly<Record<string, unknown>>;

interface Due {
  node: Node;
  object: PyObject;
  depth: number;
}

/** The objects of a tree. */
export function buildTree(tree: Mod): Owned {
  const builder = new Builder();
  const root = builder.start(tree as unknown as Node, 1);
  try {
    builder.run();
  } catch (e) {
    drop(root);
    throw e;
  }
  return root;
}

class Builder {
  private readonly due: Due[] = [];
  private readonly pool = new Map<string, PyObject>();
  private readonly state = astState();

  /** The object of a node, whose fields are filled later. */
  start(node: Node, depth: number): Owned {
    const type = this.state.classes.get(node.kind);
    if (type === undefined) throw new Error(`no class for the node ${node.kind}`);
    if (depth > MAX_DEPTH) throw recursionError("maximum recursion depth exceeded during ast construction");
    const object = newInstance(type);
    this.due.push({ node, object, depth });
    return object;
  }

  run(): void {
    for (let next = this.due.pop(); next !== undefined; next = this.due.pop()) this.fill(next);
  }

  private fill({ node, object, depth }: Due): void {
    const spec = nodeClasses.get(node.kind);
    for (const field of spec?.fields ?? []) {
      storeOwn(object, intern(field.name), this.field(node, field, depth));
    }
    if (spec === undefined || spec.place === "nowhere") return;
    for (const name of PLACE_FIELDS) storeOwn(object, intern(name), newInt(node[name] as number));
  }

  private field(node: Node, field: Field, depth: number): OwnedValue {
    // What Python calls the kind of a constant is its prefix: a node's kind is its class here.
    const value = field.name === "kind" ? node.prefix : node[field.name];
    if (field.quantity !== "many") return this.value(value, field.type, depth);
    const items = newRefs();
    const list = newList(items);
    try {
      for (const item of value as readonly unknown[]) items.push(this.value(item, field.type, depth));
    } catch (e) {
      drop(list);
      throw e;
    }
    return list;
  }

  private value(value: unknown, type: string, depth: number): OwnedValue {
    if (value === null || value === undefined) return newNone();
    switch (type) {
      case "identifier":
        return newRef(intern(value as string));
      case "string":
        return newStr(value as string);
      case "int":
        return newInt(value as number);
      case "constant":
        return loadConst(value as ConstantValue, this.pool);
      default:
        if (typeof value === "string") return newRef(this.state.singletons.get(value) as PyObject);
        return this.start(value as Node, depth + 1);
    }
  }
}
