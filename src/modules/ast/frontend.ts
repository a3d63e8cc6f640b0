// From source text to trees and code, as compile(), imports and the prompt ask for it. What the
// front end and the compiler refuse leaves here as a Python exception.
import type { Mod } from "../../../grammar/ast.ts";
import { SourceError, TooComplex } from "../../../grammar/errors.ts";
import {
  decodeSource,
  digitLimit,
  type Interactive,
  type Mode,
  parse,
  parseInteractive,
  type Warn,
} from "../../../grammar/index.ts";
import { CO_FUTURE_BARRY_AS_BDFL, compile, TooDeep } from "../../compiler/index.ts";
import { heap, reserve } from "../../heap/heap.ts";
import { drop, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { charge } from "../../heap/work.ts";
import { newBytes } from "../../objects/bytes.ts";
import { decodeBytes } from "../../objects/encoding.ts";
import { newError, PyError, recursionError, typeError } from "../../objects/errors.ts";
import { matches } from "../../objects/exceptions.ts";
import { isInstance } from "../../objects/instancecheck.ts";
import { strText, takeText, typeName } from "../../objects/protocol.ts";
import { newStr } from "../../objects/str.ts";
import { newCode, type PyCode } from "../../vm/code.ts";
import type { AstSupport } from "../../vm/exec.ts";
import { sourceText } from "../../vm/reportsource.ts";
import type { Reading } from "../../vm/session.ts";
import { instanceOptimize, type SourceMode, syntaxError } from "../../vm/source.ts";
import { warnAt } from "../_warnings.ts";
import { buildTree } from "./build.ts";
import { astClass } from "./classes.ts";
import { checkFeatures } from "./features.ts";
import { readTree } from "./read.ts";
import { validateTree } from "./validate.ts";

const DONT_IMPLY_DEDENT = 0x200;
const ONLY_AST = 0x400;
const TYPE_COMMENTS = 0x1000;
const ALLOW_INCOMPLETE_INPUT = 0x4000;

/** Runs a part of the front end; its refusals become exceptions. */
export function refusing<T>(filename: string, body: () => T): T {
  try {
    return body();
  } catch (e) {
    if (e instanceof SourceError) throw syntaxError(e, filename);
    if (e instanceof TooDeep) throw recursionError(e.message);
    if (e instanceof TooComplex) throw newError("MemoryError", e.message);
    throw e;
  }
}

/** The text of a script's bytes, by its own declaration of an encoding; a refusal names the file. */
export const decodeText = (bytes: Uint8Array, filename: string): string =>
  refusing(filename, () => decodeSource(bytes, filename.startsWith("<") ? undefined : filename, decodeByCodec));

/** An encoding that the front end does not know itself: by its codec, if Python has one. */
function decodeByCodec(bytes: Uint8Array, encoding: string): string | { failure: string } | null {
  const source = newBytes(bytes.slice());
  const name = newStr(encoding);
  try {
    return takeText(decodeBytes(bytes, source, name, null));
  } catch (e) {
    const refused = e instanceof PyError && (matches(e.exception, "ValueError") || matches(e.exception, "LookupError"));
    if (!refused) throw e;
    try {
      const failure = strText(e.exception);
      return failure.startsWith("unknown encoding") ? null : { failure };
    } finally {
      drop(e.exception);
    }
  } finally {
    drop(name);
    drop(source);
  }
}

/** Gives the warnings that a source earns, about a line of it. */
const warnerOf =
  (filename: string): Warn =>
  (category, message, line, asError) => {
    try {
      warnAt(category, message, filename, line);
    } catch (e) {
      // A warning that is an error is one of the syntax.
      if (!(e instanceof PyError) || !matches(e.exception, category)) throw e;
      drop(e.exception);
      throw asError();
    }
  };

/** A level that is not given is that of the instance, as sys.flags says. */
const optimizeLevel = (given: number): 0 | 1 | 2 => (given >= 0 ? given : instanceOptimize()) as 0 | 1 | 2;

/** What a character of a source costs until it is code: memory that its tree takes meanwhile, and work. */
const BYTES_PER_CHARACTER = 100;
const UNITS_PER_CHARACTER = 100;

/** The tree of a source; refusals are the front end's own. */
export function parseSource(source: string | Uint8Array, filename: string, mode: Mode, flags: number): Mod {
  reserve(source.length * BYTES_PER_CHARACTER);
  charge(source.length * UNITS_PER_CHARACTER);
  const text = typeof source === "string" ? source : decodeSource(source, undefined, decodeByCodec);
  digitLimit.max = heap.maxStrDigits;
  return parse(text, {
    mode,
    filename,
    warn: warnerOf(filename),
    allowIncomplete: (flags & ALLOW_INCOMPLETE_INPUT) !== 0,
    dontImplyDedent: (flags & DONT_IMPLY_DEDENT) !== 0,
    flufl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    typeComments: (flags & TYPE_COMMENTS) !== 0,
  });
}

const codeOf = (tree: Mod, filename: string, flags: number, optimize: number, source?: string): Owned<PyCode> =>
  newCode(
    compile(tree, {
      filename,
      flags,
      optimize: optimizeLevel(optimize),
      source: source ?? sourceText(filename) ?? undefined,
      warn: warnerOf(filename),
    }),
  );

/** From source to a code object. */
export const compileText = (
  source: string | Uint8Array,
  filename: string,
  mode: SourceMode,
  flags: number,
  optimize: number,
): Owned<PyCode> =>
  refusing(filename, () => codeOf(parseSource(source, filename, mode, flags), filename, flags, optimize));

const PROMPT_FILE = "<stdin>";

/** A statement of a prompt, from the start of its text; at the end of input there is no other line to wait for. */
export function readPrompt(text: string, flags: number, atEnd: boolean): Reading {
  return refusing(PROMPT_FILE, () => {
    const warn = warnerOf(PROMPT_FILE);
    let reading = parseInteractive(text, warn, (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0);
    if (reading.status === "incomplete") {
      if (!atEnd) return reading;
      const tree = parse(text, { mode: "single", filename: PROMPT_FILE, warn });
      reading = { status: "complete", tree: tree as Interactive, end: text.length };
    }
    const unit = compile(reading.tree, { filename: PROMPT_FILE, flags, optimize: optimizeLevel(-1), warn });
    return { status: "complete", code: newCode(unit), end: reading.end };
  });
}

/** The class that the tree of a mode must be of. */
const ROOTS: Readonly<Record<string, string>> = {
  exec: "Module",
  eval: "Expression",
  single: "Interactive",
  func_type: "FunctionType",
};

function checkRoot(tree: Value, mode: string): void {
  const wanted = ROOTS[mode];
  if (!isInstance(tree, astClass(wanted))) throw typeError(`expected ${wanted} node, got ${typeName(tree)}`);
}

/** What the builtin compile() is given for trees. */
export const astSupport: AstSupport = {
  isAst: (value) => typeof value !== "number" && isInstance(value, astClass("AST")),

  compile(tree, filename, mode, flags, optimize): OwnedValue {
    if ((flags & ONLY_AST) !== 0) return newRef(tree as Owned);
    checkRoot(tree, mode);
    const root = readTree(tree);
    validateTree(root);
    return refusing(filename, () => codeOf(root, filename, flags, optimize));
  },

  parse(source, filename, mode, flags, _optimize, featureVersion): OwnedValue {
    const tree = refusing(filename, () => {
      const parsed = parseSource(source, filename, mode as Mode, flags);
      if (featureVersion >= 0) {
        checkFeatures(
          parsed,
          featureVersion,
          typeof source === "string" ? source : decodeSource(source, undefined, decodeByCodec),
        );
      }
      return parsed;
    });
    return buildTree(tree);
  },
};
