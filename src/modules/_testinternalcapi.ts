// _testinternalcapi: what the library's test.support asks of the interpreter beneath the language.

import { heap } from "../heap/heap.ts";
import type { Owned } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { newInt } from "../objects/int.ts";
import { intern } from "../objects/str.ts";
import { vm } from "../vm/state.ts";
import { stageNatives } from "./compilerstages.ts";
import { defineModule } from "./module.ts";

/** How the interpreter was started, as far as the tests ask. */
function configuration(): Owned {
  const config = newDict();
  const facts = { code_debug_ranges: 1, use_hash_seed: 0, hash_seed: 0, int_max_str_digits: heap.maxStrDigits };
  for (const [name, n] of Object.entries(facts)) dictSet(config, intern(name), newInt(n));
  return config;
}

export default defineModule({
  name: "_testinternalcapi",
  doc: "What CPython's own tests ask of the interpreter.",
  functions: [
    ...stageNatives,
    def("get_config($module, /)", "How the interpreter was started.", configuration),
    def("get_recursion_depth($module, /) -> int", "How many calls are in progress.", () => vm.depth),
  ],
  constants: () => ({ SIZEOF_PYGC_HEAD: newInt(16) }),
});
