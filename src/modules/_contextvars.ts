// _contextvars: context variables and the contexts that bind them.
import { def } from "../native/signature.ts";
import { ContextType, copyCurrent, TokenType, VarType } from "./contextvars.ts";
import { defineModule } from "./module.ts";

export default defineModule({
  name: "_contextvars",
  doc: "Context Variables",
  functions: [def("copy_context($module, /)", "A copy of the current context.", () => copyCurrent())],
  types: [ContextType, VarType, TokenType],
});
