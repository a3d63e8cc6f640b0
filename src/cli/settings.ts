// What the options of the command and the PYTHON* variables make of an instance: its flags, the
// filters of warnings and the options of the implementation, as CPython combines them.
import type { InterpreterOptions } from "../index.ts";
import type { Options } from "./options.ts";

/** A setting that cannot be: the command ends before Python runs. */
export class BadSetting {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

export type Settings = Pick<InterpreterOptions, "flags" | "warnOptions" | "xOptions" | "pycachePrefix"> & {
  unbuffered: boolean;
};

/** `-X name=value`, and `-X name`, which is true. */
function xOptionsOf(given: readonly string[]): Map<string, string | true> {
  return new Map(
    given.map((text): [string, string | true] => {
      const at = text.indexOf("=");
      return at < 0 ? [text, true] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

const LEAST_DIGITS = 640;

function digitLimit(text: string | true, where: string): number {
  const n = text === true || !/^\d+$/.test(text) ? -1 : Number(text);
  if (n === 0 || (n >= LEAST_DIGITS && n <= 0x7fffffff)) return n;
  throw new BadSetting(
    `config_init_int_max_str_digits: ${where}: invalid limit; must be >= ${LEAST_DIGITS} or 0 for unlimited.`,
  );
}

function maxStrDigits(x: ReadonlyMap<string, string | true>, variable: string | null): number {
  const option = x.get("int_max_str_digits");
  if (option !== undefined) return digitLimit(option, "-X int_max_str_digits");
  return variable === null ? 4300 : digitLimit(variable, "PYTHONINTMAXSTRDIGITS");
}

/** A filter that is given again counts where it is given last. */
function warnOptionsOf(options: Options, devMode: boolean): string[] {
  const all = [...(devMode ? ["default"] : []), ...options.warnings];
  if (options.bytesWarning > 0) all.push(options.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
  return all.filter((text, i) => all.lastIndexOf(text) === i);
}

/** `variable` answers the value of an environment variable that counts, or null. */
export function settingsOf(options: Options, variable: (name: string) => string | null): Settings {
  const x = xOptionsOf(options.implementation);
  const devMode = x.has("dev") || variable("PYTHONDEVMODE") !== null;
  const utf8 = x.get("utf8");
  const prefix = x.get("pycache_prefix") ?? variable("PYTHONPYCACHEPREFIX");
  return {
    warnOptions: warnOptionsOf(options, devMode),
    xOptions: Object.fromEntries(x),
    pycachePrefix: typeof prefix === "string" && prefix !== "" ? prefix : null,
    unbuffered: options.unbuffered,
    flags: {
      debug: options.debug,
      inspect: options.inspect ? 1 : 0,
      interactive: options.inspect ? 1 : 0,
      optimize: options.optimize,
      dont_write_bytecode: options.dontWriteBytecode ? 1 : 0,
      no_user_site: options.noUserSite ? 1 : 0,
      no_site: options.noSite ? 1 : 0,
      ignore_environment: options.ignoreEnvironment ? 1 : 0,
      verbose: options.verbose,
      bytes_warning: options.bytesWarning,
      quiet: options.quiet,
      hash_randomization: variable("PYTHONHASHSEED") === "0" ? 0 : 1,
      isolated: options.isolated ? 1 : 0,
      dev_mode: devMode,
      utf8_mode: utf8 === "0" ? 0 : 1,
      warn_default_encoding: x.has("warn_default_encoding") || variable("PYTHONWARNDEFAULTENCODING") !== null ? 1 : 0,
      safe_path: options.safePath,
      int_max_str_digits: maxStrDigits(x, variable("PYTHONINTMAXSTRDIGITS")),
    },
  };
}
