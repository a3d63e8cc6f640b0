// The audit: recomputes every count from all owners and demands equality. It walks from the
// roots and from every tracked object, so an object that nobody owns but that still counts as
// live shows as a difference in number, and a wrong count shows by name.
import { heap } from "./heap.ts";
import { GC_INDEX_SHIFT, isImmortal, isStatic, listOf, type PyObject } from "./object.ts";
import { HAVE_GC, sizeOf } from "./type.ts";
import type { PyWeakref } from "./weakrefs.ts";

const MAX_FINDINGS = 20;

interface Census {
  counts: Map<PyObject, number>;
  order: PyObject[];
}

/** Every object that can be found, and how many references to it. */
function takeCensus(): Census {
  const counts = new Map<PyObject, number>();
  const order: PyObject[] = [];
  const meet = (o: PyObject, references: number): void => {
    const known = counts.get(o);
    if (known === undefined) order.push(o);
    counts.set(o, (known ?? 0) + references);
  };
  const visit = (o: PyObject): void => meet(o, 1);
  heap.hooks.roots(visit);
  for (const list of heap.lists) for (const o of list.items) if (o !== null) meet(o, 0);
  for (const o of heap.interned.values()) meet(o, 0);
  for (let i = 0; i < order.length; i++) {
    const o = order[i];
    if (!isStatic(o)) o.type?.value.traverse?.(o, visit);
  }
  return { counts, order };
}

/** Every object of the instance that is alive. */
export const liveObjects = (): PyObject[] => takeCensus().order.filter((o) => !isStatic(o) && o.type !== undefined);

const describe = (o: PyObject): string =>
  `${o.type.value.name} object${heap.addresses.has(o) ? " with an address" : ""}`;

/** Violations of the heap's invariants, in words; empty when everything is exact. */
export function audit(): string[] {
  const findings: string[] = [];
  const { counts, order } = takeCensus();
  let bytes = 0;
  let objects = 0;
  for (const o of order) {
    if (isStatic(o)) continue;
    if (o.type === undefined) {
      findings.push("a freed object is still referred to");
      continue;
    }
    objects++;
    bytes += sizeOf(o);
    const owners = counts.get(o) as number;
    if (!isImmortal(o) && o.refcnt !== owners) {
      findings.push(`${describe(o)} counts ${o.refcnt} references, its owners hold ${owners}: ${preview(o)}`);
    }
    if (!placedRight(o)) findings.push(`${describe(o)} is not where its generation word says`);
  }
  if (objects !== heap.objects) findings.push(`${heap.objects} objects are accounted for, ${objects} can be found`);
  if (bytes !== heap.bytes) findings.push(`${heap.bytes} bytes are accounted for, ${bytes} are in use`);
  for (const [target, refs] of heap.weakrefs) {
    if (!counts.has(target) && !isStatic(target)) findings.push(`weak references to a dead ${target.type?.value.name}`);
    for (const ref of refs as PyWeakref[]) {
      if (ref.value.target !== target) findings.push("a weak reference is listed under another target");
    }
  }
  if (findings.length > MAX_FINDINGS)
    findings.splice(MAX_FINDINGS, findings.length, `and ${findings.length - MAX_FINDINGS} more`);
  return findings;
}

function placedRight(o: PyObject): boolean {
  const list = listOf(o);
  if (list === 0) return true;
  if ((o.type.value.flags & HAVE_GC) === 0) return false;
  return heap.lists[list]?.items[o.gc >>> GC_INDEX_SHIFT] === o;
}

function preview(o: PyObject): string {
  const v: unknown = o.value;
  if (typeof v === "string" || typeof v === "number" || typeof v === "bigint") return String(v).slice(0, 40);
  if (Array.isArray(v)) return `${v.length} items`;
  if (v !== null && typeof v === "object" && "name" in v) return String(v.name).slice(0, 40);
  return "";
}

/** Live objects, their bytes, and the sum of all references to them. */
export function heapStats(): { objects: number; bytes: number; references: number } {
  let references = 0;
  for (const [o, n] of takeCensus().counts) if (!isStatic(o) && !isImmortal(o)) references += n;
  return { objects: heap.objects, bytes: heap.bytes, references };
}
