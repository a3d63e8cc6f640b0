// time: clocks, and moments as calendar fields. The clocks are the host's; the calendar is
// timefields.ts. Local time is what the host says, UTC when it says nothing.
import { drop, newRefs, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { whole } from "../heap/whole.ts";
import { current } from "../host/current.ts";
import { def } from "../native/signature.ts";
import { callBorrowed } from "../objects/call.ts";
import { overflowError, typeError, valueError } from "../objects/errors.ts";
import { isFloat, newFloat } from "../objects/float.ts";
import { cInt, index, newInt } from "../objects/int.ts";
import { namespaceOf } from "../objects/namespace.ts";
import { getAttrText, typeName } from "../objects/protocol.ts";
import { None, newBool } from "../objects/singletons.ts";
import { isStr, newStr } from "../objects/str.ts";
import { defineStructSeq, newStructSeq } from "../objects/structseq.ts";
import { isTuple, tupleOf } from "../objects/tuple.ts";
import { importModule } from "../vm/import.ts";
import { osErrorOf } from "./hosterrors.ts";
import { defineModule } from "./module.ts";
import { using, withText } from "./natives.ts";
import { ascTime, fieldsOf, formatTime, secondsOf, type TimeFields } from "./timefields.ts";

export const StructTimeType = defineStructSeq({
  module: "time",
  name: "struct_time",
  doc:
    "A moment as gmtime(), localtime() and strptime() give it, and as asctime(), mktime() and strftime() take it.\n\n" +
    "The fields are those of the calendar: tm_year is the whole year, tm_mon counts from 1.",
  callable: true,
  visible: 9,
  fields: [
    ["tm_year", "year, for example, 1993"],
    ["tm_mon", "month of year, range [1, 12]"],
    ["tm_mday", "day of month, range [1, 31]"],
    ["tm_hour", "hours, range [0, 23]"],
    ["tm_min", "minutes, range [0, 59]"],
    ["tm_sec", "seconds, range [0, 61])"],
    ["tm_wday", "day of week, range [0, 6], Monday is 0"],
    ["tm_yday", "day of year, range [1, 366]"],
    ["tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"],
    ["tm_zone", "abbreviation of timezone name"],
    ["tm_gmtoff", "offset from UTC in seconds"],
  ],
});

const newStructTime = (f: TimeFields): Owned => whole(() => structTime(f));

function structTime(f: TimeFields): Owned {
  const items = newRefs();
  for (const n of [f.year, f.month, f.day, f.hour, f.minute, f.second, f.weekday, f.yearday, f.dst])
    items.push(newInt(n));
  const hidden = newRefs();
  hidden.push(newStr(f.zone), newInt(f.offset));
  return newStructSeq(StructTimeType, items, hidden);
}

// ---- clocks ----

type ClockRead = () => bigint;
const now: ClockRead = () => current.clock.now();
const monotonic: ClockRead = () => current.clock.monotonic();
const cpu: ClockRead = () => current.clock.cpu();

/** Nanoseconds as a float of seconds, rounded once. */
const toSeconds = (ns: bigint): number => Number(ns) / 1e9;

/** The clocks by their number on Linux. */
const CLOCKS: Readonly<Record<string, readonly [number, ClockRead]>> = {
  CLOCK_REALTIME: [0, now],
  CLOCK_MONOTONIC: [1, monotonic],
  CLOCK_PROCESS_CPUTIME_ID: [2, cpu],
  CLOCK_THREAD_CPUTIME_ID: [3, cpu],
  CLOCK_MONOTONIC_RAW: [4, monotonic],
  CLOCK_BOOTTIME: [7, monotonic],
  CLOCK_TAI: [11, now],
};

function readClock(id: Value): bigint {
  const number = cInt(id);
  const clock = Object.values(CLOCKS).find(([n]) => n === number);
  if (clock === undefined) throw osErrorOf("EINVAL", null);
  return clock[1]();
}

/** By name: which clock it is, whether it never goes back, whether it can be set. */
const CLOCK_INFO: Readonly<Record<string, readonly [source: string, monotonic: boolean, adjustable: boolean]>> = {
  time: ["CLOCK_REALTIME", false, true],
  monotonic: ["CLOCK_MONOTONIC", true, false],
  perf_counter: ["CLOCK_MONOTONIC", true, false],
  process_time: ["CLOCK_PROCESS_CPUTIME_ID", true, false],
  thread_time: ["CLOCK_THREAD_CPUTIME_ID", true, false],
};

function clockInfo(args: readonly Value[]): Owned {
  if (args.length !== 1) throw typeError(`get_clock_info() takes exactly 1 argument (${args.length} given)`);
  if (!isStr(args[0])) throw typeError(`get_clock_info() argument 1 must be str, not ${typeName(args[0])}`);
  const name = args[0].value;
  if (!Object.hasOwn(CLOCK_INFO, name)) throw valueError("unknown clock");
  const [source, isMonotonic, adjustable] = CLOCK_INFO[name];
  return namespaceOf({
    implementation: newStr(`clock_gettime(${source})`),
    monotonic: newBool(isMonotonic),
    adjustable: newBool(adjustable),
    resolution: newFloat(1e-9),
  });
}

const NAN = "Invalid value NaN (not a number)";

function sleep(value: Value): void {
  const ns = durationOf(value);
  if (ns < 0n) throw valueError("sleep length must be non-negative");
  current.flush();
  current.sleep(ns);
}

function durationOf(value: Value): bigint {
  if (!isFloat(value)) return BigInt(index(value)) * 1_000_000_000n;
  if (Number.isNaN(value.value)) throw valueError(NAN);
  if (Math.abs(value.value) > 9.2e9) throw overflowError("timestamp too large to convert to C _PyTime_t");
  // Rounded away from zero: a sleep is never shorter than asked for.
  const ns = value.value * 1e9;
  return BigInt(ns < 0 ? Math.floor(ns) : Math.ceil(ns));
}

// ---- moments ----

/** Whole seconds of a moment; without one the host's now. */
function momentOf(value: Value | undefined): number {
  if (value === undefined || value === None) return Number(now() / 1_000_000_000n);
  const outOfRange = "timestamp out of range for platform time_t";
  if (isFloat(value)) {
    if (Number.isNaN(value.value)) throw valueError(NAN);
    const whole = Math.floor(value.value);
    if (!(Math.abs(whole) < 2 ** 63)) throw overflowError(outOfRange);
    return checkedYear(whole);
  }
  const n = index(value);
  if (BigInt.asIntN(64, BigInt(n)) !== BigInt(n)) throw overflowError(outOfRange);
  return checkedYear(Number(n));
}

/** The year of a moment must fit a C int. */
function checkedYear(seconds: number): number {
  if (Math.abs(seconds) >= 67768036191676800) throw osErrorOf("EOVERFLOW", null);
  return seconds;
}

const utc = (seconds: number): TimeFields => fieldsOf(seconds, 0, "GMT", false);

function local(seconds: number): TimeFields {
  const zone = current.clock.zone?.(seconds);
  return zone === undefined
    ? fieldsOf(seconds, 0, "UTC", false)
    : fieldsOf(seconds, zone.offset, zone.name, zone.daylight);
}

/** The offsets of winter and of summer, and their names. */
function zones(): { winter: TimeFields; summer: TimeFields } {
  const { year } = utc(Number(now() / 1_000_000_000n));
  const at = (month: number): TimeFields => local(secondsOf({ ...utc(0), year, month, day: 1 }));
  const [january, july] = [at(1), at(7)];
  return january.offset <= july.offset ? { winter: january, summer: july } : { winter: july, summer: january };
}

/** A time tuple's nine fields as they are given. */
function readFields(value: Value, caller: string): TimeFields {
  if (!isTuple(value)) throw typeError("Tuple or struct_time argument required");
  if (value.value.length !== 9) throw typeError(`${caller}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearday, dst] = value.value.map((item) => cInt(item));
  const fields = { year, month, day, hour, minute, second, weekday, yearday, dst, zone: "", offset: 0 };
  // Sunday may be given as -1.
  if (weekday >= -1) fields.weekday = (weekday + 7) % 7;
  if (value.type === StructTimeType) takeZone(value, fields);
  else if (dst >= 0) fields.zone = (dst > 0 ? zones().summer : zones().winter).zone;
  return fields;
}

/** The zone that a struct_time tells of. */
function takeZone(moment: Value, fields: TimeFields): void {
  const [zone, offset] = [getAttrText(moment, "tm_zone"), getAttrText(moment, "tm_gmtoff")];
  if (isStr(zone)) fields.zone = zone.value;
  if (typeof offset === "number") fields.offset = offset;
  drop(zone);
  drop(offset);
}

/** The ranges of the fields; day and month may be 0, and mean the first. */
function checkFields(f: TimeFields): TimeFields {
  const check = (n: number, low: number, high: number, what: string): void => {
    if (n < low || n > high) throw valueError(`${what} out of range`);
  };
  check(f.month, 0, 12, "month");
  check(f.day, 0, 31, "day of month");
  check(f.hour, 0, 23, "hour");
  check(f.minute, 0, 59, "minute");
  check(f.second, 0, 61, "seconds");
  check(f.weekday, 0, 6, "day of week");
  check(f.yearday, 0, 366, "day of year");
  return {
    ...f,
    month: Math.max(1, f.month),
    day: Math.max(1, f.day),
    yearday: Math.max(1, f.yearday),
    dst: Math.sign(f.dst),
  };
}

const givenOrNow = (value: Value | undefined, caller: string): TimeFields =>
  value === undefined ? local(momentOf(undefined)) : checkFields(readFields(value, caller));

function strftime(format: Value, moment: Value | undefined): Owned {
  if (!isStr(format)) throw typeError(`strftime() argument 1 must be str, not ${typeName(format)}`);
  const fields = givenOrNow(moment, "strftime");
  if (format.value.includes("\0")) throw valueError("embedded null character");
  return newStr(formatTime(format.value, fields));
}

/** The moment that a local time tuple names. */
function mktime(value: Value): number {
  const fields = readFields(value, "mktime");
  const wanted = secondsOf(fields);
  // The offset at the moment itself decides; two steps find it, but for an hour that does not exist.
  const guess = wanted - local(wanted).offset;
  const moment = wanted - local(guess).offset;
  // The tuple may insist on summer time, or on none, where it is not so.
  const daylight = local(moment).dst;
  if (fields.dst < 0 || fields.dst > 0 === daylight > 0) return moment;
  return moment + (daylight > 0 ? 3600 : -3600);
}

/** strptime is Python code of the library's. */
function strptime(args: readonly Value[]): OwnedValue {
  return using(importModule("_strptime"), (module) =>
    using(getAttrText(module, "_strptime_time"), (parse) => callBorrowed(parse, args, null)),
  );
}

const optionalCount = (name: string, args: readonly unknown[]): void => {
  if (args.length > 1) throw typeError(`${name}() takes at most 1 argument (${args.length} given)`);
};
const secondsDoc = (what: string): string => `${what}, in seconds.`;
const nsDoc = (what: string): string => `${what}, in nanoseconds.`;

const clockNatives = [
  def("time($module, /) -> float", secondsDoc("The time since 1970-01-01, UTC"), () => toSeconds(now())),
  def("time_ns($module, /)", nsDoc("The time since 1970-01-01, UTC"), () => newInt(now())),
  def("monotonic($module, /) -> float", secondsDoc("A clock that never goes back"), () => toSeconds(monotonic())),
  def("monotonic_ns($module, /)", nsDoc("A clock that never goes back"), () => newInt(monotonic())),
  def("perf_counter($module, /) -> float", secondsDoc("A clock to measure with"), () => toSeconds(monotonic())),
  def("perf_counter_ns($module, /)", nsDoc("A clock to measure with"), () => newInt(monotonic())),
  def("process_time($module, /) -> float", secondsDoc("The processor time of the process"), () => toSeconds(cpu())),
  def("process_time_ns($module, /)", nsDoc("The processor time of the process"), () => newInt(cpu())),
  def("thread_time($module, /) -> float", secondsDoc("The processor time of the thread"), () => toSeconds(cpu())),
  def("thread_time_ns($module, /)", nsDoc("The processor time of the thread"), () => newInt(cpu())),
  def("clock_gettime($module, clk_id, /) -> float", secondsDoc("The time of a clock"), (_module, id) =>
    toSeconds(readClock(id)),
  ),
  def("clock_gettime_ns($module, clk_id, /)", nsDoc("The time of a clock"), (_module, id) => newInt(readClock(id))),
  def("clock_getres($module, clk_id, /) -> float", secondsDoc("How fine a clock is"), (_module, id) => {
    readClock(id);
    return 1e-9;
  }),
  def("get_clock_info($module, /, *args)", "What is known of a clock.", (_module, args) => clockInfo(args)),
  def("sleep($module, object, /)", "Waits for a number of seconds.", (_module, seconds) => sleep(seconds)),
];

const momentNatives = [
  def("gmtime($module, /, *args)", "The fields of a moment in UTC; of now, unless told.", (_module, args) => {
    optionalCount("gmtime", args);
    return newStructTime(utc(momentOf(args[0])));
  }),
  def("localtime($module, /, *args)", "The fields of a moment in local time; of now, unless told.", (_module, args) => {
    optionalCount("localtime", args);
    return newStructTime(local(momentOf(args[0])));
  }),
  def("ctime($module, /, *args) -> str", "A moment in local time, as text; now, unless told.", (_module, args) => {
    optionalCount("ctime", args);
    return ascTime(local(momentOf(args[0])));
  }),
  def(
    "asctime($module, tuple=NULL, /) -> str",
    "A time tuple as text, such as 'Sat Jun 06 16:26:11 1998'.",
    (_module, moment) => ascTime(givenOrNow(moment, "asctime")),
  ),
  def("mktime($module, tuple, /) -> float", "The moment that a time tuple in local time names.", (_module, moment) =>
    mktime(moment),
  ),
  def("strftime($module, /, *args)", "A time tuple as text, by a format.", (_module, args) => {
    if (args.length === 0) throw typeError("strftime() takes at least 1 argument (0 given)");
    if (args.length > 2) throw typeError(`strftime() takes at most 2 arguments (${args.length} given)`);
    return strftime(args[0], args[1]);
  }),
  def("strptime($module, /, *args)", "The time tuple that a text means, by a format.", (_module, args) =>
    strptime(args),
  ),
  def("tzset($module, /)", "Reads the time zone again.", () => undefined),
];

function constants(): Record<string, OwnedValue> {
  const { winter, summer } = zones();
  const clocks = Object.entries(CLOCKS).map(([name, [number]]) => [name, newInt(number)] as const);
  return {
    ...Object.fromEntries(clocks),
    _STRUCT_TM_ITEMS: newInt(11),
    timezone: newInt(-winter.offset),
    altzone: newInt(-summer.offset),
    daylight: newInt(winter.offset === summer.offset ? 0 : 1),
    tzname: tupleOf(newStr(winter.zone), newStr(summer.zone)),
  };
}

export default defineModule({
  name: "time",
  doc: "Clocks, and moments as fields of the calendar.",
  functions: [...clockNatives, ...momentNatives].map((native) => withText(native, null)),
  types: [StructTimeType],
  constants,
});
