// Writes the Unicode tables of src/objects/text from a CPython whose database is version 15.0:
// unicode.gen.ts (properties, numbers, case mappings) and names.gen.ts (names of sequences of characters).
// PYTHON names the interpreter to ask. Numbers are packed as described at text/packed.ts, which reads them.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { packNumbers, packRuns } from "./pack.ts";

interface Database {
  version: string;
  categories: string[];
  /** Category index and flag bits of each code point. */
  flags: number[];
  upper: Record<string, string>;
  lower: Record<string, string>;
  title: Record<string, string>;
  fold: Record<string, string>;
  decimal: Record<string, number>;
  digit: Record<string, number>;
  numeric: Record<string, [number, number]>;
  sequences: [number[], string][];
}

const here = (path: string): URL => new URL(path, import.meta.url);

function askPython(): Database {
  const script = readFileSync(here("./unicode.py"), "utf8");
  const options = { input: script, encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const database: Database = JSON.parse(execFileSync(process.env.PYTHON ?? "python3", ["-"], options));
  if (database.version !== "15.0.0") throw new Error(`need Unicode 15.0.0, not ${database.version}`);
  return database;
}

/** Each distinct combination of category and flags is a record; the code points are runs of record numbers. */
function propertyTables(database: Database): { records: number[]; runs: string } {
  const records = [...new Set(database.flags)].sort((a, b) => a - b);
  const indexes = new Map(records.map((record, i) => [record, i]));
  return { records, runs: packRuns(database.flags.map((flags) => indexes.get(flags)!)) };
}

type Entry = [number, number];

/** Entries (key, value) as steps: gap from the last run's end, stride, count, difference of value and key. */
function packEntries(entries: Entry[], valueStep: number): string {
  const numbers: number[] = [];
  let end = 0;
  for (let i = 0; i < entries.length; ) {
    const [key, value] = entries[i];
    const stride = entries[i + 1]?.[0] === key + 2 ? 2 : 1;
    let count = 1;
    while (
      entries[i + count]?.[0] === key + count * stride &&
      entries[i + count][1] === value + count * stride * valueStep
    ) {
      count++;
    }
    const difference = value - key * valueStep;
    numbers.push(key - end, stride, count, difference < 0 ? -2 * difference - 1 : 2 * difference);
    end = key + (count - 1) * stride;
    i += count;
  }
  return packNumbers(numbers);
}

const codes = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0)!);

/** A case mapping as one-to-one entries, and as text the few that map to several characters. */
function caseTables(mapping: Record<string, string>, base?: Record<string, string>): { simple: string; full: string } {
  const simple: Entry[] = [];
  const full: string[] = [];
  const keys = [...new Set([...Object.keys(mapping), ...Object.keys(base ?? {})])].map(Number);
  for (const key of keys.sort((a, b) => a - b)) {
    const own = String.fromCodePoint(key);
    const target = mapping[key] ?? own;
    if (target === (base ? (base[key] ?? own) : own)) continue;
    const points = codes(target);
    if (points.length === 1) simple.push([key, points[0]]);
    else full.push([key, ...points].map((code) => code.toString(36)).join(" "));
  }
  return { simple: packEntries(simple, 1), full: full.join(",") };
}

const numberEntries = (values: Record<string, number>): Entry[] =>
  Object.entries(values).map(([key, value]) => [Number(key), value] as Entry);

/** Decimal digits come in tens: the code points of the zeros say it all. */
function decimalZeros(decimal: Record<string, number>): string {
  const entries = numberEntries(decimal);
  const zeros = entries.filter(([, value]) => value === 0).map(([key]) => key);
  if (entries.length !== zeros.length * 10) throw new Error("decimal digits do not come in tens");
  return packNumbers(zeros.map((zero, i) => zero - (zeros[i - 1] ?? 0)));
}

/** Other numeric values: those that are whole as entries, the fractions as text. */
function numericTables(database: Database): { whole: string; fractions: string } {
  const whole: Entry[] = [];
  const fractions: string[] = [];
  for (const [key, [numerator, denominator]] of Object.entries(database.numeric)) {
    if (key in database.digit) continue;
    if (denominator === 1 && numerator >= 0 && numerator < 10000) whole.push([Number(key), numerator]);
    else fractions.push(`${Number(key).toString(36)} ${numerator} ${denominator}`);
  }
  return { whole: packEntries(whole, 1), fractions: fractions.join(",") };
}

function writeProperties(database: Database): void {
  const { records, runs } = propertyTables(database);
  const digits = numberEntries(database.digit).filter(([key]) => !(String(key) in database.decimal));
  const numeric = numericTables(database);
  const values: Record<string, unknown> = {
    CATEGORIES: database.categories.join(" "),
    RECORDS: packNumbers(records),
    RUNS: runs,
    DECIMAL_ZEROS: decimalZeros(database.decimal),
    DIGITS: packEntries(digits, 1),
    NUMERIC: numeric.whole,
    FRACTIONS: numeric.fractions,
  };
  const cases = {
    UPPER: caseTables(database.upper),
    LOWER: caseTables(database.lower),
    TITLE: caseTables(database.title, database.upper),
    FOLD: caseTables(database.fold, database.lower),
  };
  for (const [name, { simple, full }] of Object.entries(cases)) {
    values[name] = simple;
    values[`${name}_FULL`] = full;
  }
  const lines = Object.entries(values).map(([name, value]) => `export const ${name} =\n  ${JSON.stringify(value)};\n`);
  const header = "// Unicode 15.0 properties, packed. Generated by src/tools/unicode.ts; read by unicodedb.ts.\n";
  writeFileSync(here("../objects/text/unicode.gen.ts"), header + lines.join(""));
}

/** The names of sequences. Those of single characters are the front end's: grammar/names.gen.ts. */
function writeSequences(database: Database): void {
  const sequences = database.sequences.map(([points, name]) => `${name}=${String.fromCodePoint(...points)}`).join(",");
  const text =
    "// Unicode 15.0 names of sequences. Generated by src/tools/unicode.ts; read by names.ts.\n" +
    `export const SEQUENCES =\n  ${JSON.stringify(sequences)};\n`;
  writeFileSync(here("../objects/text/names.gen.ts"), text);
}

const database = askPython();
writeProperties(database);
writeSequences(database);
