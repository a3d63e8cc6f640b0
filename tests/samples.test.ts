// The samples print what CPython prints, in every mode, and leave nothing behind.
import { join } from "node:path";
import { judge } from "./judge.ts";

judge(join(import.meta.dirname, "../samples"));
