// The text of a traceback: a pair of lines for each frame, and carets. Frames that repeat are counted.
import { intValue } from "../objects/int.ts";
import { caretsOf } from "./reportcarets.ts";
import { withoutIndent } from "./reportsource.ts";
import { sysAttribute } from "./reportstream.ts";
import type { ReportText } from "./reporttext.ts";
import type { PyTraceback } from "./traceback.ts";

/** How many times a frame is shown before it is only counted. */
const SHOWN = 3;
const DEFAULT_LIMIT = 1000;

/** How many frames sys.tracebacklimit lets show. */
function frameLimit(): number {
  const limit = sysAttribute("tracebacklimit");
  const n = limit === undefined ? undefined : intValue(limit);
  if (n === undefined) return DEFAULT_LIMIT;
  return n <= 0 ? 0 : Number(n);
}

/** The first entry that is shown: the innermost frames are. */
function firstShown(tb: PyTraceback, limit: number): PyTraceback | null {
  let depth = 0;
  for (let t: PyTraceback | null = tb; t !== null; t = t.value.next) depth++;
  let first: PyTraceback | null = tb;
  for (; first !== null && depth > limit; depth--) first = first.value.next;
  return first;
}

function repeated(out: ReportText, count: number): void {
  const more = count - SHOWN;
  if (more > 0) out.raw(`  [Previous line repeated ${more} more ${more > 1 ? "times" : "time"}]\n`);
}

/** The source line that a frame stands at, and its carets. Nothing when the source is not to be had. */
function sourceLines(out: ReportText, tb: PyTraceback): void {
  const code = tb.value.frame?.value.code;
  if (code === undefined) return;
  const line = out.sources.line(code.unit.filename, tb.value.line);
  if (line === null) return;
  out.line(`    ${withoutIndent(line)}`);
  const carets = caretsOf(line, code.positionAt(tb.value.offset));
  if (carets !== null) out.line(`    ${carets}`);
}

/** Writes a traceback below its header. */
export function writeTraceback(out: ReportText, tb: PyTraceback, header: string, margin?: string): void {
  const limit = frameLimit();
  if (limit === 0) return;
  out.line(header, margin);
  let last: PyTraceback | null = null;
  let count = 0;
  for (let t = firstShown(tb, limit); t !== null; t = t.value.next) {
    const code = t.value.frame?.value.code;
    if (code === undefined) continue;
    const before = last?.value.frame?.value.code;
    if (
      before === undefined ||
      code.filename !== before.filename ||
      code.name !== before.name ||
      t.value.line !== last?.value.line
    ) {
      repeated(out, count);
      last = t;
      count = 0;
    }
    if (++count > SHOWN) continue;
    out.line(`  File "${code.unit.filename}", line ${t.value.line}, in ${code.name.value}`);
    sourceLines(out, t);
  }
  repeated(out, count);
}

export const TRACEBACK = "Traceback (most recent call last):";
export const GROUP_TRACEBACK = "Exception Group Traceback (most recent call last):";
