// Every program of tests/conformance prints what CPython printed, run plainly, with a collection at each
// allocation, and one instruction at a time; and it leaves nothing behind.
//   npx vitest run tests/conformance.test.ts -t refcount/names
import { join } from "node:path";
import { judge } from "./judge.ts";

judge(join(import.meta.dirname, "conformance"));
