// Programs about the native modules print what CPython printed, and leave nothing behind.
import { judge } from "../judge.ts";

judge(import.meta.dirname);
