// Calendar arithmetic of the time module: seconds since 1970 to fields and back, and strftime.
// The calendar is the Gregorian one, extended in both directions.

/** The fields of a struct_time, with months from 1, Monday as 0, and days of the year from 1. */
export interface TimeFields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
  yearday: number;
  dst: number;
  zone: string;
  /** Seconds that local time is ahead of UTC. */
  offset: number;
}

const DAY = 86400;
const mod = (a: number, b: number): number => ((a % b) + b) % b;

/** Days from 1970-01-01 to a date; the month may lie outside of 1 to 12. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const y = Math.floor(months / 12);
  const m = mod(months, 12) + 1;
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The fields of a moment, in a zone. */
export function fieldsOf(seconds: number, offset: number, zone: string, daylight: boolean): TimeFields {
  const local = seconds + offset;
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
    weekday: mod(days + 3, 7),
    yearday: days - daysFromCivil(year, 1, 1) + 1,
    dst: daylight ? 1 : 0,
    zone,
    offset,
  };
}

/** The moment that fields name, were they UTC. Fields outside of their range carry over. */
export const secondsOf = (f: TimeFields): number =>
  daysFromCivil(f.year, f.month, f.day) * DAY + f.hour * 3600 + f.minute * 60 + f.second;

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const pad = (n: number, width: number, fill = "0"): string => {
  const text = String(Math.abs(n)).padStart(width, fill);
  return n < 0 ? `-${text}` : text;
};
const hour12 = (f: TimeFields): number => (f.hour % 12 === 0 ? 12 : f.hour % 12);

/** The week of the year, when weeks start on a weekday (0 is Monday) and the first such day starts week 1. */
const weekOf = (f: TimeFields, first: number): number => Math.floor((f.yearday + 6 - mod(f.weekday - first, 7)) / 7);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The ISO 8601 year and week. */
function isoWeek(f: TimeFields): { year: number; week: number } {
  const week = Math.floor((f.yearday - 1 - f.weekday + 10) / 7);
  if (week < 1) {
    const year = f.year - 1;
    const yearday = f.yearday + (isLeap(year) ? 366 : 365);
    return { year, week: Math.floor((yearday - 1 - f.weekday + 10) / 7) };
  }
  const weeks = weeksIn(f.year);
  return week > weeks ? { year: f.year + 1, week: 1 } : { year: f.year, week };
}

function weeksIn(year: number): number {
  const firstWeekday = mod(daysFromCivil(year, 1, 1) + 3, 7);
  return firstWeekday === 3 || (firstWeekday === 2 && isLeap(year)) ? 53 : 52;
}

function zoneOffset(f: TimeFields): string {
  const minutes = Math.floor(Math.abs(f.offset) / 60);
  return `${f.offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
}

export const ascTime = (f: TimeFields): string =>
  `${DAYS[f.weekday].slice(0, 3)} ${MONTHS[f.month - 1].slice(0, 3)}${pad(f.day, 3, " ")} ${clock(f)} ${f.year}`;
const clock = (f: TimeFields): string => `${pad(f.hour, 2)}:${pad(f.minute, 2)}:${pad(f.second, 2)}`;
const shortDate = (f: TimeFields): string => `${pad(f.month, 2)}/${pad(f.day, 2)}/${pad(mod(f.year, 100), 2)}`;

/** What each directive of strftime stands for, in the C locale. */
const DIRECTIVES: Readonly<Record<string, (f: TimeFields) => string>> = {
  a: (f) => DAYS[f.weekday].slice(0, 3),
  A: (f) => DAYS[f.weekday],
  b: (f) => MONTHS[f.month - 1].slice(0, 3),
  B: (f) => MONTHS[f.month - 1],
  c: ascTime,
  C: (f) => pad(Math.floor(f.year / 100), 2),
  d: (f) => pad(f.day, 2),
  D: shortDate,
  e: (f) => pad(f.day, 2, " "),
  F: (f) => `${f.year}-${pad(f.month, 2)}-${pad(f.day, 2)}`,
  g: (f) => pad(mod(isoWeek(f).year, 100), 2),
  G: (f) => String(isoWeek(f).year),
  h: (f) => MONTHS[f.month - 1].slice(0, 3),
  H: (f) => pad(f.hour, 2),
  I: (f) => pad(hour12(f), 2),
  j: (f) => pad(f.yearday, 3),
  k: (f) => pad(f.hour, 2, " "),
  l: (f) => pad(hour12(f), 2, " "),
  m: (f) => pad(f.month, 2),
  M: (f) => pad(f.minute, 2),
  n: () => "\n",
  p: (f) => (f.hour < 12 ? "AM" : "PM"),
  P: (f) => (f.hour < 12 ? "am" : "pm"),
  r: (f) => `${pad(hour12(f), 2)}:${pad(f.minute, 2)}:${pad(f.second, 2)} ${f.hour < 12 ? "AM" : "PM"}`,
  R: (f) => `${pad(f.hour, 2)}:${pad(f.minute, 2)}`,
  s: (f) => String(secondsOf(f) - f.offset),
  S: (f) => pad(f.second, 2),
  t: () => "\t",
  T: clock,
  u: (f) => String(f.weekday + 1),
  U: (f) => pad(weekOf(f, 6), 2),
  V: (f) => pad(isoWeek(f).week, 2),
  w: (f) => String((f.weekday + 1) % 7),
  W: (f) => pad(weekOf(f, 0), 2),
  x: shortDate,
  X: clock,
  y: (f) => pad(mod(f.year, 100), 2),
  Y: (f) => String(f.year),
  z: zoneOffset,
  Z: (f) => f.zone,
  "%": () => "%",
};

/** Text by a format; a directive that is not known stays as it is. E and O ask for what the C locale has not. */
export const formatTime = (format: string, f: TimeFields): string =>
  format.replace(/%([EO_\-0^#]?)(.)/gsu, (whole, flag: string, letter: string) => {
    if (!Object.hasOwn(DIRECTIVES, letter)) return whole;
    const text = DIRECTIVES[letter](f);
    if (flag === "-") return text.replace(/^[0 ]+(?=.)/, "");
    if (flag === "_") return text.replace(/^0+(?=.)/, (zeros) => " ".repeat(zeros.length));
    if (flag === "^") return text.toUpperCase();
    return text;
  });
