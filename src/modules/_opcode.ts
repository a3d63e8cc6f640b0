// _opcode: what the modules opcode and dis ask of the interpreter about its instructions.
import { HAVE_ARGUMENT, OPCODES, stackEffect } from "../bytecode/opcodes.ts";
import type { Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { valueError } from "../objects/errors.ts";
import { cInt } from "../objects/int.ts";
import { False, None, True } from "../objects/singletons.ts";
import { defineModule } from "./module.ts";
import { withText } from "./natives.ts";

/** Opcodes that CPython puts in the place of others while it traces a program: their effects, as it tells them. */
const FIRST_INSTRUMENTED = 237;
const LAST_INSTRUMENTED = 253;
const INSTRUMENTED_EFFECTS: Readonly<Record<number, number>> = { 242: -1, 251: -2, 252: -1 };
const LOAD_SUPER_ATTR = 141;

/** Opcodes of the compiler alone. The first of them begin and end guarded blocks, and have no argument. */
const PSEUDO = 256;
const PSEUDO_WITH_ARGUMENT = 260;
const takesArgument = (op: number): boolean => (op < PSEUDO ? op >= HAVE_ARGUMENT : op >= PSEUDO_WITH_ARGUMENT);

function effectOf(op: number, arg: number, jumps: boolean): number | undefined {
  if (op >= FIRST_INSTRUMENTED && op <= LAST_INSTRUMENTED) {
    return op === FIRST_INSTRUMENTED ? stackEffect(LOAD_SUPER_ATTR, arg, jumps) : (INSTRUMENTED_EFFECTS[op] ?? 0);
  }
  return OPCODES[op] === undefined ? undefined : stackEffect(op, arg, jumps);
}

/** Null is whichever of the two takes more. */
function jumpOf(value: Value): boolean | null {
  if (value === None) return null;
  if (value === True || value === False) return value === True;
  throw valueError("stack_effect: jump must be False, True or None");
}

function stackEffectOf(opcode: Value, oparg: Value, jump: Value): number {
  const op = cInt(opcode);
  const jumps = jumpOf(jump);
  let arg = 0;
  if (takesArgument(op)) {
    if (oparg === None) throw valueError("stack_effect: opcode requires oparg but oparg was not specified");
    arg = cInt(oparg);
  } else if (oparg !== None) {
    throw valueError("stack_effect: opcode does not permit oparg but oparg was specified");
  }
  const effects = (jumps === null ? [true, false] : [jumps]).map((taken) => effectOf(op, arg, taken));
  if (effects.includes(undefined)) throw valueError("invalid opcode or oparg");
  return Math.max(...(effects as number[]));
}

export default defineModule({
  name: "_opcode",
  doc: "Opcode support module.",
  functions: [
    withText(
      def(
        "stack_effect($module, opcode, oparg=None, /, *, jump=None) -> int",
        "Compute the stack effect of the opcode.",
        (_module, opcode, oparg, jump) => stackEffectOf(opcode, oparg, jump),
      ),
      "($module, opcode, oparg=None, /, *, jump=None)",
    ),
    def("get_specialization_stats($module, /)", "Return the specialization stats", () => {}),
  ],
});
