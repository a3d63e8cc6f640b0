// Small programs in which one allocation fails, the first in one run, a later one in the next: each run ends as any
// other, every count is exact afterwards, and nothing more is left than after the run before.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Heap } from "../../src/heap/heap.ts";
import { nodeFiles } from "../../src/host/nodefiles.ts";
import { Interpreter } from "../../src/index.ts";

const folder = join(import.meta.dirname, "allocations");
/** Of so many allocations one is made to fail. */
const STRIDE = 3;

/** Makes one look at the heap's limit find it reached: the `at`th since `start`. */
class Scarcity {
  private readonly heap: Heap;
  private bytes: number;
  private grew = false;
  private reserved = false;
  private looks = 0;
  private at = 0;
  private limit = Number.POSITIVE_INFINITY;

  constructor(heap: Heap) {
    this.heap = heap;
    this.bytes = heap.bytes;
    Object.defineProperty(heap, "bytes", { get: () => this.bytes, set: (bytes: number) => this.setBytes(bytes) });
    Object.defineProperty(heap, "limit", { get: () => this.look(), set: () => {} });
    Object.defineProperty(heap.work, "memory", { get: () => this.measure(), set: () => {} });
  }

  start(at: number): void {
    this.at = at;
    this.looks = 0;
    this.grew = this.reserved = false;
    this.limit = Number.POSITIVE_INFINITY;
  }

  /** Ends it; has it come so far that an allocation failed? */
  stop(): boolean {
    const reached = this.at > 0 && this.looks >= this.at;
    this.start(0);
    return reached;
  }

  private setBytes(bytes: number): void {
    this.grew = bytes > this.bytes;
    this.bytes = bytes;
  }

  /** What was reserved is there when it is taken. */
  private look(): number {
    const takes = this.grew;
    this.grew = false;
    if (this.at === 0 || this.heap.granting > 0) return Number.POSITIVE_INFINITY;
    if (takes && this.reserved) {
      this.reserved = false;
      return this.limit;
    }
    this.reserved = !takes;
    if (++this.looks === this.at) this.limit = this.bytes - 1;
    return this.limit;
  }

  private measure(): number {
    const answer = this.limit === Number.POSITIVE_INFINITY ? this.limit : Number.NEGATIVE_INFINITY;
    this.limit = Number.POSITIVE_INFINITY;
    return answer;
  }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".py") && !name.startsWith("_"))) {
  test(`gives everything up in ${file}`, () => {
    const py = new Interpreter({
      path: [folder],
      files: nodeFiles,
      stdout: () => {},
      stderr: () => {},
      limits: { steps: 50e6 },
      debug: { poison: true },
    });
    const scarcity = new Scarcity((py as unknown as { memory: Heap }).memory);
    const source = readFileSync(join(folder, file), "utf8");
    const runWith = (at: number): { failed: boolean; left: unknown } => {
      scarcity.start(at);
      expect(py.run(source, file).limit).toBe(null);
      const failed = scarcity.stop();
      expect({ at, violations: py.heap.audit() }).toEqual({ at, violations: [] });
      py.collect();
      return { failed, left: py.heap.stats() };
    };
    for (let i = 0; i < 3; i++) {
      py.run("raise MemoryError", "error.py");
      runWith(0);
    }
    let { left } = runWith(0);
    for (let at = 1, failed = true; failed; at += STRIDE) {
      let run = runWith(at);
      // Tables that outlive a run may have grown; a second time they do not.
      if (JSON.stringify(run.left) !== JSON.stringify(left)) {
        left = run.left;
        run = runWith(at);
      }
      expect({ at, left: run.left }).toEqual({ at, left });
      failed = run.failed;
    }
    py.dispose();
  });
}
