// Setting `f_lineno`: a trace function lets the frame go on at another line.
import { drop, dropMaybe, newRef, type OwnedValue, type Value } from "../heap/refs.ts";
import { valueError } from "../objects/errors.ts";
import { None } from "../objects/singletons.ts";
import type { Code, InternalCode } from "./code.ts";
import type { Frame, FrameSettings, PyFrame } from "./frame.ts";
import { lineTable } from "./lines.ts";
import { warn } from "./reportwarning.ts";
import { compatible, incompatibility, type Kinds, stackKinds } from "./stackkinds.ts";
import { vm } from "./state.ts";

/** The line of each instruction that begins one; -1 for the others. */
function beginnings(code: Code): number[] {
  let last = -1;
  return Array.from(lineTable(code).lines, (line) => {
    if (line === last || line < 0) return -1;
    last = line;
    return line;
  });
}

/** The line at or after the one that is asked for that has code. */
function lineWithCode(code: Code, lines: readonly number[], wanted: number): number {
  if (wanted < code.unit.firstLineno) throw valueError(`line ${wanted} comes before the current code block`);
  let found = -1;
  for (const line of lines) if (line >= wanted && (found < 0 || line < found)) found = line;
  if (found < 0) throw valueError(`line ${wanted} comes after the current code block`);
  return found;
}

/** The instruction of the line to go on at: the one that needs the least to be dropped. */
function target(lines: readonly number[], line: number, from: Kinds | null, stacks: readonly (Kinds | null)[]): number {
  let best = -1;
  let complaint = "cannot find bytecode for specified line";
  let told = false;
  for (let i = 0; i < lines.length; i++) {
    if (lines[i] !== line) continue;
    const to = stacks[i];
    if (from !== null && to !== null && compatible(from, to)) {
      if (best < 0 || to.length > (stacks[best] as Kinds).length) best = i;
    } else if (!told) {
      told = true;
      complaint = from === null ? "can't jump from unreachable code" : incompatibility(to);
    }
  }
  if (best < 0) throw valueError(complaint);
  return best;
}

/** Variables that have no value get None: the code at the new place may rely on there being one. */
function bindUnbound(f: Frame): void {
  const { S, bp, code } = f;
  const unbound: number[] = [];
  for (let i = 0; i < code.nlocalsplus; i++) if ((S[bp + i] as Value | undefined) === undefined) unbound.push(bp + i);
  if (unbound.length === 0) return;
  warn("RuntimeWarning", `assigning None to ${unbound.length} unbound local${unbound.length === 1 ? "" : "s"}`);
  for (const at of unbound) if ((S[at] as Value | undefined) === undefined) S[at] = newRef(None);
}

function dropTop(f: Frame, kind: string): void {
  const top = f.S[--f.sp] as Value | null | undefined;
  if (kind !== "E") {
    if (top !== null && top !== undefined) drop(top as OwnedValue);
    return;
  }
  const { handled } = vm;
  const old = handled.value;
  handled.value = top === None || top === undefined || top === null ? null : (top as NonNullable<typeof old>);
  if (top === None) drop(top as OwnedValue);
  dropMaybe(old);
}

/** Lets the frame of a trace function that runs go on at another line. */
export function jumpTo(o: PyFrame, wanted: number): void {
  const f = o.value;
  const settings = o.extra as FrameSettings;
  const internal = f.code.internal as InternalCode;
  const lines = beginnings(f.code);
  const line = lineWithCode(f.code, lines, wanted);
  const stacks = stackKinds(internal);
  const from = stacks[(f.pc >> 1) - 1];
  const to = target(lines, line, from, stacks);
  bindUnbound(f);
  for (let kinds = from as Kinds; kinds.length > (stacks[to] as Kinds).length; kinds = kinds.slice(0, -1)) {
    dropTop(f, kinds[kinds.length - 1]);
  }
  settings.jump = 2 * to;
  f.pc = 2 * to + 2;
}
