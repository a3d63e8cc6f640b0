// The struct sequences of sys: version_info, flags and the facts about numbers and hashing.
import { newRefs, type Owned, type OwnedValue } from "../heap/refs.ts";
import { newFloat } from "../objects/float.ts";
import { newInt } from "../objects/int.ts";
import { newBool } from "../objects/singletons.ts";
import { newStr } from "../objects/str.ts";
import { defineStructSeq, newStructSeq } from "../objects/structseq.ts";

type Item = number | bigint | string | boolean | { float: number };

function toValue(item: Item): OwnedValue {
  if (typeof item === "string") return newStr(item);
  if (typeof item === "boolean") return newBool(item);
  return typeof item === "object" ? newFloat(item.float) : newInt(item);
}

/** Declares a struct sequence of sys; answers what makes one of these values. */
function info<const T extends Readonly<Record<string, string>>>(name: string, doc: string, fields: T, callable = true) {
  const type = defineStructSeq({
    module: "sys",
    name,
    doc: `sys.${name}\n\n${doc}`,
    fields: Object.entries(fields),
    callable,
  });
  return (values: { readonly [K in keyof T]: Item }): Owned => {
    const items = newRefs();
    for (const field of Object.keys(fields)) items.push(toValue(values[field as keyof T]));
    return newStructSeq(type, items);
  };
}

export const versionInfo = info(
  "version_info",
  "Version information as a named tuple.",
  {
    major: "Major release number",
    minor: "Minor release number",
    micro: "Patch release number",
    releaselevel: "'alpha', 'beta', 'candidate', or 'final'",
    serial: "Serial release number",
  },
  false,
);

const FLAGS = {
  debug: "-d",
  inspect: "-i",
  interactive: "-i",
  optimize: "-O or -OO",
  dont_write_bytecode: "-B",
  no_user_site: "-s",
  no_site: "-S",
  ignore_environment: "-E",
  verbose: "-v",
  bytes_warning: "-b",
  quiet: "-q",
  hash_randomization: "-R",
  isolated: "-I",
  dev_mode: "-X dev",
  utf8_mode: "-X utf8",
  warn_default_encoding: "-X warn_default_encoding",
  safe_path: "-P",
  int_max_str_digits: "-X int_max_str_digits",
} as const;
export type FlagName = keyof typeof FLAGS;
const makeFlags = info("flags", "Flags provided through command line arguments or environment vars.", FLAGS, false);

/** sys.flags: the flags that an instance was started with. */
export const newFlags = (given: Partial<Record<FlagName, number | boolean>>): Owned => {
  const flags = Object.fromEntries(Object.keys(FLAGS).map((name) => [name, 0])) as Record<FlagName, number | boolean>;
  return makeFlags({
    ...flags,
    dont_write_bytecode: 1,
    hash_randomization: 1,
    dev_mode: false,
    utf8_mode: 1,
    safe_path: false,
    int_max_str_digits: 4300,
    ...given,
  });
};

export const floatInfo = info("float_info", "What is known of floats.", {
  max: "the largest float",
  max_exp: "2**(max_exp-1) can still be a float",
  max_10_exp: "10**max_10_exp can still be a float",
  min: "the smallest normal positive float",
  min_exp: "2**(min_exp-1) is a normal float",
  min_10_exp: "10**min_10_exp is a normal float",
  dig: "decimal digits that a float keeps",
  mant_dig: "binary digits of the mantissa",
  epsilon: "the difference between 1 and the next float",
  radix: "the base of the exponent",
  rounds: "how additions round",
});

export const intInfo = info("int_info", "What is known of ints.", {
  bits_per_digit: "bits in a digit",
  sizeof_digit: "bytes that a digit takes",
  default_max_str_digits: "the limit of digits in conversions to and from text, unless set",
  str_digits_check_threshold: "the least that the limit may be set to",
});

export const hashInfo = info("hash_info", "What is known of hashes.", {
  width: "bits of a hash",
  modulus: "the prime that numbers are reduced by",
  inf: "the hash of infinity",
  nan: "the hash that not-a-number had",
  imag: "the factor of the imaginary part",
  algorithm: "how text is hashed",
  hash_bits: "bits that the algorithm gives",
  seed_bits: "bits of its key",
  cutoff: "the length up to which text is hashed otherwise",
});

export const threadInfo = info("thread_info", "What is known of threads.", {
  name: "the implementation",
  lock: "how locks are made",
  version: "the version of the library",
});

export const asyncgenHooksType = defineStructSeq({
  module: "builtins",
  name: "asyncgen_hooks",
  doc: "Hooks of asynchronous generators.",
  fields: [
    ["firstiter", "called when a generator is first iterated"],
    ["finalizer", "called when a generator is to be finalized"],
  ],
});

/** The facts about numbers, the same in every instance; made for each. */
export const numberFacts = (): Record<string, OwnedValue> => ({
  float_info: floatInfo({
    max: { float: Number.MAX_VALUE },
    max_exp: 1024,
    max_10_exp: 308,
    min: { float: 2.2250738585072014e-308 },
    min_exp: -1021,
    min_10_exp: -307,
    dig: 15,
    mant_dig: 53,
    epsilon: { float: Number.EPSILON },
    radix: 2,
    rounds: 1,
  }),
  int_info: intInfo({
    bits_per_digit: 30,
    sizeof_digit: 4,
    default_max_str_digits: 4300,
    str_digits_check_threshold: 640,
  }),
  hash_info: hashInfo({
    width: 64,
    modulus: 2305843009213693951n,
    inf: 314159,
    nan: 0,
    imag: 1000003,
    algorithm: "siphash13",
    hash_bits: 64,
    seed_bits: 128,
    cutoff: 0,
  }),
  thread_info: threadInfo({ name: "pthread", lock: "semaphore", version: "NPTL 2.36" }),
});
