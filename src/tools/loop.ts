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

function printLoop(name: string, doc: string, before: string, kwnames: string): string {
  const cases = Object.entries(ROWS)
    .map(([opcode, row]) => printCase(opcode, row))
    .join("\n");
  return `
/** ${doc} */
export function ${name}(entry: Frame): OwnedValue {
  const stack = vm.S;
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
        const op = ins[pc], arg = ins[pc + 1];
        pc += 2;
        switch (op) {
${cases}
          default: throw new Error(\`no opcode \${op}\`);
        }
      }
    } catch (e) {
      if (e instanceof InitError) { f = e.frame; pc = f.pc; sp = f.sp; error = caughtInLoop(e.error, f); }
      else { f.pc = pc; f.sp = sp; error = caughtInLoop(e, f); }
    }
    kwnames = null;
    if (!reraised) f.pc = pc;
    f.sp = sp;
    const handling = unwind(f, error, reraised, pc);
    if (handling === null) throw passOn(error);
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

/** The text of loop.gen.ts. */
export function printLoops(): string {
  const body = `
const NULL = null as unknown as Value;
const UNBOUND = undefined as unknown as Value;
const LOAD_FAST_BORROW = ${numbers.LOAD_FAST_BORROW};
const POP_JUMP_IF_FALSE = ${numbers.POP_JUMP_IF_FALSE};
const POP_JUMP_IF_TRUE = ${numbers.POP_JUMP_IF_TRUE};
const load = (code: Code): InternalCode => (code.internal = quicken(code));
${printLoop("run", "Runs a frame to its end, and every frame that it calls; answers what it returns or yields.", "", "null")}
${printLoop(
  "runStepped",
  "As `run`, but stops when the budget of instructions is used up: the machine then says where.",
  "if (vm.budget-- <= 0) { f.pc = pc; f.sp = sp; vm.kwnames = kwnames; vm.suspended = f; return SUSPENDED; }",
  "vm.kwnames",
)}
`;
  return `// Generated from opcodes.ts by src/tools/loop.ts. Do not edit.\n${printImports(body)}\n${body}`;
}

if (process.argv[1]?.endsWith("loop.ts")) writeFileSync(new URL("../vm/loop.gen.ts", import.meta.url), printLoops());
