// The attributes of the sys module that the machine goes by, as the program may have set them.
import type { Value } from "../heap/refs.ts";
import { dictPeek, type PyDict } from "../objects/dict.ts";
import { tableGet } from "../objects/lookup.ts";
import { isModule } from "../objects/moduleobject.ts";
import { intern } from "../objects/str.ts";
import { vm } from "./state.ts";

/** The namespace of the sys module, borrowed; null when there is none. */
export function sysDict(): PyDict | null {
  const sys = dictPeek(vm.modules, intern("sys"));
  return sys !== undefined && isModule(sys) ? sys.value.dict : null;
}

/** An attribute of sys, borrowed; undefined when there is none. */
export function sysAttribute(name: string): Value | undefined {
  const dict = sysDict();
  return dict === null ? undefined : tableGet(dict.value, intern(name));
}
