// Programs that raise in every way print what CPython printed, byte for byte.
import { join } from "node:path";
import { judge } from "../judge.ts";

judge(join(import.meta.dirname, "reports"));
