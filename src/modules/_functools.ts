// _functools: the natives of the library's functools.

import { cmpToKey, reduceNative } from "./functools/keywrapper.ts";
import { CacheType } from "./functools/lrucache.ts";
import { PartialType } from "./functools/partial.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "_functools",
  doc: "Tools for working with functions and callables.",
  functions: [cmpToKey, reduceNative],
  types: [CacheType, PartialType],
});
