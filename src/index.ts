// Ouroboros for TypeScript programs: an interpreter instance is a heap, a machine and a host, and
// nothing of one is visible to another. This is the one place that wires the layers.
import { decodeSource, parse, SourceError, TooComplex } from "../grammar/index.ts";
import type { ArchiveStore } from "./bytecode/archive.ts";
import { disassemble } from "./bytecode/dis.ts";
import { compile, TooDeep } from "./compiler/index.ts";
import { audit, heapStats } from "./heap/audit.ts";
import { collect } from "./heap/collect.ts";
import { Heap, useHeap } from "./heap/heap.ts";
import { halt, type LimitName, startWork } from "./heap/work.ts";
import { useHost } from "./host/current.ts";
import type { Host, HostFiles } from "./host/host.ts";
import { type LimitedHost, limitedHost } from "./host/limited.ts";
import { sandboxHost } from "./host/sandbox.ts";
import {
  endInstance,
  endProgram,
  heapHooks,
  makeMachine,
  makeMain,
  runProgram,
  startProgram,
  startWarnings,
} from "./instance.ts";
import { nativeModuleNames } from "./modules/index.ts";
import { clearState } from "./modules/state.ts";
import { type SysOptions, setSysOptions } from "./modules/sys.ts";
import { recursion } from "./objects/recursion.ts";
import { lastly, untilHalted } from "./vm/halted.ts";
import { Library } from "./vm/library.ts";
import { runStepped } from "./vm/loop.gen.ts";
import { type Answer, type Ending, promptText, runModule, runSource, runStatement, startPrompt } from "./vm/session.ts";
import { type Machine, useMachine } from "./vm/state.ts";
import { wire } from "./wiring.ts";

export { SourceError } from "../grammar/errors.ts";
export type { ArchiveStore } from "./bytecode/archive.ts";
export { emitPyc, type Files as EmitFiles } from "./compiler/emit.ts";
export type { LimitName } from "./heap/work.ts";
export type { Host, HostFiles } from "./host/host.ts";
export { sandboxHost } from "./host/sandbox.ts";
export type { Answer, Ending } from "./vm/session.ts";

/**
 * What a run may use; what is left out is not limited. At the limit of memory an allocation raises MemoryError. Any
 * other limit ends the run: its code cannot catch that, none of it runs afterwards, and all that it had is given back.
 */
export interface Limits {
  /** Bytes of the heap: the objects' sizes as CPython has them, and 64 for each, which JavaScript adds. */
  memory?: number;
  /** Seconds. */
  time?: number;
  /** Units of work: calls and loops are one each, and natives count theirs in proportion, about 10 ns each. */
  steps?: number;
  /** Bytes that are written to the standard streams. */
  output?: number;
  /** Calls of the host for anything but the standard streams. */
  hostCalls?: number;
}

export interface InterpreterOptions {
  /** What the instance may reach of the world. Without it, only what the options below hand in. */
  host?: Host;
  stdout?(text: string): void;
  stderr?(text: string): void;
  /** Standard input: its text, or what answers the next line, null at the end. */
  stdin?: string | (() => string | null);
  argv?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Files that imports and `open` may see. */
  files?: HostFiles;
  /** `sys.path`. */
  path?: readonly string[];
  /** The packed library of Python's own modules: the archive, or what reads parts of it. */
  library?: LibraryOption;
  /** What sys.flags says. */
  flags?: SysOptions["flags"];
  /** sys.orig_argv and sys.warnoptions. */
  origArgv?: readonly string[];
  warnOptions?: readonly string[];
  /** sys._xoptions and sys.pycache_prefix. */
  xOptions?: SysOptions["xOptions"];
  pycachePrefix?: string | null;
  /** Text goes to the host's streams as it is written. */
  unbuffered?: boolean;
  limits?: Limits;
  /** How deep native calls may nest on this JavaScript stack. */
  nativeDepth?: number;
  /** A word of shared memory; another thread sets it to raise KeyboardInterrupt in the program. */
  signals?: Int32Array;
  debug?: {
    /** Any use of a freed object is an error. */
    poison?: boolean;
    /** A collection after every allocation. */
    collectAlways?: boolean;
  };
}

export interface LibraryOption {
  store: Uint8Array | ArchiveStore;
  /** The folder that its modules seem to lie in, the last of sys.path. */
  root?: string;
}

/** A folder that no host has. */
const LIBRARY_ROOT = "/lib/python3.12";

function openLibrary({ store, root = LIBRARY_ROOT }: LibraryOption): Library {
  const bytes = store instanceof Uint8Array ? store : null;
  const read = (position: number, length: number): Uint8Array =>
    (bytes as Uint8Array).subarray(position, position + length);
  return new Library(root, bytes === null ? (store as ArchiveStore) : { read });
}

export interface RunResult {
  /** The exit status that CPython would end with. */
  status: number;
  /** The limit that has ended the run, or null. */
  limit: LimitName | null;
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

function hostOf(options: InterpreterOptions): Host {
  if (options.host !== undefined) return options.host;
  const { stdin, ...rest } = options;
  return sandboxHost({ ...rest, stdin: typeof stdin === "string" ? lines(stdin) : stdin });
}

/** Why a source cannot be compiled: what a SyntaxError says, as data. Lines and columns count from 1. */
export interface SourceProblem {
  /** The exception's class, SyntaxError or another. */
  kind: string;
  message: string;
  file: string;
  line: number | null;
  /** In characters. */
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
  /** The source line. */
  text: string | null;
  /** True when more input could make the source right. */
  incomplete: boolean;
}

/** Compiles a source without running it; answers what is wrong with it, or null. */
export function checkSource(
  source: string | Uint8Array,
  filename = "<string>",
  mode: "exec" | "eval" | "single" = "exec",
): SourceProblem | null {
  try {
    const text = typeof source === "string" ? source : decodeSource(source);
    compile(parse(text, { filename, mode }), { filename, source: text });
    return null;
  } catch (e) {
    if (e instanceof SourceError) return problemOf(e, filename);
    if (e instanceof TooDeep) return nowhere("RecursionError", e.message, filename);
    if (e instanceof TooComplex) return nowhere("MemoryError", e.message, filename);
    throw e;
  }
}

const problemOf = (e: SourceError, file: string): SourceProblem => ({
  kind: e.kind,
  message: e.message,
  file,
  line: e.lineno,
  column: e.offset,
  endLine: e.endLineno,
  endColumn: e.endOffset,
  text: e.text,
  incomplete: e.incomplete,
});

const nowhere = (kind: string, message: string, file: string): SourceProblem => ({
  kind,
  message,
  file,
  line: null,
  column: null,
  endLine: null,
  endColumn: null,
  text: null,
  incomplete: false,
});

/** The bytecode of a source, as CPython's dis prints it. Throws a SourceError. */
export function disassembleSource(source: string | Uint8Array, filename: string): string {
  const text = typeof source === "string" ? source : decodeSource(source);
  return disassemble(compile(parse(text, { filename }), { filename, source: text }));
}

/** A Python program that runs one instruction at a time. */
export interface Stepper {
  /** Runs one instruction; false once the program has ended. */
  step(): boolean;
  /** Runs to the end. */
  finish(): RunResult;
}

/** Sources that run in one `__main__`, one after the other, and the statements of a prompt. */
export interface Session {
  /** Runs a source. With `stay` SystemExit is printed like any other exception. */
  run(source: string | Uint8Array, filename: string, stay?: boolean): Ending;
  /** Runs a module as `python -m` does; "__main__" is that of the folder that sys.path begins with. */
  runModule(name: string, stay?: boolean): Ending;
  /** Takes what was typed at the prompt so far; `atEnd` when no more will come. */
  statement(text: string, atEnd: boolean): Answer;
  /** Gives sys its prompts. */
  startPrompt(): void;
  /** The prompt before a statement, or before a further line of it. */
  prompt(more: boolean): string;
  /** Ends the program: exit functions run, what it has made goes. Answers the status to exit with. */
  end(status: number): RunResult;
}

export class Interpreter {
  private readonly memory: Heap;
  private readonly machine: Machine;
  private readonly world: Host;
  private readonly limits: Limits;
  /** The host's counts begin anew. */
  private readonly restartHost: () => void;
  private readonly nativeDepth: number;

  constructor(options: InterpreterOptions = {}) {
    wire();
    this.limits = options.limits ?? {};
    this.memory = new Heap(heapHooks);
    this.memory.limit = this.memory.work.memory = this.limits.memory ?? Number.POSITIVE_INFINITY;
    const { host, restart } = this.limited(hostOf(options));
    this.world = host;
    this.restartHost = restart;
    this.memory.poison = options.debug?.poison ?? false;
    this.nativeDepth = options.nativeDepth ?? 200;
    const library = options.library === undefined ? null : openLibrary(options.library);
    setSysOptions({
      path: [...(options.path ?? []), ...(library === null ? [] : [library.root])],
      flags: options.flags ?? {},
      moduleNames: nativeModuleNames,
      origArgv: options.origArgv ?? options.argv ?? [],
      warnOptions: options.warnOptions ?? [],
      xOptions: options.xOptions ?? {},
      pycachePrefix: options.pycachePrefix ?? null,
      unbuffered: options.unbuffered ?? false,
    });
    this.memory.maxStrDigits = Number(options.flags?.int_max_str_digits ?? this.memory.maxStrDigits);
    this.machine = this.inside(makeMachine, null);
    this.machine.library = library;
    if ((options.warnOptions ?? []).length > 0) this.inside(startWarnings);
    if (options.signals !== undefined) this.machine.signals = options.signals;
    this.memory.collectAlways = options.debug?.collectAlways ?? false;
  }

  /** The host, which counts what it is asked for. */
  private limited(host: Host): LimitedHost {
    const { output, hostCalls, time } = this.limits;
    if (output === undefined && hostCalls === undefined && time === undefined) return { host, restart: () => {} };
    const { work } = this.memory;
    return limitedHost(host, {
      output: output ?? Number.POSITIVE_INFINITY,
      hostCalls: hostCalls ?? Number.POSITIVE_INFINITY,
      timeLeft: () => work.deadline - Date.now(),
      reached(limit) {
        if (work.quiet) return;
        const reached = halt(limit);
        // Whoever writes is let finish: the run ends at its next check.
        if (limit !== "output") throw reached;
      },
    });
  }

  /** Runs `body` with this instance as the current one, and with all of what the limits allow. */
  private inside<T>(body: () => T, machine: Machine | null = this.machine): T {
    const { steps = Number.POSITIVE_INFINITY, time = Number.POSITIVE_INFINITY } = this.limits;
    return this.resume(() => {
      this.restartHost();
      startWork(steps, time * 1000);
      return body();
    }, machine);
  }

  /** Runs `body` with this instance as the current one. */
  private resume<T>(body: () => T, machine: Machine | null = this.machine): T {
    const heapBefore = useHeap(this.memory);
    const hostBefore = useHost(this.world);
    const machineBefore = useMachine(machine as Machine);
    const { depth, limit } = recursion;
    // The code that runs is a level of its own, as in CPython.
    recursion.depth = 1;
    recursion.limit = this.nativeDepth;
    try {
      return body();
    } finally {
      recursion.depth = depth;
      recursion.limit = limit;
      useMachine(machineBefore);
      useHost(hostBefore);
      useHeap(heapBefore);
    }
  }

  /** Runs a source as `__main__`, to its end; an uncaught exception is printed to stderr. */
  run(source: string | Uint8Array, filename = "<string>"): RunResult {
    return this.inside(() => runProgram(source, filename));
  }

  /** Starts a source as `__main__`, stopped before its first instruction. */
  start(source: string, filename = "<string>"): Stepper {
    const program = this.inside(() => startProgram(source, filename));
    const advance = (budget: number): boolean =>
      this.resume(() => {
        this.machine.budget = budget;
        return program.advance(runStepped);
      });
    return {
      step: () => advance(1),
      finish: () => {
        while (advance(Number.POSITIVE_INFINITY));
        return this.resume(() => program.end());
      },
    };
  }

  /** Opens a fresh `__main__`. The name of a file becomes its `__file__`. */
  session(filename = "<string>"): Session {
    const inside = <T>(body: () => T): T => this.inside(body);
    const features = { flags: 0 };
    let limit: LimitName | null = null;
    const noting = (ending: Ending): Ending => {
      limit = ending.limit;
      return ending;
    };
    inside(() => makeMain(filename));
    return {
      run: (source, name, stay = false) => noting(inside(() => runSource(source, name, stay))),
      runModule: (name, stay = false) => noting(inside(() => runModule(name, stay))),
      statement: (text, atEnd) => inside(() => runStatement(text, features, atEnd)),
      startPrompt: () => inside(startPrompt),
      prompt: (more) => inside(() => promptText(more ? "ps2" : "ps1")),
      // What a halted program leaves is cleared away without running any of its code.
      end: (status) =>
        limit === null ? inside(() => endProgram(status)) : this.resume(() => endProgram(status, limit)),
    };
  }

  /** Collects garbage now; answers how many objects were unreachable. */
  collect(): number {
    return this.inside(() => collect(2));
  }

  /** The instance's heap, to be looked at. */
  readonly heap = {
    /** Recomputes every count from all owners: what is wrong, in words. Empty when all is exact. */
    audit: (): string[] => this.inside(audit),
    stats: (): { objects: number; bytes: number; references: number } => this.inside(heapStats),
  };

  /** Ends the instance: modules are cleared, finalizers run, nothing can run afterwards. */
  dispose(): void {
    this.inside(() => {
      endProgram();
      untilHalted(() => lastly(undefined, endInstance));
      clearState();
    });
    this.world.flush();
  }
}
