// What of the sys module the natives of other modules look at: the namespace of the instance's
// sys module, in which a program may have replaced stdout, and settings with no attribute.

import type { Value } from "../heap/refs.ts";
import type { PyDict } from "../objects/dict.ts";
import { tableGet } from "../objects/lookup.ts";
import { intern } from "../objects/str.ts";
import { perInstance } from "./state.ts";

interface SysState {
  /** The namespace of sys, borrowed: the module table of the instance owns the module. */
  dict: PyDict | null;
  switchInterval: number;
  finalizing: boolean;
}

export const sysState = perInstance<SysState>({
  make: () => ({ dict: null, switchInterval: 0.005, finalizing: false }),
});

/** Told by the instance when it has made its sys module; null when it has gone. */
export const useSysDict = (dict: PyDict | null): void => {
  sysState().dict = dict;
};

/** An attribute of sys, borrowed; undefined when there is none. */
export function sysAttribute(name: string): Value | undefined {
  const { dict } = sysState();
  return dict === null ? undefined : tableGet(dict.value, intern(name));
}
