// The builtin numbers and texts: the programs in this folder's `programs` print what CPython printed.
//   npm run record -- tests/objects/programs
import { join } from "node:path";
import { judge } from "../judge.ts";

judge(join(import.meta.dirname, "programs"));
