// Prints src/vm/loop.gen.ts, the interpreter's loop, from the rows of src/vm/opcodes.ts:
// once to run at full speed, once to stop between any two instructions.
import { readFileSync, writeFileSync } from "node:fs";
import { OP } from "../bytecode/opcodes.ts";
import { ROWS } from "../vm/opcodes.ts";
import type { Row } from "../vm/rowtexts.ts";
import { XOP } from "../vm/xops.ts";

const numbers: Record<string, number> = { ...OP, ...XOP };
const split = (s: string): string[] =>
  s
    .split(",")
    .map((x) => x.trim())
    .filter(Boolean);

const SPELLINGS: Record<Row["arg"], string> = {
  none: "",
  local: "S[bp + arg]",
  const: "consts[arg]",
  name: "code.names[arg]",
  number: "arg",
  jump: "arg",
};

const LOAD_FRAME = `code = f.code; S = f.S; bp = f.bp; sp = f.sp; pc = f.pc;
{ const internal = code.internal ?? load(code); ins = internal.ins; caches = internal.caches; rawConsts = internal.rawConsts; consts = code.consts.value as unknown as Value[]; }`;

const RETURN = `
  if (f.kind !== KIND_CALL || f.object !== null) {
    SYNC
    const entry = f.kind === KIND_ENTRY;
    f = leaveFrame(f, value);
    if (entry) return value as OwnedValue;
    LOAD_FRAME
    break;
  }
  f.done = true;
  for (let i = bp, end = bp + code.nlocalsplus; i < end; i++) { const x = S[i]; if (x !== undefined) { DECREF(x) } }
  const fn = f.func as PyObject;
  vm.depth--;
  f = f.back as Frame;
  vm.frame = f;
  LOAD_FRAME
  S[sp++] = value;
  DECREF(fn)`;

/** Replaces the macros by what they stand for. */
function expand(text: string): string {
  return text
    .replaceAll("$return", RETURN)
    .replaceAll("LOAD_FRAME", LOAD_FRAME)
    .replaceAll("SYNC", "f.pc = pc; f.sp = sp;")
    .replace(/RAISE\((\w+(?: as [\w<>]+)?)\)/g, "{ error = $1; break loop; }")
    .replace(/INCREF\((\w+)\)/g, 'if (typeof $1 !== "number") $1.refcnt++;')
    .replace(/DECREF\((\w+)\)/g, 'if (typeof $1 !== "number" && --$1.refcnt === 0) { f.pc = pc; dealloc($1); }');
}

/** The body of a row with an effect: inputs by name, the code, drops, outputs. */
function printEffect(row: Row): string {
  const [ins, outs] = (row.effect as string).split("--").map(split);
  const n = ins.length;
  const fresh = outs.filter((x) => !ins.includes(x));
  const lines = ins.map((x, i) => `const ${x.replace("!", "")} = S[sp - ${n - i}];`);
  if (row.code !== "") lines.push("SYNC");
  if (fresh.length > 0) lines.push(`let ${fresh.map((x) => `${x}: OwnedValue`).join(", ")};`);
  if (row.code !== "") lines.push(`${row.code.replaceAll("$arg", SPELLINGS[row.arg])};`);
  lines.push(`sp -= ${n};`);
  for (const x of fresh) lines.push(`S[sp++] = ${x} as Value;`);
  for (const x of ins) if (!x.endsWith("!")) lines.push(`DECREF(${x})`);
  return lines.join("\n");
}

function printCase(name: string, row: Row): string {
  const body = row.effect === null ? row.code.replaceAll("$arg", SPELLINGS[row.arg]) : printEffect(row);
  return `case ${numbers[name]}: { // ${name}\n${expand(body)}\nbreak;\n}`;
}

interface LoopTable {
  name: string;
  doc: string;
  parameters: string;
  /** Before the first instruction, and before each one. */
  start: string;
  before: string;
  kwnames: string;
  /** The opcode of the next instruction. */
  op: string;
  /** What becomes of a loop that is told to watch. */
  watch: string;
  unwind: string;
  thrown: string;
}

function printLoop(table: LoopTable): string {
  const { name, doc, parameters, start, before, kwnames, op, watch, unwind, thrown } = table;
  const cases = Object.entries(ROWS)
    .map(([opcode, row]) => printCase(opcode, row))
    .join("\n");
  return `
/** ${doc} */
${name}(entry: Frame${parameters}): OwnedValue {
  ${start}
  const stack = vm.S;
  const { depth } = recursion;
  let f = entry;
  let code: Code, S: Value[], bp: number, sp: number, pc: number;
  let ins: Int32Array, caches: Cache[], rawConsts: Value[], consts: Value[];
  let kwnames: PyTuple | null = ${kwnames};
  ${LOAD_FRAME}
  for (;;) {
    let error: Owned<PyException>;
    let reraised = false;
    try {
      loop: for (;;) {
        ${before}
        ${op}
        pc += 2;
        switch (op) {
${cases}
          default: throw unknownOpcode(f, pc, op);
        }
      }
    } catch (e) {
      recursion.depth = depth;
      ${watch}
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else { f.pc = pc; f.sp = sp; error = caughtInLoop(e, f); }
    }
    kwnames = null;
    if (!reraised) f.pc = pc;
    f.sp = sp;
    const handling = ${unwind}(f, error, reraised, pc);
    if (handling === null) throw passOn(${thrown});
    f = handling;
    ${LOAD_FRAME}
  }
}`;
}

/** Names that the rows use, and the modules that export them. */
const IMPORTS: Record<string, string> = JSON.parse(
  readFileSync(new URL("./loop-imports.json", import.meta.url), "utf8"),
);

function printImports(body: string): string {
  const byModule = new Map<string, string[]>();
  for (const [name, module] of Object.entries(IMPORTS)) {
    const plain = name.replace("type ", "");
    if (!new RegExp(`\\b${plain}\\b`).test(body)) continue;
    byModule.set(module, [...(byModule.get(module) ?? []), name]);
  }
  return [...byModule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${names.join(", ")} } from "${module}";`)
    .join("\n");
}

const RUN: LoopTable = {
  name: "export function run",
  doc: "Runs a frame to its end, and every frame that it calls; answers what it returns or yields.",
  parameters: "",
  start: "if (vm.tracer !== null) return watched(entry, false, false);",
  before: "",
  kwnames: "null",
  op: "const op = ins[pc], arg = ins[pc + 1];",
  watch: "if (e === WATCH) return watched(f, false, true);",
  unwind: "unwind",
  thrown: "error",
};

/** Stops when the budget is used up, and tells who traces of each instruction, for which fused ones run one by one. */
const WATCHED: LoopTable = {
  name: "function watch",
  doc: "As `run`, but looks before each instruction whether to stop there, and whom to tell.",
  parameters: ", stepping: boolean",
  start: "",
  before: `
    if (stepping && vm.budget-- <= 0) { f.pc = pc; f.sp = sp; vm.kwnames = kwnames; vm.suspended = f; return SUSPENDED; }
    if (vm.tracer !== null) { f.pc = pc += 2; f.sp = sp; pc = beforeInstruction(f, pc - 2, sp); sp = f.sp; }`,
  kwnames: "stepping ? vm.kwnames : null",
  op: `
    let op = ins[pc], arg = ins[pc + 1];
    if (vm.tracer !== null) {
      if (op === ${XOP.BINARY_OP_LL} || op === ${XOP.COMPARE_JUMP_LL} || op === ${XOP.LOAD_ATTR_L}) op = LOAD_FAST_BORROW;
      else if (op === ${XOP.BINARY_OP_SL}) { op = arg < 0 ? ${XOP.LOAD_CONST_BORROW} : LOAD_FAST_BORROW; if (arg < 0) arg = ~arg; }
    }`,
  watch: "",
  unwind: "unwindTraced",
  thrown: "takeThrown()",
};

/** The text of loop.gen.ts. */
export function printLoops(): string {
  const body = `
const NULL = null as unknown as Value;
const UNBOUND = undefined as unknown as Value;
const LOAD_FAST_BORROW = ${numbers.LOAD_FAST_BORROW};
const POP_JUMP_IF_FALSE = ${numbers.POP_JUMP_IF_FALSE};
const POP_JUMP_IF_TRUE = ${numbers.POP_JUMP_IF_TRUE};
const BREAKS = new Set([${numbers.RESUME}, ${numbers.JUMP_BACKWARD}]);
const load = (code: Code): InternalCode => (code.internal = quicken(code));
${printLoop(RUN)}
${printLoop(WATCHED)
  .replaceAll("breakHere(f, sp)", "breakHere(f, sp, false)")
  .replaceAll("const following = ins[pc];", "const following = vm.tracer === null ? ins[pc] : 0;")}
/** Goes on in a frame, which another loop has left if \`again\`: then the instruction that it stands behind may not be done. */
export function watched(f: Frame, stepping: boolean, again: boolean): OwnedValue {
  if (again && BREAKS.has((f.code.internal as InternalCode).ins[f.pc - 2])) f.pc -= 2;
  try {
    return watch(f, stepping);
  } finally {
    if (vm.tracer !== null) heap.pending = true;
  }
}

/** As \`run\`, but stops when the budget of instructions is used up: the machine then says where. */
export const runStepped = (entry: Frame): OwnedValue => watched(entry, true, false);
`;
  return `// Generated from opcodes.ts by src/tools/loop.ts. Do not edit.\n${printImports(body)}\n${body}`;
}

if (process.argv[1]?.endsWith("loop.ts")) writeFileSync(new URL("../vm/loop.gen.ts", import.meta.url), printLoops());
