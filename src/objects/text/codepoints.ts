// How a JavaScript string stands for a Python str.
// A narrow str has one character per UTF-16 unit: lone surrogates, even adjacent ones, are characters.
// A wide str has a character above U+FFFF: its surrogate pairs count as one character each.
// Which of the two a string is cannot be told from its units, so every function that needs it is told.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;
const NOT_LATIN1 = /[^\0-\xff]/;
const NOT_ASCII = /[^\0-\x7f]/;

/** True if the string holds a surrogate pair: text from outside that holds one is wide. */
export const hasPairs = (text: string): boolean => PAIR.test(text);

export const isAscii = (text: string): boolean => !NOT_ASCII.test(text);

export const isLatin1 = (text: string): boolean => !NOT_LATIN1.test(text);

/** 1, 2 or 4: the bytes CPython stores for each character of the text. */
export function charSize(text: string, wide: boolean): 1 | 2 | 4 {
  if (wide) return 4;
  return NOT_LATIN1.test(text) ? 2 : 1;
}

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Length in characters. */
export function charLength(text: string, wide: boolean): number {
  return wide ? text.length - countPairs(text, 0, text.length) : text.length;
}

/** How many pairs start in units `from` to `to`. */
function countPairs(text: string, from: number, to: number): number {
  let pairs = 0;
  for (let i = from; i < to; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      pairs++;
      i++;
    }
  }
  return pairs;
}

/** The character index of a unit index. */
export const charIndex = (text: string, unit: number, wide: boolean): number =>
  wide ? unit - countPairs(text, 0, unit) : unit;

/** The unit index of a character index; indexes past the end answer the length in units. */
export function unitIndex(text: string, char: number, wide: boolean): number {
  if (!wide) return char < text.length ? char : text.length;
  return skipChars(text, 0, char);
}

/** The unit index `count` characters after unit index `from` in a wide text. */
export function skipChars(text: string, from: number, count: number): number {
  let i = from;
  for (; count > 0 && i < text.length; count--) {
    i += isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1)) ? 2 : 1;
  }
  return i;
}

/** The code point that starts at a unit index. */
export const codeAt = (text: string, unit: number, wide: boolean): number =>
  wide ? text.codePointAt(unit)! : text.charCodeAt(unit);

/** The code points of the text. */
export function codePoints(text: string, wide: boolean): number[] {
  const codes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    codes.push(code);
    if (code > 0xffff) i++;
  }
  return codes;
}

/** Each character as a string of its own. */
export function characters(text: string, wide: boolean): string[] {
  return wide ? Array.from(text) : text.split("");
}

const CHUNK = 8192;

/** The string of the code points, and whether it is wide. */
export function fromCodePoints(codes: ArrayLike<number>): { text: string; wide: boolean } {
  let wide = false;
  const parts: string[] = [];
  for (let start = 0; start < codes.length; start += CHUNK) {
    const units: number[] = [];
    const end = Math.min(start + CHUNK, codes.length);
    for (let i = start; i < end; i++) {
      const code = codes[i];
      if (code > 0xffff) {
        wide = true;
        units.push(0xd7c0 + (code >> 10), 0xdc00 | (code & 0x3ff));
      } else units.push(code);
    }
    parts.push(String.fromCharCode.apply(null, units));
  }
  return { text: parts.join(""), wide };
}

/** The text whose characters are the bytes. */
export function latin1Decode(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end - start <= CHUNK) return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
  const parts: string[] = [];
  for (let i = start; i < end; i += CHUNK) {
    parts.push(String.fromCharCode.apply(null, bytes.subarray(i, Math.min(i + CHUNK, end)) as unknown as number[]));
  }
  return parts.join("");
}

/** The low bytes of the units of the text. */
export function latin1Encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
