// `python -m NAME`, and a folder as a program: finds a module and runs its code as `__main__`, as
// runpy does. The two frames of runpy's own that tracebacks show are here too.
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { call, callMethod } from "../objects/call.ts";
import { dictDelete, dictGet, dictPeek, dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { PyError } from "../objects/errors.ts";
import { isException, matches, newException, type PyException, setExceptionMember } from "../objects/exceptions.ts";
import { newFunction } from "../objects/function.ts";
import { isExactList, type PyList } from "../objects/list.ts";
import { findAttrText, getAttrText, reprText, setItem, strText, typeName } from "../objects/protocol.ts";
import { None, newNone } from "../objects/singletons.ts";
import { intern, isStr, newStr } from "../objects/str.ts";
import { runCode } from "./calls.ts";
import { findSpec } from "./finders.ts";
import { importModule } from "./import.ts";
import { parentName } from "./modulenames.ts";
import { compileSource } from "./source.ts";
import { vm } from "./state.ts";
import { sysAttribute } from "./sysattr.ts";

/** The frames between the command and the module, at the lines where runpy has them. */
const FRAMES = `${"\n".repeat(86)}def _run_code(code, run_globals):
    exec(code, run_globals)
${"\n".repeat(108)}def _run_module_as_main(code, run_globals):
    return _run_code(code, run_globals)
`;

/** What cannot be run; the text is for the user. */
class CannotRun {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

interface Details {
  spec: Owned;
  code: OwnedValue;
}

const shown = (name: string): string => reprText(intern(name));
const FINDING_ERRORS = ["ImportError", "AttributeError", "TypeError", "ValueError"];

/** Runs `body`; an exception of these kinds becomes what `told` says of it, or goes on when it says nothing. */
function explaining<T>(kinds: readonly string[], told: (e: PyException) => CannotRun | null, body: () => T): T {
  try {
    return body();
  } catch (e) {
    if (
      !(e instanceof PyError) ||
      !isException(e.exception) ||
      !kinds.some((k) => matches(e.exception as PyException, k))
    )
      throw e;
    const answer = told(e.exception as PyException);
    if (answer === null) throw e;
    drop(e.exception);
    throw answer;
  }
}

/** The package of the module is imported first. An ImportError of something else is the program's own. */
function importPackage(name: string, pkg: string): void {
  try {
    drop(importModule(pkg));
  } catch (e) {
    if (!(e instanceof PyError) || !matches(e.exception as PyException, "ImportError")) throw e;
    const missing = (e.exception as PyException).value.members[1];
    const own =
      missing !== undefined && isStr(missing) && (missing.value === pkg || pkg.startsWith(`${missing.value}.`));
    if (!own) throw e;
    drop(e.exception);
  }
  const already = dictPeek(vm.modules, intern(name));
  if (already === undefined || already === None || hasAttribute(already, "__path__")) return;
  warnFound(name, pkg);
}

let warn: (category: string, message: string) => void = () => {};
/** Told once by the embedding API: how a warning is given. */
export const setRunWarner = (f: typeof warn): void => {
  warn = f;
};
const warnFound = (name: string, pkg: string): void =>
  warn(
    "RuntimeWarning",
    `${shown(name)} found in sys.modules after import of package ${shown(pkg)}, but prior to execution of ${shown(name)}; this may result in unpredictable behaviour`,
  );

function hasAttribute(value: Value, name: string): boolean {
  const found = findAttrText(value, name);
  if (found === undefined) return false;
  drop(found);
  return true;
}

function specOf(name: string): Owned | null {
  const tell = (e: PyException): CannotRun => {
    const hint = name.endsWith(".py")
      ? `. Try using '${name.slice(0, -3)}' instead of '${name}' as the module name.`
      : "";
    return new CannotRun(
      `Error while finding module specification for ${shown(name)} (${typeName(e)}: ${strText(e)})${hint}`,
    );
  };
  return explaining(FINDING_ERRORS, tell, () => {
    const parent = parentName(name);
    if (parent === "") return findSpec(name, null);
    const module = importModule(parent);
    try {
      const path = findAttrText(module, "__path__");
      if (path === undefined) throw noPath(parent, name);
      try {
        return findSpec(name, path);
      } finally {
        drop(path);
      }
    } finally {
      drop(module);
    }
  });
}

const noPath = (parent: string, name: string): PyError =>
  new PyError(
    newException(
      "ModuleNotFoundError",
      newStr(`__path__ attribute not found on ${shown(parent)} while trying to find ${shown(name)}`),
    ),
  );

/** The spec and the code of a module that is to run; a package's are those of its `__main__`. */
function detailsOf(name: string): Details {
  if (name.startsWith(".")) throw new CannotRun("Relative module names not supported");
  const pkg = parentName(name);
  if (pkg !== "") importPackage(name, pkg);
  const spec = specOf(name);
  if (spec === null) throw new CannotRun(`No module named ${name}`);
  try {
    const locations = getAttrText(spec, "submodule_search_locations");
    drop(locations);
    if (locations !== None) return packageDetails(name);
    return { spec: newRef(spec), code: codeOf(name, spec) };
  } finally {
    drop(spec);
  }
}

function packageDetails(name: string): Details {
  if (name === "__main__" || name.endsWith(".__main__")) throw new CannotRun("Cannot use package as __main__ module");
  try {
    return detailsOf(`${name}.__main__`);
  } catch (e) {
    if (!(e instanceof CannotRun) || dictPeek(vm.modules, intern(name)) === undefined) throw e;
    throw new CannotRun(`${e.message}; ${shown(name)} is a package and cannot be directly executed`);
  }
}

function codeOf(name: string, spec: Owned): OwnedValue {
  const loader = getAttrText(spec, "loader");
  try {
    if (loader === None) throw new CannotRun(`${shown(name)} is a namespace package and cannot be executed`);
    const code = explaining(
      ["ImportError"],
      (e) => new CannotRun(strText(e)),
      () => callMethod(loader, "get_code", newStr(name)),
    );
    if (code !== None) return code;
    drop(code);
    throw new CannotRun(`No code object available for ${name}`);
  } finally {
    drop(loader);
  }
}

/** The `__main__` of a folder: the module that is running now is out of the way meanwhile. */
function mainDetails(): Details {
  const main = intern("__main__");
  const saved = dictGet(vm.modules, main);
  dictDelete(vm.modules, main);
  try {
    return detailsOf("__main__");
  } catch (e) {
    if (!(e instanceof CannotRun) || !e.message.includes("__main__")) throw e;
    throw new CannotRun(`can't find '__main__' module in ${firstReprOf("path")}`);
  } finally {
    if (saved !== undefined) dictSet(vm.modules, main, saved);
  }
}

function firstReprOf(name: string): string {
  const list = sysAttribute(name);
  return list !== undefined && isExactList(list) && list.value.length > 0 ? reprText(list.value[0]) : "''";
}

function setMainNames(globals: PyDict, spec: Owned): void {
  const names = { __file__: "origin", __cached__: "cached", __loader__: "loader", __package__: "parent" };
  dictSet(globals, intern("__name__"), newRef(intern("__main__")));
  dictSet(globals, intern("__doc__"), newNone());
  for (const [name, field] of Object.entries(names)) dictSet(globals, intern(name), getAttrText(spec, field));
  dictSet(globals, intern("__spec__"), newRef(spec));
}

/** sys.argv[0] becomes the module's file. */
function setProgramName(spec: Owned): void {
  const argv = sysAttribute("argv");
  const origin = getAttrText(spec, "origin");
  if (argv !== undefined && isExactList(argv) && (argv as PyList).value.length > 0) setItem(argv, 0, origin);
  drop(origin);
}

/** Runs the code by way of runpy's frames. */
function runInFrames(code: OwnedValue, globals: PyDict): void {
  const own = newDict();
  dictSet(own, intern("__name__"), newStr("runpy"));
  dictSet(own, intern("__builtins__"), newRef(vm.builtins));
  const stub = compileSource(FRAMES, "<frozen runpy>", "exec", 0, 0);
  const { name, qualname } = stub.value;
  try {
    drop(runCode(newFunction(stub, own, vm.builtins, name, qualname, None), newRef(own)));
    const start = dictGet(own, intern("_run_module_as_main")) as OwnedValue;
    try {
      drop(call(start, code, newRef(globals)));
    } finally {
      drop(start);
    }
  } finally {
    drop(own);
  }
}

const textOf = (value: Value | undefined): string => (value === undefined ? "" : strText(value));

/** The SystemExit that prints a text. */
function leaving(text: string): PyError {
  const code = newStr(text);
  const e = newException("SystemExit", newRef(code));
  setExceptionMember(e, 0, code);
  return new PyError(e);
}

/** Runs a module as `__main__`, in its namespace; "__main__" is that of the folder that sys.path begins with. */
export function runModuleAsMain(name: string, globals: PyDict): void {
  const folder = name === "__main__";
  let details: Details;
  try {
    details = folder ? mainDetails() : detailsOf(name);
  } catch (e) {
    if (!(e instanceof CannotRun)) throw e;
    throw leaving(`${textOf(sysAttribute("executable"))}: ${e.message}`);
  }
  try {
    if (!folder) setProgramName(details.spec);
    setMainNames(globals, details.spec);
  } finally {
    drop(details.spec);
  }
  runInFrames(details.code, globals);
}
