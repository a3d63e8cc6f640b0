// _locale: the one locale there is. Text is UTF-8, everything else is as in the C locale.
import { newRef, newRefs, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { PyError, typeError, valueError } from "../objects/errors.ts";
import { defineException, exceptionType, exceptionTypes, newExceptionOf } from "../objects/exceptions.ts";
import { cInt, newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { typeName } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { intern, isStr, newStr } from "../objects/str.ts";
import { tupleOf } from "../objects/tuple.ts";
import { defineModule } from "./module.ts";
import { withText } from "./natives.ts";

const ErrorType = defineException("locale.Error", exceptionType("Exception"), "");
ErrorType.value.name = ErrorType.value.qualname = "Error";
ErrorType.value.module = "locale";
exceptionTypes.delete("locale.Error");

const localeError = (message: string): PyError => new PyError(newExceptionOf(ErrorType, tupleOf(newStr(message))));

const CATEGORIES = {
  LC_CTYPE: 0,
  LC_NUMERIC: 1,
  LC_TIME: 2,
  LC_COLLATE: 3,
  LC_MONETARY: 4,
  LC_MESSAGES: 5,
  LC_ALL: 6,
};
const OTHERS = ["PAPER", "NAME", "ADDRESS", "TELEPHONE", "MEASUREMENT", "IDENTIFICATION"];

/** What setlocale() answers for all categories at once. */
const ALL = [
  "LC_CTYPE=C.UTF-8",
  ...["LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"].map((name) => `${name}=C`),
  ...OTHERS.map((name) => `LC_${name}=C`),
].join(";");

const KNOWN = new Set(["C", "POSIX", "C.UTF-8", "C.utf8", "", ALL]);

function setLocale(category: number, locale: Value): string {
  if (category < 0 || category > 12)
    throw localeError(locale === None ? "locale query failed" : "unsupported locale setting");
  if (locale === None) return category === 6 ? ALL : category === 0 ? "C.UTF-8" : "C";
  if (!isStr(locale)) throw typeError(`setlocale() argument 2 must be str or None, not ${typeName(locale)}`);
  if (!KNOWN.has(locale.value)) throw localeError("unsupported locale setting");
  return locale.value === "" || locale.value === "C.utf8" ? "C.UTF-8" : locale.value === "POSIX" ? "C" : locale.value;
}

const UNSAID = [
  "int_frac_digits",
  "frac_digits",
  "p_cs_precedes",
  "p_sep_by_space",
  "n_cs_precedes",
  "n_sep_by_space",
  "p_sign_posn",
  "n_sign_posn",
];
const EMPTY = ["int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"];

function localeConv(): OwnedValue {
  const dict = newDict();
  const text = (name: string, value: string): void => dictSet(dict, intern(name), newStr(value));
  for (const name of EMPTY) text(name, "");
  dictSet(dict, intern("mon_grouping"), newList(newRefs()));
  for (const name of ["positive_sign", "negative_sign"]) text(name, "");
  for (const name of UNSAID) dictSet(dict, intern(name), newInt(127));
  text("decimal_point", ".");
  text("thousands_sep", "");
  dictSet(dict, intern("grouping"), newList(newRefs()));
  return dict;
}

/** nl_langinfo: the name, the key, the text. Runs of days and months count up. */
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");
const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));
const run = (stem: string, from: number, texts: readonly string[]): [string, number, string][] =>
  texts.map((text, i) => [`${stem}_${i + 1}`, from + i, text]);
const INFO: readonly (readonly [name: string, key: number, text: string])[] = [
  ...run("ABDAY", 131072, short(DAYS)),
  ...run("DAY", 131079, DAYS),
  ...run("ABMON", 131086, short(MONTHS)),
  ...run("MON", 131098, MONTHS),
  ["AM_STR", 131110, "AM"],
  ["PM_STR", 131111, "PM"],
  ["D_T_FMT", 131112, "%a %b %e %H:%M:%S %Y"],
  ["D_FMT", 131113, "%m/%d/%y"],
  ["T_FMT", 131114, "%H:%M:%S"],
  ["T_FMT_AMPM", 131115, "%I:%M:%S %p"],
  ["ERA", 131116, ""],
  ["ERA_D_FMT", 131118, ""],
  ["ALT_DIGITS", 131119, ""],
  ["ERA_D_T_FMT", 131120, ""],
  ["ERA_T_FMT", 131121, ""],
  ["_DATE_FMT", 131180, "%a %b %e %H:%M:%S %Z %Y"],
  ["CODESET", 14, "UTF-8"],
  ["CRNCYSTR", 262159, "-"],
  ["RADIXCHAR", 65536, "."],
  ["THOUSEP", 65537, ""],
  ["YESEXPR", 327680, "^[yY]"],
  ["NOEXPR", 327681, "^[nN]"],
];

function langInfo(key: number): string {
  const found = INFO.find(([, number]) => number === key);
  if (found === undefined) throw valueError("unsupported langinfo constant");
  return found[2];
}

const textOf = (name: string, value: Value, place: string): string => {
  if (isStr(value)) return value.value;
  throw typeError(`${name}() ${place} must be str, not ${typeName(value)}`);
};

function collate(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i].codePointAt(0) as number) - (y[i].codePointAt(0) as number);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(x.length - y.length);
}

export default defineModule({
  name: "_locale",
  doc: "Support for POSIX locales.",
  functions: [
    withText(
      def(
        "setlocale($module, category, locale=None, /) -> str",
        "Sets a locale, or asks for it.",
        (_m, category, locale) => setLocale(cInt(category), locale),
      ),
      null,
    ),
    def("localeconv($module, /)", "How numbers and money are written.", () => localeConv()),
    def("strcoll($module, os1, os2, /) -> int", "Compares two texts.", (_module, a, b) =>
      collate(textOf("strcoll", a, "argument 1"), textOf("strcoll", b, "argument 2")),
    ),
    def("strxfrm($module, string, /) -> str", "A text to compare in the place of another.", (_module, string) =>
      textOf("strxfrm", string, "argument"),
    ),
    def("nl_langinfo($module, key, /) -> str", "A word or format of the locale.", (_module, key) =>
      langInfo(cInt(key)),
    ),
    def("getencoding($module, /) -> str", "The encoding of the locale.", () => "UTF-8"),
    def("gettext($module, msg, /) -> str", "A message as it is.", (_module, msg) => textOf("gettext", msg, "argument")),
    def("textdomain($module, domain, /) -> str", "The domain of messages.", () => "messages"),
  ],
  constants: () => ({
    ...Object.fromEntries(
      [
        ...Object.entries(CATEGORIES),
        ...INFO.map(([name, key]) => [name, key] as const),
        ["CHAR_MAX", 127] as const,
      ].map(([name, n]): [string, OwnedValue] => [name as string, newInt(n as number)]),
    ),
    Error: newRef(ErrorType),
  }),
});
