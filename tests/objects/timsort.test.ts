// The sort makes CPython's comparisons in CPython's order, and leaves its order when one fails.
// timsort.py has written timsort.jsonl.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Timsort } from "../../src/objects/timsort.ts";

type Below = (n: number) => number;

function numbers(seed: number): Below {
  let state = BigInt(seed);
  return (n) => {
    state = (state * 1103515245n + 12345n) & 0x7fffffffn;
    return Number(state >> 8n) % n;
  };
}

const many = (n: number, make: () => number): number[] => Array.from({ length: n }, make);
const rising = (ranks: number[]): number[] => ranks.sort((a, b) => a - b);

function runs(below: Below, n: number): number[] {
  const ranks: number[] = [];
  while (ranks.length < n) {
    const run = rising(many(1 + below(150), () => below(1000)));
    ranks.push(...(below(2) ? run : run.reverse()));
  }
  return ranks.slice(0, n);
}

function disturbed(below: Below, n: number): number[] {
  const ranks = rising(many(n, () => below(1000)));
  for (let i = 0; i < Math.floor(n / 10); i++) {
    const rank = below(1000);
    ranks[below(n)] = rank;
  }
  return ranks;
}

const KINDS: Record<string, (below: Below, n: number) => number[]> = {
  random: (below, n) => many(n, () => below(1000)),
  few: (below, n) => many(n, () => below(4)),
  rising: (below, n) => rising(many(n, () => below(1000))),
  falling: (below, n) => rising(many(n, () => below(1000))).reverse(),
  disturbed,
  runs,
};

class Failed extends Error {}

const digest = (words: readonly (string | number)[]): string =>
  createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 16);

type Recording = [kind: string, n: number, limit: number, order: string, comparisons: number, log: string];
const recordings = readFileSync(new URL("timsort.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Recording);

test.each(recordings)("%s, %i items, failing at comparison %i", (kind, n, limit, order, comparisons, expected) => {
  const items = KINDS[kind](numbers(n + 1), n).map((rank, index) => ({ rank, index }));
  const log: string[] = [];
  const sort = () =>
    new Timsort(items, (a, b) => {
      log.push(`${a.index}<${b.index}`);
      if (log.length === limit) throw new Failed();
      return a.rank < b.rank;
    }).sort();
  if (limit > 0 && limit === comparisons) expect(sort).toThrow(Failed);
  else sort();
  expect(log.length).toBe(comparisons);
  expect(digest(log)).toBe(expected);
  expect(digest(items.map((item) => item.index))).toBe(order);
});
