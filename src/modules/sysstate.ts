// What of the sys module the natives of other modules look at: the attributes, which a program
// may have replaced, and settings that have no attribute.

import type { PyObject } from "../heap/object.ts";
import { drop, dropAll, dropMaybe, type OwnedValue, type Value } from "../heap/refs.ts";
import type { PyDict } from "../objects/dict.ts";
import { runtimeError } from "../objects/errors.ts";
import { tableGet } from "../objects/lookup.ts";
import { getAttrText, getItem } from "../objects/protocol.ts";
import { intern, type PyStr } from "../objects/str.ts";
import { perInstance } from "./state.ts";

export interface SysState {
  /** The namespace of sys, borrowed: the module table of the instance owns the module. */
  dict: PyDict | null;
  switchInterval: number;
  finalizing: boolean;
  /** Owned. */
  auditHooks: OwnedValue[];
  firstIter: PyObject | null;
  finalizer: PyObject | null;
}

export const sysState = perInstance<SysState>({
  make: () => ({
    dict: null,
    switchInterval: 0.005,
    finalizing: false,
    auditHooks: [],
    firstIter: null,
    finalizer: null,
  }),
  traverse(state, visit) {
    for (const hook of state.auditHooks) if (typeof hook !== "number") visit(hook);
    if (state.firstIter !== null) visit(state.firstIter);
    if (state.finalizer !== null) visit(state.finalizer);
  },
  clear(state) {
    dropAll(state.auditHooks.splice(0));
    const { firstIter, finalizer } = state;
    state.firstIter = state.finalizer = null;
    dropMaybe(firstIter);
    dropMaybe(finalizer);
  },
});

/** Told by the instance when it has made its sys module; null when it has gone. */
export const useSysDict = (dict: PyDict | null): void => {
  sysState().dict = dict;
};

/** An attribute of sys by its interned name, borrowed; undefined when there is none. */
export function sysAttributeOf(name: PyStr): Value | undefined {
  const { dict } = sysState();
  return dict === null ? undefined : tableGet(dict.value, name);
}
export const sysAttribute = (name: string): Value | undefined => sysAttributeOf(intern(name));

/** An attribute of a module that has been imported, a new reference. */
export function moduleAttribute(moduleName: string, name: string): OwnedValue {
  const modules = sysAttribute("modules");
  if (modules === undefined) throw runtimeError("lost sys.modules");
  const module = getItem(modules, intern(moduleName));
  try {
    return getAttrText(module, name);
  } finally {
    drop(module);
  }
}
