// What the rows of opcodes.ts and opcodescold.ts are written with: the form of a row, and pieces of
// code that several rows share, as functions of the names in them.

export type ArgKind = "none" | "local" | "const" | "name" | "number" | "jump";
export interface Row {
  effect: string | null;
  arg: ArgKind;
  fast: string;
  slow: string | null;
}
/** By its effect on the stack, deepest operand first: "lhs, rhs -- sum". Operands are dropped once the code has succeeded. */
export const op = (effect: string, arg: ArgKind = "none", slow = ""): Row => ({ effect, arg, fast: "", slow });
/** Code that moves the stack pointer itself. */
export const raw = (arg: ArgKind, slow: string): Row => ({ effect: null, arg, fast: "", slow });
export const hot = (arg: ArgKind, fast: string, slow: string): Row => ({ effect: null, arg, fast, slow });
/** Fast code that always comes to its end. */
export const fast = (arg: ArgKind, code: string): Row => ({ effect: null, arg, fast: `${code} NEXT`, slow: null });

/** Arithmetic of two numbers in slots; NaN when it is not for here. */
export const ARITHMETIC = (a: string, b: string, operator: string): string => `
  switch (${operator}) {
    case 0: case 13: r = ${a} + ${b}; break;
    case 10: case 23: r = ${a} - ${b}; break;
    case 5: case 18: r = ${a} * ${b} + 0; break;
    case 6: case 19: r = ${b} > 0 && ${a} >= 0 ? ${a} % ${b} : Number.NaN; break;
    case 2: case 15: r = ${b} > 0 ? Math.floor(${a} / ${b}) : Number.NaN; if (!(r <= 4294967296 && r >= -4294967296)) r = Number.NaN; break;
    case 1: case 14: r = (${a} | 0) === ${a} && (${b} | 0) === ${b} ? ${a} & ${b} : Number.NaN; break;
    default: r = arithmetic(${operator}, ${a}, ${b});
  }`;
export const FLOAT_ARITHMETIC = (a: string, b: string, operator: string): string => `
  switch (${operator}) {
    case 0: case 13: r = ${a} + ${b}; break;
    case 10: case 23: r = ${a} - ${b}; break;
    case 5: case 18: r = ${a} * ${b}; break;
    case 11: case 24: if (${b} !== 0) { r = ${a} / ${b}; break; } known = false; break;
    default: known = false;
  }`;
export const COMPARE = (a: string, b: string, operator: string): string => `
  switch (${operator}) { case 0: r = ${a} < ${b}; break; case 1: r = ${a} <= ${b}; break; case 2: r = ${a} === ${b}; break; case 3: r = ${a} !== ${b}; break; case 4: r = ${a} > ${b}; break; default: r = ${a} >= ${b}; }`;

/** The number behind an exact int of up to 53 bits, boxed or not, in \`x\`; else undefined stays. */
export const NUMBER = (x: string, from: string): string =>
  `const ${x} = typeof ${from} === "number" ? ${from} : ${from}.type === IntType && typeof ${from}.value === "number" ? ${from}.value as number : Number.NaN;`;

/** A jump by truth: fast and slow code. */
export const BRANCH = (test: string): [fast: string, slow: string] => [
  `
  const x = S[sp - 1];
  if (x === ${test === "true" ? "True" : "False"}) { sp--; pc = arg; NEXT }
  if (x === ${test === "true" ? "False" : "True"}) { sp--; NEXT }`,
  `
  const x = S[sp - 1];
  const truth = isTrue(x);
  sp--;
  if (truth === ${test}) JUMP(arg)
  SYNC
  DECREF(x)`,
];
