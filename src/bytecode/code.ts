// A compiled code object as plain data: what the compiler produces, marshal reads and
// writes, dis prints and the virtual machine loads. Field for field CPython 3.12's.

/** A constant of a code object. A str is UTF-16 text in which a surrogate pair is one character. */
export type Constant =
  | { type: "None" }
  | { type: "Ellipsis" }
  | { type: "bool"; value: boolean }
  | { type: "int"; value: bigint }
  | { type: "float"; value: number }
  | { type: "complex"; real: number; imag: number }
  | { type: "str"; value: string }
  | { type: "bytes"; value: Uint8Array }
  /**
   * What the parser holds of a tuple beyond once: `kept` is how often folding has answered the tuple itself, as for
   * `t * 1`, and -1 when the tuple was made after parsing, as of defaults; `again` are places of items that tuples which folding has made on the way hold, too.
   */
  | { type: "tuple"; items: Constant[]; kept?: number; again?: readonly number[] }
  | { type: "frozenset"; items: Constant[] }
  | { type: "code"; code: CodeUnit };

/** Kinds of a fast local, as bits in `localsPlusKinds`. */
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

/** Bits of `flags`. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;

export interface CodeUnit {
  /** Positional parameters, positional-only ones included. */
  argCount: number;
  posOnlyArgCount: number;
  kwOnlyArgCount: number;
  stackSize: number;
  flags: number;
  /** `co_code`: two bytes an instruction, caches included and zero. */
  code: Uint8Array;
  consts: Constant[];
  names: string[];
  /** Locals, then cells, then free variables: `co_localsplusnames`. */
  localsPlusNames: string[];
  /** One byte of `CO_FAST_*` bits for each of `localsPlusNames`. */
  localsPlusKinds: Uint8Array;
  filename: string;
  name: string;
  qualname: string;
  firstLineno: number;
  /** The location table, in CPython 3.12's encoding. */
  lineTable: Uint8Array;
  /** The exception table, in CPython 3.12's encoding. */
  exceptionTable: Uint8Array;
}
