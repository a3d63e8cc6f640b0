// CPython 3.12's opcodes: one row each, with its number, its effect on the depth of the stack,
// what its argument names and how many cache entries follow it. The compiler, marshal's reader,
// dis and the virtual machine all read this table. Opcodes from 256 up exist only inside the compiler.

/** What the argument of an opcode means. */
export type ArgKind = "none" | "plain" | "const" | "name" | "local" | "free" | "jump" | "compare" | "handler";

/** By how much the stack grows: a number, or a function of the argument and of whether the jump is taken. */
export type Effect = number | ((arg: number, jumps: boolean) => number);

export interface Opcode {
  readonly name: string;
  readonly code: number;
  readonly effect: Effect;
  readonly arg: ArgKind;
  /** Cache entries, of two bytes each, that follow the instruction. */
  readonly caches: number;
}

type Row = readonly [code: number, effect: Effect, arg?: ArgKind, caches?: number];

const builds = (arg: number): number => 1 - arg;
const pushesNull = (arg: number): number => arg & 1;
const bits = (arg: number): number => (arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1);

const ROWS = {
  CACHE: [0, 0],
  POP_TOP: [1, -1],
  PUSH_NULL: [2, 1],
  INTERPRETER_EXIT: [3, -1],
  END_FOR: [4, -2],
  END_SEND: [5, -1],
  NOP: [9, 0],
  UNARY_NEGATIVE: [11, 0],
  UNARY_NOT: [12, 0],
  UNARY_INVERT: [15, 0],
  RESERVED: [17, 0],
  BINARY_SUBSCR: [25, -1, "none", 1],
  BINARY_SLICE: [26, -2],
  STORE_SLICE: [27, -4],
  GET_LEN: [30, 1],
  MATCH_MAPPING: [31, 1],
  MATCH_SEQUENCE: [32, 1],
  MATCH_KEYS: [33, 1],
  PUSH_EXC_INFO: [35, 1],
  CHECK_EXC_MATCH: [36, 0],
  CHECK_EG_MATCH: [37, 0],
  WITH_EXCEPT_START: [49, 1],
  GET_AITER: [50, 0],
  GET_ANEXT: [51, 1],
  BEFORE_ASYNC_WITH: [52, 1],
  BEFORE_WITH: [53, 1],
  END_ASYNC_FOR: [54, -2],
  CLEANUP_THROW: [55, -1],
  STORE_SUBSCR: [60, -3, "none", 1],
  DELETE_SUBSCR: [61, -2],
  GET_ITER: [68, 0],
  GET_YIELD_FROM_ITER: [69, 0],
  LOAD_BUILD_CLASS: [71, 1],
  LOAD_ASSERTION_ERROR: [74, 1],
  RETURN_GENERATOR: [75, 0],
  RETURN_VALUE: [83, -1],
  SETUP_ANNOTATIONS: [85, 0],
  LOAD_LOCALS: [87, 1],
  POP_EXCEPT: [89, -1],
  STORE_NAME: [90, -1, "name"],
  DELETE_NAME: [91, 0, "name"],
  UNPACK_SEQUENCE: [92, (arg) => arg - 1, "plain", 1],
  FOR_ITER: [93, 1, "jump", 1],
  UNPACK_EX: [94, (arg) => (arg & 0xff) + (arg >> 8), "plain"],
  STORE_ATTR: [95, -2, "name", 4],
  DELETE_ATTR: [96, -1, "name"],
  STORE_GLOBAL: [97, -1, "name"],
  DELETE_GLOBAL: [98, 0, "name"],
  SWAP: [99, 0, "plain"],
  LOAD_CONST: [100, 1, "const"],
  LOAD_NAME: [101, 1, "name"],
  BUILD_TUPLE: [102, builds, "plain"],
  BUILD_LIST: [103, builds, "plain"],
  BUILD_SET: [104, builds, "plain"],
  BUILD_MAP: [105, (arg) => 1 - 2 * arg, "plain"],
  LOAD_ATTR: [106, pushesNull, "name", 9],
  COMPARE_OP: [107, -1, "compare", 1],
  IMPORT_NAME: [108, -1, "name"],
  IMPORT_FROM: [109, 1, "name"],
  JUMP_FORWARD: [110, 0, "jump"],
  POP_JUMP_IF_FALSE: [114, -1, "jump"],
  POP_JUMP_IF_TRUE: [115, -1, "jump"],
  LOAD_GLOBAL: [116, (arg) => 1 + (arg & 1), "name", 4],
  IS_OP: [117, -1, "plain"],
  CONTAINS_OP: [118, -1, "plain"],
  RERAISE: [119, -1, "plain"],
  COPY: [120, 1, "plain"],
  RETURN_CONST: [121, 0, "const"],
  BINARY_OP: [122, -1, "plain", 1],
  SEND: [123, 0, "jump", 1],
  LOAD_FAST: [124, 1, "local"],
  STORE_FAST: [125, -1, "local"],
  DELETE_FAST: [126, 0, "local"],
  LOAD_FAST_CHECK: [127, 1, "local"],
  POP_JUMP_IF_NOT_NONE: [128, -1, "jump"],
  POP_JUMP_IF_NONE: [129, -1, "jump"],
  RAISE_VARARGS: [130, (arg) => 0 - arg, "plain"],
  GET_AWAITABLE: [131, 0, "plain"],
  MAKE_FUNCTION: [132, (arg) => 0 - bits(arg), "plain"],
  BUILD_SLICE: [133, (arg) => (arg === 3 ? -2 : -1), "plain"],
  JUMP_BACKWARD_NO_INTERRUPT: [134, 0, "jump"],
  MAKE_CELL: [135, 0, "free"],
  LOAD_CLOSURE: [136, 1, "free"],
  LOAD_DEREF: [137, 1, "free"],
  STORE_DEREF: [138, -1, "free"],
  DELETE_DEREF: [139, 0, "free"],
  JUMP_BACKWARD: [140, 0, "jump"],
  LOAD_SUPER_ATTR: [141, (arg) => (arg & 1) - 2, "name", 1],
  CALL_FUNCTION_EX: [142, (arg) => -2 - (arg & 1), "plain"],
  LOAD_FAST_AND_CLEAR: [143, 1, "local"],
  EXTENDED_ARG: [144, 0, "plain"],
  LIST_APPEND: [145, -1, "plain"],
  SET_ADD: [146, -1, "plain"],
  MAP_ADD: [147, -2, "plain"],
  COPY_FREE_VARS: [149, 0, "plain"],
  YIELD_VALUE: [150, 0, "plain"],
  RESUME: [151, 0, "plain"],
  MATCH_CLASS: [152, -2, "plain"],
  FORMAT_VALUE: [155, (arg) => ((arg & 4) === 4 ? -1 : 0), "plain"],
  BUILD_CONST_KEY_MAP: [156, (arg) => 0 - arg, "plain"],
  BUILD_STRING: [157, builds, "plain"],
  LIST_EXTEND: [162, -1, "plain"],
  SET_UPDATE: [163, -1, "plain"],
  DICT_MERGE: [164, -1, "plain"],
  DICT_UPDATE: [165, -1, "plain"],
  CALL: [171, (arg) => -1 - arg, "plain", 3],
  KW_NAMES: [172, 0, "const"],
  CALL_INTRINSIC_1: [173, 0, "plain"],
  CALL_INTRINSIC_2: [174, -1, "plain"],
  LOAD_FROM_DICT_OR_GLOBALS: [175, 0, "name"],
  LOAD_FROM_DICT_OR_DEREF: [176, 0, "free"],
  // The compiler's own: the assembler turns each into a real opcode or into nothing.
  SETUP_FINALLY: [256, (_arg, jumps) => (jumps ? 1 : 0), "handler"],
  SETUP_CLEANUP: [257, (_arg, jumps) => (jumps ? 2 : 0), "handler"],
  SETUP_WITH: [258, (_arg, jumps) => (jumps ? 1 : 0), "handler"],
  POP_BLOCK: [259, 0],
  JUMP: [260, 0, "jump"],
  JUMP_NO_INTERRUPT: [261, 0, "jump"],
  LOAD_METHOD: [262, 1, "name"],
  LOAD_SUPER_METHOD: [263, -1, "name"],
  LOAD_ZERO_SUPER_METHOD: [264, -1, "name"],
  LOAD_ZERO_SUPER_ATTR: [265, -1, "name"],
  STORE_FAST_MAYBE_NULL: [266, -1, "local"],
} as const satisfies Record<string, Row>;

export type OpcodeName = keyof typeof ROWS;

/** The number of each opcode. */
export const OP = Object.fromEntries(Object.entries(ROWS).map(([name, row]) => [name, row[0]])) as {
  readonly [Name in OpcodeName]: (typeof ROWS)[Name][0];
};

/** Opcodes below this one have no argument. */
export const HAVE_ARGUMENT = 90;

/** The row of each opcode, by number; a number that is no opcode has none. */
export const OPCODES: readonly (Opcode | undefined)[] = (() => {
  const table: (Opcode | undefined)[] = new Array(267).fill(undefined);
  for (const [name, row] of Object.entries(ROWS) as [string, Row][]) {
    const [code, effect, arg = "none", caches = 0] = row;
    table[code] = { name, code, effect, arg, caches };
  }
  return table;
})();

/** Cache entries after each opcode, by number. */
export const CACHES: Uint8Array = Uint8Array.from(OPCODES, (row) => row?.caches ?? 0);

/** By how much `code` with `arg` makes the stack grow; `jumps` when its jump is taken. */
export function stackEffect(code: number, arg: number, jumps: boolean): number {
  const effect = OPCODES[code]!.effect;
  return typeof effect === "number" ? effect : effect(arg, jumps);
}

/** `opcode.cmp_op`: what the bits above the fourth of COMPARE_OP's argument say. */
export const COMPARISONS = ["<", "<=", "==", "!=", ">", ">="] as const;

/** BINARY_OP's argument, in order. */
export const BINARY_OPERATORS = [
  "+",
  "&",
  "//",
  "<<",
  "@",
  "*",
  "%",
  "|",
  "**",
  ">>",
  "-",
  "/",
  "^",
  "+=",
  "&=",
  "//=",
  "<<=",
  "@=",
  "*=",
  "%=",
  "|=",
  "**=",
  ">>=",
  "-=",
  "/=",
  "^=",
] as const;

/** CALL_INTRINSIC_1's argument, in order. */
export const INTRINSICS_1 = [
  "INTRINSIC_1_INVALID",
  "INTRINSIC_PRINT",
  "INTRINSIC_IMPORT_STAR",
  "INTRINSIC_STOPITERATION_ERROR",
  "INTRINSIC_ASYNC_GEN_WRAP",
  "INTRINSIC_UNARY_POSITIVE",
  "INTRINSIC_LIST_TO_TUPLE",
  "INTRINSIC_TYPEVAR",
  "INTRINSIC_PARAMSPEC",
  "INTRINSIC_TYPEVARTUPLE",
  "INTRINSIC_SUBSCRIPT_GENERIC",
  "INTRINSIC_TYPEALIAS",
] as const;

/** CALL_INTRINSIC_2's argument, in order. */
export const INTRINSICS_2 = [
  "INTRINSIC_2_INVALID",
  "INTRINSIC_PREP_RERAISE_STAR",
  "INTRINSIC_TYPEVAR_WITH_BOUND",
  "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
  "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
] as const;
