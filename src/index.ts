// Ouroboros for TypeScript programs: an interpreter instance is a heap, a machine and a host, and
// nothing of one is visible to another. This is the one place that wires the layers.
import { audit, heapStats } from "./heap/audit.ts";
import { collect } from "./heap/collect.ts";
import { Heap, useHeap } from "./heap/heap.ts";
import { useHost } from "./host/current.ts";
import type { Host, HostFiles } from "./host/host.ts";
import { sandboxHost } from "./host/sandbox.ts";
import { clearState } from "./modules/state.ts";
import { setSysOptions } from "./modules/sys.ts";
import { recursion } from "./objects/recursion.ts";
import { wire } from "./wiring.ts";
import { endInstance, endProgram, heapHooks, makeMachine, runProgram, startProgram } from "./instance.ts";
import { runStepped } from "./vm/loop.gen.ts";
import { type Machine, useMachine } from "./vm/state.ts";

export type { Host, HostFiles } from "./host/host.ts";
export { sandboxHost } from "./host/sandbox.ts";

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
  /** Bytes of the heap beyond which an allocation raises MemoryError. */
  memory?: number;
  /** How deep native calls may nest on this JavaScript stack. */
  nativeDepth?: number;
  debug?: {
    /** Any use of a freed object is an error. */
    poison?: boolean;
    /** A collection after every allocation. */
    collectAlways?: boolean;
  };
}

export interface RunResult {
  /** The exit status that CPython would end with. */
  status: number;
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

function hostOf(options: InterpreterOptions): Host {
  if (options.host !== undefined) return options.host;
  const { stdin, ...rest } = options;
  return sandboxHost({ ...rest, stdin: typeof stdin === "string" ? lines(stdin) : stdin });
}

/** A Python program that runs one instruction at a time. */
export interface Stepper {
  /** Runs one instruction; false once the program has ended. */
  step(): boolean;
  /** Runs to the end. */
  finish(): RunResult;
}

export class Interpreter {
  private readonly memory: Heap;
  private readonly machine: Machine;
  private readonly world: Host;
  private readonly nativeDepth: number;

  constructor(options: InterpreterOptions = {}) {
    wire();
    this.world = hostOf(options);
    this.memory = new Heap(heapHooks);
    this.memory.limit = options.memory ?? Number.POSITIVE_INFINITY;
    this.memory.poison = options.debug?.poison ?? false;
    this.nativeDepth = options.nativeDepth ?? 200;
    setSysOptions({ path: options.path ?? [], origArgv: options.argv ?? [] });
    this.machine = this.inside(makeMachine, null);
    this.memory.collectAlways = options.debug?.collectAlways ?? false;
  }

  /** Runs `body` with this instance as the current one. */
  private inside<T>(body: () => T, machine: Machine | null = this.machine): T {
    const heapBefore = useHeap(this.memory);
    const hostBefore = useHost(this.world);
    const machineBefore = useMachine(machine as Machine);
    const { depth, limit } = recursion;
    recursion.depth = 0;
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
    return this.inside(() => ({ status: runProgram(source, filename) }));
  }

  /** Starts a source as `__main__`, stopped before its first instruction. */
  start(source: string, filename = "<string>"): Stepper {
    const program = this.inside(() => startProgram(source, filename));
    const advance = (budget: number): boolean =>
      this.inside(() => {
        this.machine.budget = budget;
        return program.advance(runStepped);
      });
    return {
      step: () => advance(1),
      finish: () => {
        while (advance(Number.POSITIVE_INFINITY));
        return this.inside(() => ({ status: program.end() }));
      },
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
      endInstance();
      clearState();
    });
    this.world.flush();
  }
}
