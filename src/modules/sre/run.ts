// A run of a pattern over a string, which it holds as long as it lasts; and the scanner, a run that
// is kept between one match and the next.
import { allocGC } from "../../heap/heap.ts";
import type { PyObject, PyType } from "../../heap/object.ts";
import { drop, dropMaybe, moved, newRef, type Owned, type OwnedValue, type Value } from "../../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../../heap/type.ts";
import { def } from "../../native/signature.ts";
import { defineType } from "../../objects/define.ts";
import { typeError, valueError } from "../../objects/errors.ts";
import { member } from "../../objects/members.ts";
import { newNone } from "../../objects/singletons.ts";
import { match } from "./backtrack.ts";
import { Matcher } from "./matcher.ts";
import { newMatch } from "./matchobject.ts";
import type { PyPattern } from "./pattern.ts";
import { search } from "./search.ts";
import { closeSubject, openSubject } from "./subject.ts";

/** Begins a run. `closeRun` gives the string up again. */
export function openRun(pattern: PyPattern, string: Value, pos: number, end: number): Matcher {
  const { program, groups, bytes } = pattern.value;
  const subject = openSubject(string);
  try {
    if (bytes !== undefined && bytes !== subject.bytes) {
      throw typeError(
        bytes
          ? "cannot use a bytes pattern on a string-like object"
          : "cannot use a string pattern on a bytes-like object",
      );
    }
    const m = new Matcher(program, groups, subject, pos, end);
    newRef(subject.object);
    return m;
  } catch (e) {
    closeSubject(subject);
    throw e;
  }
}

export function closeRun(m: Matcher): void {
  closeSubject(m.subject);
  drop(moved(m.subject.object));
}

interface ScannerData {
  /** Owned; both null after the collector has cleared them. */
  pattern: PyPattern | null;
  run: Matcher | null;
  busy: boolean;
}
type PyScanner = PyObject<ScannerData>;

/** The next match; None at the end, and from then on. */
function nextMatch(scanner: PyScanner, find: (m: Matcher) => boolean): OwnedValue {
  const { run, pattern, busy } = scanner.value;
  if (busy) throw valueError("regular expression scanner already executing");
  if (run === null || pattern === null || run.start < 0) return newNone();
  scanner.value.busy = true;
  try {
    run.reset();
    if (!find(run)) {
      run.start = -1;
      return newNone();
    }
    const found = newMatch(pattern, run);
    run.mustAdvance = run.at === run.start;
    run.start = run.at;
    return found;
  } finally {
    scanner.value.busy = false;
  }
}

const ScannerType: PyType = defineType<PyScanner>({
  name: "SRE_Scanner",
  module: "_sre",
  flags: HAVE_GC | NO_NEW,
  madeOnImport: true,
  basicSize: 240,
  traverse({ value: s }, visit) {
    if (s.pattern !== null) visit(s.pattern);
    if (s.run !== null) visit(s.run.subject.object);
  },
  clear({ value: s }) {
    const { run, pattern } = s;
    s.run = s.pattern = null;
    if (run !== null) closeRun(run);
    dropMaybe(pattern);
  },
  methods: [
    def("match($self, /)", "The match right behind the last one, or None.", (scanner: PyScanner) =>
      nextMatch(scanner, (m) => match(m, 0, m.start, true)),
    ),
    def("search($self, /)", "The next match, or None.", (scanner: PyScanner) => nextMatch(scanner, search)),
  ],
  constants: () => ({ pattern: member<PyScanner>(ScannerType, "pattern", (scanner) => scanner.value.pattern) }),
});

export function newScanner(pattern: PyPattern, string: Value, pos: number, end: number): Owned {
  const run = openRun(pattern, string, pos, end);
  return allocGC<ScannerData, null>(ScannerType, { pattern: newRef(pattern), run, busy: false }, null, 256);
}
