// How deep native calls may nest, by the size of the JavaScript stack: calls of Python functions
// by natives, `repr` within `repr` and the like take a level each.

/** What one level takes at most, in bytes. */
const LEVEL = 4000;
/** Node's stack when nothing else was asked for, in KiB. */
const DEFAULT_STACK = 984;

/** The stack that node was started with, in KiB. */
function stackSize(): number {
  const option = process.execArgv.map((word) => /^--stack[-_]size=(\d+)$/.exec(word)?.[1]).find((n) => n !== undefined);
  return option === undefined ? DEFAULT_STACK : Number(option);
}

export const nativeDepth = (): number => Math.floor((stackSize() * 1024 * 0.8) / LEVEL);
