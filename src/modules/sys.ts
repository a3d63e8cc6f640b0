// sys: the interpreter as programs see it. The functions are here and in sysfunctions.ts, the
// streams are stdio.ts, the struct sequences sysinfo.ts. Functions that walk frames or print
// tracebacks come from the layer that knows how, by `addSysNatives`.
import { drop, newRef, newRefs, type Owned, type OwnedValue } from "../heap/refs.ts";
import { current } from "../host/current.ts";
import type { Native } from "../native/signature.ts";
import { newBuiltin } from "../objects/builtin.ts";
import { dictSet, newDict } from "../objects/dict.ts";
import { newInt } from "../objects/int.ts";
import { newList } from "../objects/list.ts";
import { namespaceOf } from "../objects/namespace.ts";
import { newFrozenSet } from "../objects/set.ts";
import { newBool, newNone } from "../objects/singletons.ts";
import { intern, newStr } from "../objects/str.ts";
import { newTuple, tupleOf } from "../objects/tuple.ts";
import { vm } from "../vm/state.ts";
import { COPYRIGHT } from "./builtinconsole.ts";
import { setBareBuiltins } from "./builtins.ts";
import { hookConstants } from "./frames.ts";
import { defineModule } from "./module.ts";
import { newStandardStream } from "./stdio.ts";
import { STDLIB_NAMES } from "./stdlibnames.ts";
import { breakpointHookNative, displayHookNative, hookNatives, objectNatives, settingNatives } from "./sysfunctions.ts";
import { type FlagName, newFlags, numberFacts, versionInfo } from "./sysinfo.ts";

const HEX_VERSION = 0x030c01f0;
const VERSION = "3.12.1 (ouroboros, Jan  1 2025, 00:00:00) [TypeScript]";
const PREFIX = "/usr";

const functions: Native[] = [...objectNatives, ...settingNatives, ...hookNatives];

/** More functions of sys, from the layer that knows frames and tracebacks. */
export const addSysNatives = (natives: readonly Native[]): void => {
  functions.push(...natives);
};

/** How an instance was started, as its flags and paths tell. */
export interface SysOptions {
  flags: Partial<Record<FlagName, number | boolean>>;
  path: readonly string[];
  /** The names of the modules that are natives. */
  moduleNames: readonly string[];
  /** The whole command line; sys.argv is the host's. */
  origArgv: readonly string[];
  warnOptions: readonly string[];
  xOptions: Readonly<Record<string, string | true>>;
  pycachePrefix: string | null;
  unbuffered: boolean;
}
const PLAIN: SysOptions = {
  flags: {},
  path: [""],
  moduleNames: [],
  origArgv: [],
  warnOptions: [],
  xOptions: {},
  pycachePrefix: null,
  unbuffered: false,
};
let options: SysOptions = PLAIN;
/** Told before an instance makes its sys module. */
export const setSysOptions = (next: Partial<SysOptions>): void => {
  options = { ...PLAIN, ...next };
  setBareBuiltins(Boolean(options.flags.no_site));
};

function xOptions(): Owned {
  const dict = newDict();
  for (const [name, value] of Object.entries(options.xOptions)) {
    const key = newStr(name);
    dictSet(dict, key, value === true ? newBool(true) : newStr(value));
    drop(key);
  }
  return dict;
}

function strList(texts: Iterable<string>): Owned {
  const items = newRefs();
  for (const text of texts) items.push(newStr(text));
  return newList(items);
}

function strTuple(texts: Iterable<string>): Owned {
  const items = newRefs();
  for (const text of texts) items.push(newRef(intern(text)));
  return newTuple(items);
}

function stdlibNames(): Owned {
  const items = newRefs();
  for (const name of STDLIB_NAMES) items.push(newRef(intern(name)));
  return newFrozenSet(items);
}

const newVersion = (): Owned => versionInfo({ major: 3, minor: 12, micro: 1, releaselevel: "final", serial: 0 });

function implementation(version: OwnedValue): Owned {
  return namespaceOf({
    name: newStr("cpython"),
    cache_tag: newStr("cpython-312"),
    version,
    hexversion: newInt(HEX_VERSION),
    _multiarch: newStr("x86_64-linux-gnu"),
  });
}

function streams(): Record<string, OwnedValue> {
  const [stdin, stdout, stderr] = ([0, 1, 2] as const).map((fd) => newStandardStream(fd, options.unbuffered));
  return {
    stdin,
    stdout,
    stderr,
    __stdin__: newRef(stdin),
    __stdout__: newRef(stdout),
    __stderr__: newRef(stderr),
  };
}

function paths(): Record<string, OwnedValue> {
  return {
    executable: newStr(current.executable),
    _base_executable: newStr(current.executable),
    prefix: newStr(PREFIX),
    exec_prefix: newStr(PREFIX),
    base_prefix: newStr(PREFIX),
    base_exec_prefix: newStr(PREFIX),
    platlibdir: newStr("lib"),
    pycache_prefix: options.pycachePrefix === null ? newNone() : newStr(options.pycachePrefix),
    _stdlib_dir: newNone(),
    _home: newNone(),
    _framework: newStr(""),
    path: strList(options.path),
    argv: strList(current.argv),
    orig_argv: strList(options.origArgv),
    meta_path: strList([]),
    path_hooks: strList([]),
    path_importer_cache: newDict(),
  };
}

function constants(): Record<string, OwnedValue> {
  const version = newVersion();
  const displayHook = newBuiltin(displayHookNative, null, "sys", null);
  const breakpointHook = newBuiltin(breakpointHookNative, null, "sys", null);
  return {
    breakpointhook: breakpointHook,
    __breakpointhook__: newRef(breakpointHook),
    displayhook: displayHook,
    __displayhook__: newRef(displayHook),
    ...hookConstants(),
    version: newStr(VERSION),
    version_info: version,
    hexversion: newInt(HEX_VERSION),
    api_version: newInt(1013),
    implementation: implementation(newRef(version)),
    copyright: newStr(COPYRIGHT),
    platform: newStr("linux"),
    byteorder: newStr("little"),
    maxsize: newInt(2n ** 63n - 1n),
    maxunicode: newInt(0x10ffff),
    abiflags: newStr(""),
    float_repr_style: newStr("short"),
    _git: tupleOf(newStr("ouroboros"), newStr(""), newStr("")),
    dont_write_bytecode: newBool((options.flags.dont_write_bytecode ?? 1) !== 0),
    warnoptions: strList(options.warnOptions),
    _xoptions: xOptions(),
    flags: newFlags(options.flags),
    ...numberFacts(),
    ...streams(),
    ...paths(),
    modules: newRef(vm.modules),
    builtin_module_names: strTuple([...options.moduleNames].sort()),
    stdlib_module_names: stdlibNames(),
  };
}

export default defineModule({
  name: "sys",
  doc: "Objects that the interpreter uses or keeps, and functions that interact with it.",
  functions,
  constants,
});
