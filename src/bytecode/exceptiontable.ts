// The exception table of a code object: which handler guards which instructions, packed as
// CPython 3.12 packs it. All offsets are in code units of two bytes.

/** Instructions `start` up to `end` are guarded by the handler at `target`. */
export interface Guard {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** How deep the stack is cut before the handler runs. */
  readonly depth: number;
  /** Whether the offset of the failing instruction is pushed below the exception. */
  readonly lasti: boolean;
}

function writeNumber(bytes: number[], value: number, firstBit: number): void {
  for (let shift = 24; shift > 0; shift -= 6) {
    if (value < 2 ** shift) continue;
    bytes.push(((value >>> shift) & 0x3f) | 0x40 | firstBit);
    firstBit = 0;
  }
  bytes.push((value & 0x3f) | firstBit);
}

export function writeExceptionTable(guards: readonly Guard[]): Uint8Array {
  const bytes: number[] = [];
  for (const { start, end, target, depth, lasti } of guards) {
    writeNumber(bytes, start, 0x80);
    writeNumber(bytes, end - start, 0);
    writeNumber(bytes, target, 0);
    writeNumber(bytes, (depth << 1) | (lasti ? 1 : 0), 0);
  }
  return Uint8Array.from(bytes);
}

export function readExceptionTable(table: Uint8Array): Guard[] {
  const guards: Guard[] = [];
  let at = 0;
  const number = (): number => {
    let byte = table[at++];
    let value = byte & 0x3f;
    while (byte & 0x40) {
      byte = table[at++];
      value = (value << 6) | (byte & 0x3f);
    }
    return value;
  };
  while (at < table.length) {
    const start = number();
    const length = number();
    const target = number();
    const depth = number();
    guards.push({ start, end: start + length, target, depth: depth >> 1, lasti: (depth & 1) === 1 });
  }
  return guards;
}
