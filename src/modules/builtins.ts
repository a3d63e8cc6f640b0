// builtins: the names that every Python program has. The functions are in builtinattrs.ts,
// builtiniter.ts, builtinnums.ts, print.ts and builtinconsole.ts; those that need frames or the
// compiler come from the layer that knows the virtual machine, through `addBuiltins`.
import type { PyType } from "../heap/object.ts";
import { newRef, type OwnedValue } from "../heap/refs.ts";
import type { Native } from "../native/signature.ts";
import { newBuiltin } from "../objects/builtin.ts";
import { declared } from "../objects/define.ts";
import { exceptionTypes } from "../objects/exceptions.ts";
import { setBuiltinFinder } from "../objects/iterators.ts";
import { Ellipsis, False, None, NotImplemented, True } from "../objects/singletons.ts";
import { attributeNatives } from "./builtinattrs.ts";
import { consoleNatives, consoleObjects } from "./builtinconsole.ts";
import { iterationNatives } from "./builtiniter.ts";
import { numberNatives } from "./builtinnums.ts";
import { openNative } from "./io/open.ts";
import { defineModule } from "./module.ts";
import { printNative } from "./print.ts";
import { moduleAttribute } from "./sysstate.ts";

/** The types that have a name in builtins, besides the exceptions. */
const TYPE_NAMES = new Set(
  (
    "bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview object " +
    "property range reversed set slice staticmethod str super tuple type zip"
  ).split(" "),
);
/** Second names of OSError. */
const OS_ERROR_NAMES = ["EnvironmentError", "IOError"];

const functions: Native[] = [
  ...attributeNatives,
  ...iterationNatives,
  ...numberNatives,
  ...consoleNatives,
  printNative,
];

/** More builtin functions, from the layer that knows the virtual machine. */
export const addBuiltins = (natives: readonly Native[]): void => {
  functions.push(...natives);
};

function builtinTypes(): Map<string, PyType> {
  const types = new Map<string, PyType>();
  for (const { type } of declared) {
    const { name, module } = type.value;
    if (module === "builtins" && TYPE_NAMES.has(name)) types.set(name, type);
  }
  for (const [name, type] of exceptionTypes) if (type.value.module === "builtins") types.set(name, type);
  const osError = exceptionTypes.get("OSError") as PyType;
  for (const name of OS_ERROR_NAMES) types.set(name, osError);
  return types;
}

let bare = false;
/** Told before an instance makes its builtins: without what the site module adds. */
export const setBareBuiltins = (without: boolean): void => {
  bare = without;
};

function constants(): Record<string, OwnedValue> {
  const values: Record<string, OwnedValue> = {
    None: newRef(None),
    Ellipsis: newRef(Ellipsis),
    NotImplemented: newRef(NotImplemented),
    False: newRef(False),
    True: newRef(True),
    __debug__: newRef(True),
    ...(bare ? {} : consoleObjects()),
    open: newBuiltin(openNative, null, "_io", null),
  };
  for (const [name, type] of builtinTypes()) values[name] = newRef(type);
  return values;
}

// Pickling names builtin functions: it is given the ones that the program itself would get.
setBuiltinFinder((name) => moduleAttribute("builtins", name));

export default defineModule({
  name: "builtins",
  doc: "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a builtin and need to\nuse the built-in version.",
  functions,
  constants,
});
