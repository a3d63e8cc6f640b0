// The builtin functions and objects for people at a prompt: input, breakpoint, and what the site
// module adds: help, exit, quit, copyright, credits, license.

import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc } from "../heap/heap.ts";
import type { PyObject } from "../heap/object.ts";
import { drop, keep, moved, newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { callBorrowed, callMethod } from "../objects/call.ts";
import { defineType } from "../objects/define.ts";
import { caught, newError, runtimeError, typeError } from "../objects/errors.ts";
import { None } from "../objects/singletons.ts";
import { EMPTY_STR, isStr, newStr } from "../objects/str.ts";
import { raised } from "./hosterrors.ts";
import { withText } from "./natives.ts";
import { print } from "./print.ts";
import { isTextStream, readInput } from "./stdio.ts";
import { sysAttribute } from "./sysstate.ts";

/** A stream of sys that must be there, as a new reference. */
function stream(name: string): OwnedValue {
  const value = sysAttribute(name);
  if (value === undefined || value === None) throw runtimeError(`input(): lost sys.${name}`);
  return keep(value);
}

/** A line of standard input without its end. The prompt goes to sys.stdout. */
function input(prompt: Value | undefined): OwnedValue {
  const stdin = stream("stdin");
  try {
    const stdout = stream("stdout");
    drop(stdout);
    const stderr = sysAttribute("stderr");
    if (stderr !== undefined && stderr !== None) flushQuietly(stderr);
    if (prompt !== undefined) print([prompt], None, EMPTY_STR, None, false);
    const current = sysAttribute("stdout");
    if (current !== undefined && current !== None) flushQuietly(current);
    if (!isTextStream(stdin)) return lineOf(stdin);
    const line = readInput(stdin);
    if (line === null) throw newError("EOFError", "EOF when reading a line");
    return newStr(line);
  } finally {
    drop(stdin);
  }
}

/** What cannot be flushed is left alone. */
function flushQuietly(stream: Value): void {
  try {
    drop(callMethod(stream, "flush"));
  } catch (e) {
    drop(moved(caught(e)) as Owned);
  }
}

/** A line by the stream's own `readline`. */
function lineOf(file: Value): Owned {
  const line = callMethod(file, "readline");
  try {
    if (!isStr(line)) throw typeError("object.readline() returned non-string");
    if (line.value === "") throw newError("EOFError", "EOF when reading a line");
    return newStr(line.value.replace(/\n$/, ""));
  } finally {
    drop(line);
  }
}

export const consoleNatives = [
  withText(
    def(
      "input($module, prompt=NULL, /)",
      "Reads a line from standard input, without its end.\n\nThe prompt, if there is one, is printed first.",
      (_module, prompt) => input(prompt),
    ),
    "($module, prompt='', /)",
  ),
  withText(
    def(
      "breakpoint($module, /, *args, **kwargs)",
      "Calls sys.breakpointhook with the same arguments.",
      (_module, args, kwargs) => {
        const hook = sysAttribute("breakpointhook");
        if (hook === undefined) throw runtimeError("lost sys.breakpointhook");
        return callBorrowed(
          hook,
          [...args, ...kwargs.map(([, v]) => v)],
          kwargs.map(([k]) => k),
        );
      },
    ),
    null,
  ),
];

// ---- what site adds ----

/** exit and quit: an object that says how to leave, and that leaves when called. */
interface QuitterData {
  name: string;
}
const QuitterType = defineType<PyObject<QuitterData>>({
  name: "Quitter",
  module: "_sitebuiltins",
  flags: NO_NEW,
  basicSize: 32,
  dealloc: deallocLeaf,
  slots: {
    repr: ({ value }) => newStr(`Use ${value.name}() or Ctrl-D (i.e. EOF) to exit`),
    call(_self, args) {
      throw raised("SystemExit", args.length > 0 ? keep(args[0]) : newRef(None));
    },
  },
});

/** copyright, credits and license: text that shows itself. */
interface PrinterData {
  text: string;
  shown: string;
}
const PrinterType = defineType<PyObject<PrinterData>>({
  name: "_Printer",
  module: "_sitebuiltins",
  flags: NO_NEW,
  basicSize: 32,
  dealloc: deallocLeaf,
  slots: {
    repr: ({ value }) => newStr(value.shown),
    call(self) {
      const text = newStr(self.value.text);
      try {
        print([text], None, None, None, false);
        return newRef(None);
      } finally {
        drop(text);
      }
    },
  },
});

let helper: (args: Value[]) => OwnedValue = () => newRef(None);
/** Told once by the layer that can import pydoc. */
export const setHelper = (f: typeof helper): void => {
  helper = f;
};
const HelperType = defineType<PyObject<null>>({
  name: "_Helper",
  module: "_sitebuiltins",
  flags: NO_NEW,
  basicSize: 32,
  dealloc: deallocLeaf,
  slots: {
    repr: () => newStr("Type help() for interactive help, or help(object) for help about object."),
    call: (_self, args) => helper(args),
  },
});

export const COPYRIGHT =
  "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n" +
  "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n" +
  "Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.";
const CREDITS =
  "    Thanks to CWI, CNRI, BeOpen.com, Zope Corporation and a cast of thousands\n" +
  "    for supporting Python development.  See www.python.org for more information.";
const LICENSE = "See https://www.python.org/psf/license/";

const printer = (text: string, shown = text): Owned => alloc<PrinterData, null>(PrinterType, { text, shown }, null, 32);
const quitter = (name: string): Owned => alloc<QuitterData, null>(QuitterType, { name }, null, 32);

/** The objects that the site module puts into builtins, made for each instance. */
export const consoleObjects = (): Record<string, OwnedValue> => ({
  exit: quitter("exit"),
  quit: quitter("quit"),
  copyright: printer(COPYRIGHT),
  credits: printer(CREDITS),
  license: printer(LICENSE, "Type license() to see the full license text"),
  help: alloc(HelperType, null, null, 32),
});
