// The Unicode 15.0 tables, unpacked at first use: code that meets only ASCII never pays for them.
import { unpack, unpackEntries } from "./packed.ts";
import {
  CATEGORIES,
  DECIMAL_ZEROS,
  DIGITS,
  FOLD,
  FOLD_FULL,
  FRACTIONS,
  LOWER,
  LOWER_FULL,
  NUMERIC,
  RECORDS,
  RUNS,
  TITLE,
  TITLE_FULL,
  UPPER,
  UPPER_FULL,
} from "./unicode.gen.ts";

// The flags of a record, above the five bits of its category.
export const LOWER_CASE = 1 << 5;
export const UPPER_CASE = 1 << 6;
export const SPACE = 1 << 7;
export const PRINTABLE = 1 << 8;
export const DECIMAL = 1 << 9;
export const DIGIT = 1 << 10;
export const NUMERIC_VALUE = 1 << 11;
export const ID_START = 1 << 12;
export const ID_CONTINUE = 1 << 13;
/** Takes part in title casing. */
export const CASED = 1 << 14;
/** Is passed over when the neighbours of a capital sigma are looked at. */
export const CASE_IGNORABLE = 1 << 15;

const categoryNames = CATEGORIES.split(" ");
const categoryCache: { letters: number } = { letters: 0 };

/** A bit for each category that is a letter. */
function letterCategories(): number {
  if (categoryCache.letters === 0) {
    categoryNames.forEach((name, i) => {
      if (name[0] === "L") categoryCache.letters |= 1 << i;
    });
  }
  return categoryCache.letters;
}

interface Properties {
  records: number[];
  /** The record number of each code point. */
  index: Uint8Array;
}

let properties: Properties | null = null;

function loadProperties(): Properties {
  const index = new Uint8Array(0x110000);
  const runs = unpack(RUNS);
  let start = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const end = start + runs[i + 1];
    index.fill(runs[i], start, end);
    start = end;
  }
  return { records: unpack(RECORDS), index };
}

/** The record of a code point: its category in the five low bits, flags above. */
export function recordOf(code: number): number {
  properties ??= loadProperties();
  return properties.records[properties.index[code]];
}

export const isLetterRecord = (record: number): boolean => ((letterCategories() >> (record & 31)) & 1) === 1;
export const categoryName = (record: number): string => categoryNames[record & 31];

export type CaseMap = Map<number, string>;

function loadCases(simple: string, full: string, base?: CaseMap): CaseMap {
  const map: CaseMap = new Map(base);
  unpackEntries(simple, (key, value) => map.set(key, String.fromCodePoint(value)));
  for (const entry of full.split(",")) {
    if (entry === "") continue;
    const [key, ...points] = entry.split(" ").map((text) => Number.parseInt(text, 36));
    map.set(key, String.fromCodePoint(...points));
  }
  return map;
}

let upper: CaseMap | null = null;
let lower: CaseMap | null = null;
let title: CaseMap | null = null;
let fold: CaseMap | null = null;

/** What a character becomes, for those that change. Title and fold are told by their differences from these two. */
export const upperMap = (): CaseMap => (upper ??= loadCases(UPPER, UPPER_FULL));
export const lowerMap = (): CaseMap => (lower ??= loadCases(LOWER, LOWER_FULL));
export const titleMap = (): CaseMap => (title ??= loadCases(TITLE, TITLE_FULL, upperMap()));
export const foldMap = (): CaseMap => (fold ??= loadCases(FOLD, FOLD_FULL, lowerMap()));

let digits: Map<number, number> | null = null;
let numerics: Map<number, number> | null = null;

function loadDigits(): Map<number, number> {
  const map = new Map<number, number>();
  let zero = 0;
  for (const gap of unpack(DECIMAL_ZEROS)) {
    zero += gap;
    for (let i = 0; i < 10; i++) map.set(zero + i, i);
  }
  unpackEntries(DIGITS, (key, value) => map.set(key, value));
  return map;
}

function loadNumerics(): Map<number, number> {
  const map = new Map(digitMap());
  unpackEntries(NUMERIC, (key, value) => map.set(key, value));
  for (const entry of FRACTIONS.split(",")) {
    const [key, numerator, denominator] = entry.split(" ");
    map.set(Number.parseInt(key, 36), Number(numerator) / Number(denominator));
  }
  return map;
}

/** The values of decimal and other digits. */
export const digitMap = (): Map<number, number> => (digits ??= loadDigits());
/** The values of all characters that have one. */
export const numericMap = (): Map<number, number> => (numerics ??= loadNumerics());
