// The parts of a dotted module name.

/** "a.b" of "a.b.c"; "" of a name without a dot. */
export const parentName = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf(".")));

/** "c" of "a.b.c". */
export const lastName = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
