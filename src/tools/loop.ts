// Prints src/vm/loop.gen.ts, the interpreter's loop, from the rows of src/vm/opcodes.ts:
// once to run at full speed, once to stop between any two instructions.
import { readFileSync, writeFileSync } from "node:fs";
import { OP } from "../bytecode/opcodes.ts";
import { ROWS } from "../vm/opcodes.ts";
import { COLD_ROWS } from "../vm/opcodescold.ts";
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

/** Replaces the macros of fast code. */
const expandFast = (text: string): string =>
  text
    .replaceAll("LOAD_FRAME", LOAD_FRAME)
    .replaceAll("NEXT", "continue;")
    .replace(/INCREF\((\w+)\)/g, 'if (typeof $1 !== "number") $1.refcnt++;')
    .replace(/DECREF\((\w+)\)/g, 'if (typeof $1 !== "number" && --$1.refcnt === 0) { f.pc = pc; dealloc($1); }');

/** Replaces the macros of slow code. */
const expandSlow = (text: string): string =>
  text
    .replaceAll("SYNC", "f.sp = sp;")
    .replace(/RAISE\((\w+)\)/g, "return raising($1);")
    .replace(/JUMP\(([^)]+)\)/g, "f.pc = $1;")
    .replace(/INCREF\((\w+)\)/g, 'if (typeof $1 !== "number") $1.refcnt++;')
    .replace(/DECREF\((\w+)\)/g, 'if (typeof $1 !== "number" && --$1.refcnt === 0) dealloc($1);');

/** The body of a row with an effect: inputs by name, the code, drops, outputs. */
function printEffect(row: Row): string {
  const [ins, outs] = (row.effect as string).split("--").map(split);
  const n = ins.length;
  const fresh = outs.filter((x) => !ins.includes(x));
  const lines = ins.map((x, i) => `const ${x} = S[sp - ${n - i}];`);
  if (fresh.length > 0) lines.push(`let ${fresh.map((x) => `${x}: OwnedValue`).join(", ")};`);
  if (row.slow !== "") lines.push(`${row.slow};`);
  lines.push(`sp -= ${n};`);
  for (const x of fresh) lines.push(`S[sp++] = ${x} as Value;`);
  lines.push("SYNC");
  for (const x of ins) lines.push(`DECREF(${x})`);
  return lines.join("\n");
}

const printCase = (name: string, row: Row, following: string): string =>
  `case ${numbers[name]}: { // ${name}\n${expandFast(row.fast.replaceAll("$arg", SPELLINGS[row.arg]).replaceAll("FOLLOWING", following))}\n${row.slow === null ? "" : "break;\n"}}`;

/** What slow code may use: the registers of the frame that its function is given. */
const REGISTERS: readonly [name: string, declaration: string][] = [
  ["S", "const S = f.S;"],
  ["bp", "const bp = f.bp;"],
  ["sp", "let sp = f.sp;"],
  ["pc", "const pc = f.pc;"],
  ["code", "const code = f.code;"],
  ["caches", "const { caches } = f.code.internal as InternalCode;"],
];
const SLOW_SPELLINGS = { ...SPELLINGS, const: "f.code.consts.value[arg]" };

/** The slow code of a row as a function, which answers the frame to go on in. */
function printSlow(name: string, row: Row): string {
  const text = row.effect === null ? (row.slow as string) : printEffect(row);
  const body = expandSlow(text.replaceAll("$arg", SLOW_SPELLINGS[row.arg]));
  const uses = (word: string): boolean => new RegExp(`(?<![.\\w])${word}\\b`).test(body);
  const end = /(?<!\) )return [^;]*;$/.test(body.trim()) ? "" : `${uses("sp") ? "f.sp = sp;\n" : ""}return f;\n`;
  const registers = REGISTERS.filter(([word]) => uses(word)).map(([, declaration]) => declaration);
  const parameters = uses("arg") ? "f: Frame, arg: number" : "f: Frame";
  return `slow[${numbers[name]}] = (${parameters}): Frame | null => { // ${name}\n${registers.join("\n")}\n${body}\n${end}};`;
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
  /** The opcode of the one after it, if an instruction may run with the one before. */
  following: string;
  /** What becomes of a loop that is told to watch. */
  watch: string;
  unwind: string;
  thrown: string;
}

function printLoop(table: LoopTable): string {
  const { name, doc, parameters, start, before, kwnames, op, following, watch, unwind, thrown } = table;
  const cases = Object.entries(ROWS)
    .map(([opcode, row]) => printCase(opcode, row, following))
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
      for (;;) {
        ${before}
        ${op}
        pc += 2;
        switch (op) {
${cases}
        }
        f.pc = pc; f.sp = sp;
        sp = -1;
        const next = slow[op](f, arg);
        if (next === f) { pc = f.pc; sp = f.sp; continue; }
        if (next !== null) { f = next; ${LOAD_FRAME} continue; }
        const { raised } = vm;
        if (raised === null) return vm.answer as OwnedValue;
        error = raised;
        reraised = vm.reraised;
        vm.raised = null;
        sp = f.sp;
        break;
      }
    } catch (e) {
      recursion.depth = depth;
      ${watch}
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else {
        f.pc = pc;
        if (sp < 0) sp = f.sp; else f.sp = sp;
        error = caughtInLoop(e, f);
      }
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
  name: "function interpret",
  doc: "As `run`, but may stop where the limits are looked at: then it answers AGAIN, and `vm.frame` says where to go on.",
  parameters: "",
  start: "",
  before: "",
  kwnames: "null",
  op: "const op = ins[pc], arg = ins[pc + 1];",
  following: "ins[pc]",
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
  following: "(vm.tracer === null ? ins[pc] : -1)",
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
const STORE_FAST = ${numbers.STORE_FAST};
const POP_JUMP_IF_FALSE = ${numbers.POP_JUMP_IF_FALSE};
const POP_JUMP_IF_TRUE = ${numbers.POP_JUMP_IF_TRUE};
const BREAKS = new Set([${numbers.RESUME}, ${numbers.JUMP_BACKWARD}]);
const load = (code: Code): InternalCode => (code.internal = quicken(code));

/** What the loops do not spell out, by opcode. */
const slow: ((f: Frame, arg: number) => Frame | null)[] = new Array(512).fill((f: Frame) => {
  throw unknownOpcode(f, f.pc, (f.code.internal as InternalCode).ins[f.pc - 2]);
});
${Object.entries({ ...ROWS, ...COLD_ROWS })
  .filter(([, row]) => row.slow !== null)
  .map(([opcode, row]) => printSlow(opcode, row))
  .join("\n")}
${printLoop(RUN)}

/**
 * Runs a frame to its end, and every frame that it calls; answers what it returns or yields. The interpreter's loop is
 * left and entered again now and then, so that what V8 has compiled of it meanwhile comes into use.
 */
export function run(entry: Frame): OwnedValue {
  if (vm.tracer !== null) return watched(entry, false, false);
  let answer = interpret(entry);
  while (answer === AGAIN) answer = interpret(vm.frame as Frame);
  return answer;
}
${printLoop(WATCHED).replaceAll("const following = ins[pc];", "const following = vm.tracer === null ? ins[pc] : 0;")}
/** Goes on in a frame, which another loop has left if \`again\`: then the instruction that it stands behind may not be done. */
export function watched(f: Frame, stepping: boolean, again: boolean): OwnedValue {
  if (again && BREAKS.has((f.code.internal as InternalCode).ins[f.pc - 2])) f.pc -= 2;
  const before = vm.watching;
  vm.watching = true;
  try {
    return watch(f, stepping);
  } finally {
    vm.watching = before;
    if (vm.tracer !== null) heap.pending = true;
  }
}

/** As \`run\`, but stops when the budget of instructions is used up: the machine then says where. */
export const runStepped = (entry: Frame): OwnedValue => watched(entry, true, false);
`;
  return `// Generated from opcodes.ts by src/tools/loop.ts. Do not edit.\n${printImports(body)}\n${body}`;
}

if (process.argv[1]?.endsWith("loop.ts")) writeFileSync(new URL("../vm/loop.gen.ts", import.meta.url), printLoops());
