// The command line, read as CPython reads its own: short options may be joined and may carry
// their argument; -c and -m end the options. What an option means is not known here.

import type { Limits } from "../index.ts";

export type Input =
  | { kind: "command"; text: string }
  | { kind: "module"; name: string }
  | { kind: "file"; path: string }
  | { kind: "stdin" }
  | { kind: "dis"; path: string }
  | { kind: "pyc"; out: string; path: string };

export interface Options {
  input: Input;
  /** sys.argv. */
  argv: string[];
  inspect: boolean;
  quiet: number;
  verbose: number;
  optimize: number;
  bytesWarning: number;
  debug: number;
  ignoreEnvironment: boolean;
  isolated: boolean;
  noUserSite: boolean;
  noSite: boolean;
  dontWriteBytecode: boolean;
  safePath: boolean;
  unbuffered: boolean;
  skipFirstLine: boolean;
  warnings: string[];
  implementation: string[];
  /** The folder of the standard library's Python files. */
  library: string | null;
  limits: Limits;
}

/** What to print instead of running anything. */
export interface Refused {
  stdout: string;
  stderr: string;
  status: number;
}

export const USAGE = "usage: ouro [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";
const TRY = "Try `ouro -h' for more information.\n";

const HELP = `${USAGE}
Runs a Python 3.12 program. Without a program it reads one from standard input,
line by line with a prompt when that is a terminal.

-c cmd    runs the text of the next argument (ends the options)
-m mod    runs a module as a program (ends the options)
-i        goes on with a prompt after the program
-q        no banner before the prompt
-V        prints the version; -VV prints more
-W arg    a warning filter: action:message:category:module:lineno
-X opt    an implementation option: opt or opt=value
-O, -OO   without assertions; without docstrings too
-E, -I    without PYTHON* variables; without the script's folder too
-P        without the script's folder in sys.path
-S        without exit, quit and the other names that site adds
-u        standard output is not held back
-x        skips the first line of the program
-b        warns of str(bytes); -bb raises BytesWarning
-B -d -R -s -v    accepted as CPython's: they show in sys.flags

--dis file          prints the bytecode of a program
--emit-pyc out src  compiles a source to a .pyc file that CPython 3.12 runs
--stdlib dir        takes the standard library's Python files from a folder
--max-memory bytes  MemoryError beyond so much; K, M and G are known
--max-time seconds, --max-steps count, --max-output bytes
                    ends the program there
--help-env          prints the environment variables that are heeded
`;

const HELP_ENV = `Environment variables:
PYTHONPATH      folders for sys.path, separated by ':'
PYTHONHASHSEED  0, or another number, or random: what str hashes start from
PYTHONSTARTUP   a file to run before the first prompt
PYTHONINSPECT   as -i
PYTHONOPTIMIZE  as -O
PYTHONVERBOSE, PYTHONUNBUFFERED, PYTHONDONTWRITEBYTECODE, PYTHONSAFEPATH    as -v, -u, -B, -P
PYTHONWARNINGS  as -W, separated by ','
PYTHONDEVMODE, PYTHONINTMAXSTRDIGITS, PYTHONPYCACHEPREFIX, PYTHONWARNDEFAULTENCODING    as the -X options
`;

const HELP_X = `Options of the implementation, all kept in sys._xoptions:
-X dev                     shows all warnings
-X int_max_str_digits=N    how many digits an int may have as decimal text
-X pycache_prefix=DIR      sys.pycache_prefix
-X utf8=0, -X warn_default_encoding    show in sys.flags
`;

const VERSION = "3.12.1";

class Stop {
  readonly answer: Refused;
  constructor(answer: Refused) {
    this.answer = answer;
  }
}
const wrong = (message: string): Stop => new Stop({ stdout: "", stderr: `${message}\n${USAGE}${TRY}`, status: 2 });
const told = (stdout: string): Stop => new Stop({ stdout, stderr: "", status: 0 });

const fresh = (): Options => ({
  input: { kind: "stdin" },
  argv: [""],
  inspect: false,
  quiet: 0,
  verbose: 0,
  optimize: 0,
  bytesWarning: 0,
  debug: 0,
  ignoreEnvironment: false,
  isolated: false,
  noUserSite: false,
  noSite: false,
  dontWriteBytecode: false,
  safePath: false,
  unbuffered: false,
  skipFirstLine: false,
  warnings: [],
  implementation: [],
  library: null,
  limits: {},
});

/** Short options without an argument. */
const FLAGS: Readonly<Record<string, (o: Options) => void>> = {
  b: (o) => o.bytesWarning++,
  B: (o) => (o.dontWriteBytecode = true),
  d: (o) => o.debug++,
  E: (o) => (o.ignoreEnvironment = true),
  i: (o) => (o.inspect = true),
  I: (o) => (o.isolated = o.ignoreEnvironment = o.noUserSite = o.safePath = true),
  O: (o) => o.optimize++,
  P: (o) => (o.safePath = true),
  q: (o) => o.quiet++,
  R: () => {},
  s: (o) => (o.noUserSite = true),
  S: (o) => (o.noSite = true),
  u: (o) => (o.unbuffered = true),
  v: (o) => o.verbose++,
  x: (o) => (o.skipFirstLine = true),
};

/** Short options with an argument. */
const VALUED: Readonly<Record<string, (o: Options, value: string) => void>> = {
  W: (o, value) => o.warnings.push(value),
  X: (o, value) => o.implementation.push(value),
};

/** The words of the command line, one after the other. */
class Words {
  at = 0;
  private readonly words: readonly string[];
  constructor(words: readonly string[]) {
    this.words = words;
  }
  next(): string | undefined {
    return this.words[this.at++];
  }
  rest(): string[] {
    return this.words.slice(this.at);
  }
}

/** Reads the arguments of the command; answers what to run, or what to print instead. */
export function parseOptions(words: readonly string[]): Options | Refused {
  try {
    return read(new Words(words));
  } catch (e) {
    if (e instanceof Stop) return e.answer;
    throw e;
  }
}

function read(words: Words): Options {
  const options = fresh();
  let versions = 0;
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === "--" || word === "-" || !word.startsWith("-")) {
      const path = word === "--" ? words.next() : word;
      if (path !== undefined) setFile(options, path, words);
      break;
    }
    if (word.startsWith("--")) {
      if (word === "--version") versions++;
      else if (readLong(options, word, words)) break;
      continue;
    }
    const [seen, done] = readShort(options, word, words);
    versions += seen;
    if (done) break;
  }
  if (versions > 0) throw told(versions > 1 ? `Python ${VERSION} (ouroboros) [TypeScript]\n` : `Python ${VERSION}\n`);
  return options;
}

function setFile(options: Options, path: string, words: Words): void {
  options.input = path === "-" ? { kind: "stdin" } : { kind: "file", path };
  options.argv = [path, ...words.rest()];
}

function argument(option: string, given: string, words: Words): string {
  const value = given === "" ? words.next() : given;
  if (value === undefined) throw wrong(`Argument expected for the -${option} option`);
  return value;
}

/** A word of short options: how often it asks for the version, and whether it ends the options. */
function readShort(options: Options, word: string, words: Words): [versions: number, done: boolean] {
  let versions = 0;
  for (let i = 1; i < word.length; i++) {
    const letter = word[i];
    const rest = word.slice(i + 1);
    if (letter === "V") versions++;
    else if (letter === "h" || letter === "?") throw told(HELP);
    else if (letter === "J") throw wrong("-J is reserved for Jython");
    else if (letter === "c" || letter === "m") {
      const value = argument(letter, rest, words);
      options.input = letter === "c" ? { kind: "command", text: `${value}\n` } : { kind: "module", name: value };
      options.argv = [`-${letter}`, ...words.rest()];
      return [versions, true];
    } else if (Object.hasOwn(VALUED, letter)) {
      VALUED[letter](options, argument(letter, rest, words));
      break;
    } else if (Object.hasOwn(FLAGS, letter)) FLAGS[letter](options);
    else throw wrong(`Unknown option: -${letter}`);
  }
  return [versions, false];
}

function needed(option: string, words: Words): string {
  const value = words.next();
  if (value === undefined) throw wrong(`Argument expected for the ${option} options`);
  return value;
}

const MULTIPLES: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

/** The number that a limit is given as. */
function amount(option: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?(?:e\d+)?)([KMG]?)$/.exec(text);
  if (match === null) throw wrong(`${option} takes a number, not '${text}'`);
  return Number(match[1]) * MULTIPLES[match[2]];
}

/** A long option; true when it ends the options. */
function readLong(options: Options, word: string, words: Words): boolean {
  switch (word) {
    case "--help":
      throw told(HELP);
    case "--help-all":
      throw told(`${HELP}\n${HELP_ENV}`);
    case "--help-env":
      throw told(HELP_ENV);
    case "--help-xoptions":
      throw told(HELP_X);
    case "--check-hash-based-pycs":
      needed(word, words);
      return false;
    case "--stdlib":
      options.library = needed(word, words);
      return false;
    case "--max-memory":
    case "--max-time":
    case "--max-steps":
    case "--max-output":
      options.limits[word.slice("--max-".length) as keyof Limits] = amount(word, needed(word, words));
      return false;
    case "--dis":
      options.input = { kind: "dis", path: needed(word, words) };
      return true;
    case "--emit-pyc": {
      const out = needed(word, words);
      options.input = { kind: "pyc", out, path: needed(word, words) };
      return true;
    }
    default:
      throw wrong(`unknown option ${word}`);
  }
}

/** What PYTHON* variables add to the options. */
export function addEnvironment(options: Options, env: ReadonlyMap<string, string>): void {
  if (options.ignoreEnvironment) return;
  const set = (name: string): boolean => (env.get(name) ?? "") !== "";
  const level = (name: string): number => {
    const n = Number.parseInt(env.get(name) ?? "", 10);
    return set(name) ? (n >= 0 ? n : 1) : 0;
  };
  if (set("PYTHONINSPECT")) options.inspect = true;
  if (set("PYTHONUNBUFFERED")) options.unbuffered = true;
  if (set("PYTHONSAFEPATH")) options.safePath = true;
  if (set("PYTHONDONTWRITEBYTECODE")) options.dontWriteBytecode = true;
  if (set("PYTHONNOUSERSITE")) options.noUserSite = true;
  options.debug = Math.max(options.debug, level("PYTHONDEBUG"));
  options.optimize = Math.max(options.optimize, level("PYTHONOPTIMIZE"));
  options.verbose = Math.max(options.verbose, level("PYTHONVERBOSE"));
  if (set("PYTHONWARNINGS")) options.warnings.unshift(...(env.get("PYTHONWARNINGS") as string).split(","));
}
