// The names of Unicode characters (version 15.0): for `\N{...}`, and for whoever asks by code point. The table is packed
// in names.gen.ts and unpacked at first use; ideographs and Hangul syllables have names by rule.
import { ALIASES, ALPHABET, NAMES, ONE_DIGIT, TWO_DIGITS, WORDS } from "./names.gen.ts";

interface Table {
  readonly codes: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<number, string>;
}

let table: Table | null = null;

/** The character with a name, in capitals or not, but for names by rule, which are in capitals; undefined for none. */
export function lookupName(name: string): string | undefined {
  const code = codeOf(name);
  return code === undefined ? undefined : String.fromCodePoint(code);
}

function codeOf(name: string): number | undefined {
  if (name.startsWith(SYLLABLE)) return syllable(name);
  if (name.startsWith(IDEOGRAPH)) return ideograph(name);
  table ??= unpack();
  // Only ASCII: other letters may have capitals that are.
  return OTHER.test(name) ? undefined : table.codes.get(name.toUpperCase());
}

const OTHER = /[^\x20-\x7e]/;

/** The name of a character; undefined when it has none. */
export function characterName(code: number): string | undefined {
  if (isIdeograph(code)) return `${IDEOGRAPH}${code.toString(16).toUpperCase()}`;
  if (code >= FIRST_SYLLABLE && code < FIRST_SYLLABLE + SYLLABLES) return syllableName(code - FIRST_SYLLABLE);
  table ??= unpack();
  return table.names.get(code);
}

function unpack(): Table {
  const codes = new Map<string, number>();
  const names = new Map<number, string>();
  const words = WORDS.split(" ");
  const digits = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) digits[ALPHABET.charCodeAt(i)] = i;
  const base = ALPHABET.length;
  const half = base >> 1;
  let at = 0;
  const next = () => digits[NAMES.charCodeAt(at++)];
  let code = -1;
  let name: string[] = [];
  while (at < NAMES.length) {
    let gap = 0;
    let digit = next();
    for (; digit < half; digit = next()) gap = gap * half + digit;
    code += 1 + gap * half + digit - half;
    name = name.slice(0, next());
    for (digit = next(); digit !== ONE_DIGIT + TWO_DIGITS; digit = next()) {
      if (digit < ONE_DIGIT) name.push(words[digit]);
      else if (digit < ONE_DIGIT + TWO_DIGITS) name.push(words[ONE_DIGIT + (digit - ONE_DIGIT) * base + next()]);
      else {
        const high = digit - ONE_DIGIT - TWO_DIGITS - 1;
        name.push(words[ONE_DIGIT + TWO_DIGITS * base + (high * base + next()) * base + next()]);
      }
    }
    const joined = name.join(" ");
    codes.set(joined, code);
    names.set(code, joined);
  }
  for (const alias of ALIASES.split(";")) {
    const [hex, other] = alias.split("=");
    codes.set(other, Number.parseInt(hex, 16));
  }
  return { codes, names };
}

const IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b739],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x30000, 0x3134a],
  [0x31350, 0x323af],
];

const isIdeograph = (code: number): boolean => IDEOGRAPHS.some(([first, last]) => code >= first && code <= last);

function ideograph(name: string): number | undefined {
  if (!/^[0-9A-F]{4,5}$/.test(name.slice(IDEOGRAPH.length))) return undefined;
  const code = Number.parseInt(name.slice(IDEOGRAPH.length), 16);
  return isIdeograph(code) ? code : undefined;
}

const SYLLABLE = "HANGUL SYLLABLE ";
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11172;
const LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

function syllableName(index: number): string {
  const lead = LEADS[Math.floor(index / (VOWELS.length * TAILS.length))];
  const vowel = VOWELS[Math.floor(index / TAILS.length) % VOWELS.length];
  return `${SYLLABLE}${lead}${vowel}${TAILS[index % TAILS.length]}`;
}

function syllable(name: string): number | undefined {
  const match = /^([^AEIOUWY]*)([AEIOUWY]+)([^AEIOUWY]*)$/.exec(name.slice(SYLLABLE.length));
  if (match === null) return undefined;
  const [lead, vowel, tail] = [LEADS.indexOf(match[1]), VOWELS.indexOf(match[2]), TAILS.indexOf(match[3])];
  if (lead < 0 || vowel < 0 || tail < 0) return undefined;
  return FIRST_SYLLABLE + (lead * VOWELS.length + vowel) * TAILS.length + tail;
}
