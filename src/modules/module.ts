// How a native module is declared: one table a module. Importing it makes a module object of the
// instance that imports, with builtin functions, types and constants in its namespace.
import type { PyType } from "../heap/object.ts";
import type { OwnedValue } from "../heap/refs.ts";
import type { Native } from "../native/signature.ts";

export interface ModuleTable {
  name: string;
  doc: string | null;
  functions?: readonly Native[];
  types?: readonly PyType[];
  /** Other attributes, made each time an instance imports the module. */
  constants?: () => Record<string, OwnedValue>;
}

export const defineModule = (table: ModuleTable): ModuleTable => table;
