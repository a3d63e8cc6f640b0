// Opcodes of the internal code, beyond those of CPython; the numbers are free there. See quicken.ts.
export const XOP = {
  LOAD_FAST_BORROW: 6,
  LOAD_CONST_BORROW: 7,
  LOAD_FAST_MOVE: 8,
  /** LOAD_FAST, LIST_APPEND, of a variable that the loop then sets anew. */
  LOAD_FAST_APPEND: 18,
  /** LOAD_FAST_BORROW, a borrowed load, BINARY_OP. */
  BINARY_OP_LL: 10,
  /** A borrowed load, BINARY_OP. */
  BINARY_OP_SL: 13,
  /** LOAD_FAST_BORROW, a borrowed load, COMPARE_OP, POP_JUMP_IF_FALSE. */
  COMPARE_JUMP_LL: 14,
  /** LOAD_FAST_BORROW, LOAD_ATTR. */
  LOAD_ATTR_L: 16,
} as const;
