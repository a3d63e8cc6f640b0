// The location table of a code object: for each instruction the line and column where its
// source starts and ends, packed as CPython 3.12 packs it (PEP 657; Objects/locations.md).
// Encoding and decoding are each other's inverse.

/** Where an instruction comes from. A line below 0 means nowhere; a column below 0 means unknown. */
export interface Position {
  readonly line: number;
  readonly endLine: number;
  readonly col: number;
  readonly endCol: number;
}

const ONE_LINE_0 = 10;
const NO_COLUMNS = 13;
const LONG = 14;
const NONE = 15;

/** Writes a location table, entry by entry. */
export class LocationWriter {
  private readonly bytes: number[] = [];
  private line: number;

  constructor(firstLineno: number) {
    this.line = firstLineno;
  }

  /** The next `units` code units (of two bytes) come from `position`. */
  write(position: Position, units: number): void {
    for (; units > 8; units -= 8) this.entry(position, 8);
    if (units > 0) this.entry(position, units);
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private entry(position: Position, units: number): void {
    const { line, endLine, col, endCol } = position;
    if (line < 0) {
      this.first(NONE, units);
      return;
    }
    const delta = line - this.line;
    if (col < 0 || endCol < 0) {
      if (endLine === line || endLine === -1) {
        this.first(NO_COLUMNS, units);
        this.signed(delta);
        this.line = line;
        return;
      }
    } else if (endLine === line) {
      if (delta === 0 && col < 80 && endCol - col < 16 && endCol >= col) {
        this.first(col >> 3, units);
        this.bytes.push(((col & 7) << 4) | (endCol - col));
        return;
      }
      if (delta >= 0 && delta < 3 && col < 128 && endCol < 128) {
        this.first(ONE_LINE_0 + delta, units);
        this.bytes.push(col, endCol);
        this.line = line;
        return;
      }
    }
    this.first(LONG, units);
    this.signed(delta);
    this.unsigned(endLine - line);
    this.unsigned(col + 1);
    this.unsigned(endCol + 1);
    this.line = line;
  }

  private first(code: number, units: number): void {
    this.bytes.push(0x80 | (code << 3) | (units - 1));
  }

  private unsigned(value: number): void {
    value >>>= 0;
    while (value >= 64) {
      this.bytes.push(0x40 | (value & 0x3f));
      value >>>= 6;
    }
    this.bytes.push(value);
  }

  private signed(value: number): void {
    this.unsigned(value < 0 ? (-value << 1) | 1 : value << 1);
  }
}

export const NOWHERE: Position = { line: -1, endLine: -1, col: -1, endCol: -1 };

/** An entry of the table: code units `start` up to `end` come from `position`. */
export interface LocationEntry {
  readonly start: number;
  readonly end: number;
  readonly position: Position;
}

/** Reads a location table. A code unit is two bytes. */
export function* readLocations(table: Uint8Array, firstLineno: number): Generator<LocationEntry> {
  let at = 0;
  let line = firstLineno;
  let start = 0;
  const unsigned = (): number => {
    let byte = table[at++];
    let value = byte & 0x3f;
    for (let shift = 6; byte & 0x40; shift += 6) {
      byte = table[at++];
      value |= (byte & 0x3f) << shift;
    }
    return value;
  };
  const signed = (): number => {
    const value = unsigned();
    return value & 1 ? -(value >>> 1) : value >>> 1;
  };
  while (at < table.length) {
    const first = table[at++];
    const code = (first >> 3) & 15;
    const end = start + (first & 7) + 1;
    let position = NOWHERE;
    if (code < ONE_LINE_0) {
      const second = table[at++];
      const col = (code << 3) | (second >> 4);
      position = { line, endLine: line, col, endCol: col + (second & 15) };
    } else if (code < NO_COLUMNS) {
      line += code - ONE_LINE_0;
      position = { line, endLine: line, col: table[at], endCol: table[at + 1] };
      at += 2;
    } else if (code === NO_COLUMNS) {
      line += signed();
      position = { line, endLine: line, col: -1, endCol: -1 };
    } else if (code === LONG) {
      line += signed();
      const endLine = line + unsigned();
      const col = unsigned() - 1;
      position = { line, endLine, col, endCol: unsigned() - 1 };
    }
    yield { start, end, position };
    start = end;
  }
}

/** The position of each code unit: what `co_positions()` gives. */
export function positionsOf(table: Uint8Array, firstLineno: number, units: number): Position[] {
  const positions: Position[] = new Array(units).fill(NOWHERE);
  for (const { start, end, position } of readLocations(table, firstLineno)) positions.fill(position, start, end);
  return positions;
}

/** The line of each code unit, -1 for none. */
export function linesOf(table: Uint8Array, firstLineno: number, units: number): Int32Array {
  const lines = new Int32Array(units).fill(-1);
  for (const { start, end, position } of readLocations(table, firstLineno)) lines.fill(position.line, start, end);
  return lines;
}
