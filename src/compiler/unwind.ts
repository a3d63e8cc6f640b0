// How `return`, `break` and `continue` leave the statements around them: each frame on the way out
// is unwound, innermost first.

import { OP } from "../bytecode/opcodes.ts";
import type { Generator } from "./generator.ts";
import { type Frame, type Loc, NO_LOC } from "./unit.ts";

/** Calls the __exit__ on the stack with three times None. */
export function callExitWithNones(gen: Generator, loc: Loc): void {
  for (let i = 0; i < 3; i++) gen.none(loc);
  gen.opArg(loc, OP.CALL, 2);
}

/** Keeps the value to be returned above what is popped. */
function swapIf(gen: Generator, loc: Loc, keepTop: boolean): void {
  if (keepTop) gen.opArg(loc, OP.SWAP, 2);
}

/** The code that leaves one frame; answers where the code after it stands. */
export function unwindFrame(gen: Generator, loc: Loc, frame: Frame, keepTop: boolean): Loc {
  switch (frame.kind) {
    case "for":
    case "popValue":
      swapIf(gen, loc, keepTop);
      gen.op(loc, OP.POP_TOP);
      return loc;
    case "try":
      gen.op(loc, OP.POP_BLOCK);
      return loc;
    case "finallyTry":
      gen.op(loc, OP.POP_BLOCK);
      if (keepTop) gen.pushFrame(loc, { kind: "popValue" });
      frame.unwind!();
      if (keepTop) gen.popFrame();
      // What follows seems to happen in the finally block, not at the statement that leaves.
      return NO_LOC;
    case "finallyEnd":
      swapIf(gen, loc, keepTop);
      gen.op(loc, OP.POP_TOP);
      swapIf(gen, loc, keepTop);
      gen.op(loc, OP.POP_BLOCK);
      gen.op(loc, OP.POP_EXCEPT);
      return loc;
    case "with":
    case "asyncWith":
      loc = frame.loc!;
      gen.op(loc, OP.POP_BLOCK);
      swapIf(gen, loc, keepTop);
      callExitWithNones(gen, loc);
      if (frame.kind === "asyncWith") gen.awaitValue(loc, 2);
      gen.op(loc, OP.POP_TOP);
      return NO_LOC;
    case "cleanup":
      if (frame.name !== null) gen.op(loc, OP.POP_BLOCK);
      swapIf(gen, loc, keepTop);
      gen.op(loc, OP.POP_BLOCK);
      gen.op(loc, OP.POP_EXCEPT);
      if (frame.name !== null) forgetName(gen, loc, frame.name);
      return loc;
    default:
      return loc;
  }
}

/** `name = None; del name`: an exception's name does not outlive its handler. */
export function forgetName(gen: Generator, loc: Loc, name: string): void {
  gen.none(loc);
  gen.name(loc, name, "Store");
  gen.name(loc, name, "Del");
}

/**
 * Unwinds all frames, or those inside the innermost loop when `toLoop`.
 * Answers where the code after it stands, and the loop.
 */
export function unwind(gen: Generator, loc: Loc, keepTop: boolean, toLoop: boolean): { loc: Loc; loop: Frame | null } {
  const { frames } = gen.unit;
  const taken: Frame[] = [];
  let loop: Frame | null = null;
  while (frames.length > 0) {
    const frame = frames[frames.length - 1];
    if (frame.kind === "groupHandler") {
      throw gen.errorAt(loc, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (toLoop && (frame.kind === "while" || frame.kind === "for")) {
      loop = frame;
      break;
    }
    frames.pop();
    taken.push(frame);
    loc = unwindFrame(gen, loc, frame, keepTop);
  }
  while (taken.length > 0) frames.push(taken.pop()!);
  return { loc, loop };
}
