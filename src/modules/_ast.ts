// _ast: the classes of the nodes of Python's syntax tree. Making trees of sources and code of trees
// goes through compile().
import { newRef, type OwnedValue } from "../heap/refs.ts";
import { newInt } from "../objects/int.ts";
import { astState } from "./ast/classes.ts";
import { defineModule } from "./module.ts";

function constants(): Record<string, OwnedValue> {
  const entries: Record<string, OwnedValue> = {};
  const { classes } = astState();
  const [base, ...others] = classes;
  entries[base[0]] = newRef(base[1]);
  entries.PyCF_ALLOW_TOP_LEVEL_AWAIT = newInt(0x2000);
  entries.PyCF_ONLY_AST = newInt(0x400);
  entries.PyCF_TYPE_COMMENTS = newInt(0x1000);
  for (const [name, type] of others) entries[name] = newRef(type);
  return entries;
}

export default defineModule({ name: "_ast", doc: null, constants });
