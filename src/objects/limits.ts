// Limits of one interpreter instance that natives ask for.
import { heap } from "../heap/heap.ts";

/** How many digits an int may have in decimal text; 0 means any number. */
export const digitLimit = (): number => heap.maxStrDigits;
