// What dying generators report: an exception that their end has raised, and that a coroutine was
// never awaited, which the library's warnings tell in more words when they are there.
import { drop, newRef, type OwnedValue } from "../heap/refs.ts";
import { callOwned } from "../objects/call.ts";
import { dictGet } from "../objects/dict.ts";
import { PyError } from "../objects/errors.ts";
import { matches, type PyException } from "../objects/exceptions.ts";
import { findAttrText } from "../objects/protocol.ts";
import { intern } from "../objects/str.ts";
import { type PyGenerator, setGeneratorReports } from "./generator.ts";
import { importModule } from "./import.ts";
import { reportUnraisable } from "./reportunraisable.ts";
import { warn } from "./reportwarning.ts";
import { vm } from "./state.ts";

/** Tells generators how to report; called when the layers are wired. */
export function connectGenerators(): void {
  setGeneratorReports(reportUnraisable, warnNeverAwaited);
}

/** The library's function that warns of a coroutine; undefined while the module is not there. */
function libraryWarner(coroutine: PyGenerator): OwnedValue | undefined {
  const name = intern("warnings");
  const known = dictGet(vm.modules, name);
  if (known === undefined && coroutine.value.origin === null) return undefined;
  const module = known ?? importModule("warnings");
  try {
    return findAttrText(module, "_warn_unawaited_coroutine");
  } finally {
    drop(module);
  }
}

/** Lets the library warn, which knows how to tell where the coroutine was made; false when it could not. */
function warnByLibrary(coroutine: PyGenerator): boolean {
  try {
    const warner = libraryWarner(coroutine);
    if (warner === undefined) return false;
    drop(callOwned(warner, newRef(coroutine)));
    return true;
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    const told = matches(e.exception as PyException, "RuntimeWarning");
    reportUnraisable(e.exception, coroutine);
    return told;
  }
}

function warnNeverAwaited(coroutine: PyGenerator): void {
  if (warnByLibrary(coroutine)) return;
  try {
    warn("RuntimeWarning", `coroutine '${coroutine.value.qualname.value}' was never awaited`, 1, coroutine);
  } catch (e) {
    if (!(e instanceof PyError)) throw e;
    reportUnraisable(e.exception, coroutine);
  }
}
