// The Unicode database as the unicodedata module shows it: fields of code points, decompositions and
// normal forms; of version 15.0, and of 3.2 as far as that differs. Unpacked at first use.
import { codePoints, fromCodePoints } from "../objects/text/codepoints.ts";
import { unpack } from "../objects/text/packed.ts";
import {
  CORRECTIONS,
  DECOMPOSITIONS,
  EXCLUDED,
  OLD_DECIMALS,
  OLD_RECORDS,
  OLD_RUNS,
  RECORDS,
  RUNS,
  TAGS,
} from "./ucd.gen.ts";

export interface Fields {
  category: string;
  bidirectional: string;
  combining: number;
  width: string;
  mirrored: number;
}

interface Table {
  records: Fields[];
  /** The record number of each code point. */
  index: Uint8Array;
}

function loadTable(records: string, packedRuns: string): Table {
  const index = new Uint8Array(0x110000);
  const runs = unpack(packedRuns);
  let start = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const end = start + runs[i + 1];
    index.fill(runs[i], start, end);
    start = end;
  }
  const fields = records.split(",").map((text) => {
    const [category, bidirectional, combining, width, mirrored] = text.split(" ");
    return { category, bidirectional, combining: Number(combining), width, mirrored: Number(mirrored) };
  });
  return { records: fields, index };
}

let current: Table | null = null;
let old: Table | null = null;

/** The fields of a code point; `isOld` asks version 3.2. */
export function fieldsOf(code: number, isOld: boolean): Fields {
  const table = isOld ? (old ??= loadTable(OLD_RECORDS, OLD_RUNS)) : (current ??= loadTable(RECORDS, RUNS));
  return table.records[table.index[code]];
}

/** Was the code point unassigned in version 3.2? */
export const isNew = (code: number): boolean => fieldsOf(code, true).category === "Cn";

let decimals: Map<number, number> | null = null;

/** The decimal value that only version 3.2 knows of a character: undefined when it says what 15.0 does, 10 when none. */
export function oldDecimal(code: number): number | undefined {
  decimals ??= loadPairs(OLD_DECIMALS);
  return decimals.get(code);
}

function loadPairs(packed: string): Map<number, number> {
  const numbers = unpack(packed);
  const pairs = new Map<number, number>();
  for (let i = 0; i < numbers.length; i += 2) pairs.set(numbers[i], numbers[i + 1]);
  return pairs;
}

// ---- decompositions ----

export interface Decomposition {
  /** "<compat>" and the like; empty when the decomposition is canonical. */
  tag: string;
  parts: number[];
}

interface Forms {
  decompositions: Map<number, Decomposition>;
  /** What two characters compose to, by the first, then by the second. */
  compositions: Map<number, Map<number, number>>;
  corrections: Map<number, number>;
}

let forms: Forms | null = null;

function loadForms(): Forms {
  const tags = TAGS.split(" ");
  const decompositions = new Map<number, Decomposition>();
  const compositions = new Map<number, Map<number, number>>();
  let code = 0;
  const excluded = new Set(unpack(EXCLUDED).map((gap) => (code += gap)));
  const numbers = unpack(DECOMPOSITIONS);
  code = 0;
  for (let i = 0; i < numbers.length; ) {
    code += numbers[i];
    const tag = tags[numbers[i + 1]];
    const end = i + 3 + numbers[i + 2];
    const parts = numbers.slice(i + 3, end);
    i = end;
    decompositions.set(code, { tag, parts });
    if (tag === "" && parts.length === 2 && !excluded.has(code)) addComposition(compositions, parts, code);
  }
  return { decompositions, compositions, corrections: loadPairs(CORRECTIONS) };
}

function addComposition(compositions: Forms["compositions"], [first, second]: number[], code: number): void {
  let seconds = compositions.get(first);
  if (seconds === undefined) compositions.set(first, (seconds = new Map()));
  seconds.set(second, code);
}

/** The decomposition that the database has for a character, one step of it; that of Hangul is computed, and not there. */
export function decompositionOf(code: number, isOld: boolean): Decomposition | undefined {
  if (isOld && isNew(code)) return undefined;
  forms ??= loadForms();
  return forms.decompositions.get(code);
}

// ---- normal forms ----

const HANGUL_BASE = 0xac00;
const LEAD_BASE = 0x1100;
const VOWEL_BASE = 0x1161;
const TAIL_BASE = 0x11a7;
const LEADS = 19;
const VOWELS = 21;
const TAILS = 28;
const SYLLABLES = LEADS * VOWELS * TAILS;

const combining = (code: number): number => (code < 0x300 ? 0 : fieldsOf(code, false).combining);

/** The characters taken apart as far as they go, marks in canonical order. */
function decompose(codes: readonly number[], compatible: boolean, isOld: boolean): number[] {
  const { corrections } = (forms ??= loadForms());
  const out: number[] = [];
  const stack: number[] = [];
  for (const code of codes) {
    stack.push(code);
    for (let c = stack.pop(); c !== undefined; c = stack.pop()) {
      const corrected = isOld ? corrections.get(c) : undefined;
      if (corrected !== undefined) {
        stack.push(corrected);
        continue;
      }
      const s = c - HANGUL_BASE;
      if (s >= 0 && s < SYLLABLES) {
        out.push(LEAD_BASE + Math.floor(s / (VOWELS * TAILS)), VOWEL_BASE + (Math.floor(s / TAILS) % VOWELS));
        if (s % TAILS > 0) out.push(TAIL_BASE + (s % TAILS));
        continue;
      }
      const found = c < 0xa0 ? undefined : decompositionOf(c, isOld);
      if (found === undefined || (found.tag !== "" && !compatible)) out.push(c);
      else for (let i = found.parts.length - 1; i >= 0; i--) stack.push(found.parts[i]);
    }
  }
  orderMarks(out);
  return out;
}

/** Sorts each run of marks by their classes; marks of one class keep their order. */
function orderMarks(codes: number[]): void {
  for (let i = 0; i < codes.length; i++) {
    if (combining(codes[i]) === 0) continue;
    let end = i + 1;
    while (end < codes.length && combining(codes[end]) !== 0) end++;
    const run = codes.slice(i, end).sort((a, b) => combining(a) - combining(b));
    for (let k = 0; k < run.length; k++) codes[i + k] = run[k];
    i = end;
  }
}

/** The one character that two make, if there is one. */
function composed(first: number, second: number): number | undefined {
  const lead = first - LEAD_BASE;
  const vowel = second - VOWEL_BASE;
  if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS) return HANGUL_BASE + (lead * VOWELS + vowel) * TAILS;
  const syllable = first - HANGUL_BASE;
  const tail = second - TAIL_BASE;
  if (syllable >= 0 && syllable < SYLLABLES && syllable % TAILS === 0 && tail > 0 && tail < TAILS) return first + tail;
  return forms?.compositions.get(first)?.get(second);
}

/** Puts together what the last starter and a mark that nothing blocks from it make. */
function compose(codes: readonly number[]): number[] {
  const out: number[] = [];
  let starter = -1;
  let last = 0;
  for (const code of codes) {
    const rank = combining(code);
    const isNext = starter === out.length - 1;
    const made = starter >= 0 && (isNext || last < rank) ? composed(out[starter], code) : undefined;
    if (made !== undefined) {
      out[starter] = made;
      continue;
    }
    if (rank === 0) starter = out.length;
    last = rank;
    out.push(code);
  }
  return out;
}

export const FORMS: readonly string[] = ["NFC", "NFD", "NFKC", "NFKD"];

/** A text in a normal form. */
export function normalize(form: string, text: string, wide: boolean, isOld: boolean): { text: string; wide: boolean } {
  const codes = decompose(codePoints(text, wide), form.includes("K"), isOld);
  return fromCodePoints(form.endsWith("C") ? compose(codes) : codes);
}
