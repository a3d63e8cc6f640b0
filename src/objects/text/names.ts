// Character names: \N{...} to character and back. The table is unpacked at first use.
import { ALIASES, NAMES, SEQUENCES, WORDS } from "./names.gen.ts";
import { unpack } from "./packed.ts";

interface Names {
  byCode: Map<number, string>;
  byName: Map<string, string>;
  sequences: Map<string, string>;
}

let names: Names | null = null;

function load(): Names {
  const words = WORDS.split(" ");
  const byCode = new Map<number, string>();
  const byName = new Map<string, string>();
  readNames(NAMES, words, (code, name) => {
    byCode.set(code, name);
    byName.set(name, String.fromCodePoint(code));
  });
  readNames(ALIASES, words, (code, name) => byName.set(name, String.fromCodePoint(code)));
  const sequences = new Map(SEQUENCES.split(",").map((entry) => entry.split("=") as [string, string]));
  return { byCode, byName, sequences };
}

/** Each entry: gap to the code point, words shared with the name before, number of own words, those words. */
function readNames(packed: string, words: string[], visit: (code: number, name: string) => void): void {
  const numbers = unpack(packed);
  let code = -1;
  let parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    const [gap, shared, own] = [numbers[i], numbers[i + 1], numbers[i + 2]];
    i += 3;
    code += gap;
    parts = parts.slice(0, shared);
    for (let n = 0; n < own; n++) parts.push(words[numbers[i++]]);
    visit(code, parts.join(" "));
  }
}

// The names that follow from the code point.
const IDEOGRAPHS = [
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
const NUMBERED: [string, number[][]][] = [
  ["CJK UNIFIED IDEOGRAPH-", IDEOGRAPHS],
  [
    "CJK COMPATIBILITY IDEOGRAPH-",
    [
      [0xf900, 0xfa6d],
      [0xfa70, 0xfad9],
      [0x2f800, 0x2fa1d],
    ],
  ],
  ["KHITAN SMALL SCRIPT CHARACTER-", [[0x18b00, 0x18cd5]]],
  ["NUSHU CHARACTER-", [[0x1b170, 0x1b2fb]]],
];

const HANGUL = "HANGUL SYLLABLE ";
const LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");

/** `unicodedata.name(char)`, or undefined. */
export function nameOf(code: number): string | undefined {
  if (code >= 0xac00 && code <= 0xd7a3) {
    const index = code - 0xac00;
    return HANGUL + LEADS[Math.floor(index / 588)] + VOWELS[Math.floor(index / 28) % 21] + TAILS[index % 28];
  }
  for (const [prefix, ranges] of NUMBERED) {
    if (ranges.some(([first, last]) => code >= first && code <= last)) return prefix + code.toString(16).toUpperCase();
  }
  names ??= load();
  return names.byCode.get(code);
}

let syllables: Map<string, string> | null = null;

function loadSyllables(): Map<string, string> {
  const map = new Map<string, string>();
  for (let code = 0xac00; code <= 0xd7a3; code++) map.set(nameOf(code)!, String.fromCharCode(code));
  return map;
}

/** The character of a name or an alias, in any case; sequences of characters only when asked for. */
export function lookupName(name: string, withSequences: boolean): string | undefined {
  if (name.startsWith(HANGUL)) return (syllables ??= loadSyllables()).get(name);
  if (name.startsWith(NUMBERED[0][0])) {
    const digits = name.slice(NUMBERED[0][0].length);
    const code = /^[0-9A-F]{4,5}$/.test(digits) ? Number.parseInt(digits, 16) : 0;
    return IDEOGRAPHS.some(([first, last]) => code >= first && code <= last) ? String.fromCodePoint(code) : undefined;
  }
  names ??= load();
  const key = name.toUpperCase();
  const numbered = /^(CJK COMPATIBILITY IDEOGRAPH|KHITAN SMALL SCRIPT CHARACTER|NUSHU CHARACTER)-([0-9A-F]+)$/.exec(
    key,
  );
  if (numbered) {
    const code = Number.parseInt(numbered[2], 16);
    return code <= 0x10ffff && nameOf(code) === key ? String.fromCodePoint(code) : undefined;
  }
  return names.byName.get(key) ?? (withSequences ? names.sequences.get(key) : undefined);
}
