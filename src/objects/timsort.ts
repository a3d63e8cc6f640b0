// A stable merge sort that makes CPython's comparisons in CPython's order: natural runs, short
// ones extended by binary insertion; merges by powersort's rule, with galloping. Whatever `less`
// throws, the array is left a permutation of what it was, the same one as in CPython.

const MIN_GALLOP = 7;
/** Runs are made at least half as long as this, unless the array is shorter. */
const LONGEST_MINRUN = 64;

/** A stretch of the array that is in order; `power` is how deep in the tree of merges it meets its right neighbour. */
interface Run {
  start: number;
  length: number;
  power: number;
}

/** The length that runs are extended to: such that the number of runs is a power of two, or just below. */
function minimalRun(n: number): number {
  let odd = 0;
  while (n >= LONGEST_MINRUN) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/** The depth at which two neighbouring runs meet: the first binary digit in which their middles, as fractions of the array, differ. */
function meetingDepth(left: Run, rightLength: number, total: number): number {
  let a = 2 * left.start + left.length;
  let b = a + left.length + rightLength;
  for (let depth = 1; ; depth++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return depth;
    a *= 2;
    b *= 2;
  }
}

export class Timsort<T> {
  private readonly items: T[];
  private readonly less: (a: T, b: T) => boolean;
  private readonly runs: Run[] = [];
  private minGallop = MIN_GALLOP;

  constructor(items: T[], less: (a: T, b: T) => boolean) {
    this.items = items;
    this.less = less;
  }

  sort(): void {
    const total = this.items.length;
    if (total < 2) return;
    const shortest = minimalRun(total);
    for (let start = 0; start < total; ) {
      let length = this.naturalRun(start, total);
      if (length < shortest) {
        const wanted = Math.min(shortest, total - start);
        this.insertByBisection(start, start + length, start + wanted);
        length = wanted;
      }
      this.push({ start, length, power: 0 }, total);
      start += length;
    }
    while (this.runs.length > 1) {
      let i = this.runs.length - 2;
      if (i > 0 && this.runs[i - 1].length < this.runs[i + 1].length) i--;
      this.mergeAt(i);
    }
  }

  /** The length of the run that starts here; a strictly falling one is turned round. */
  private naturalRun(start: number, end: number): number {
    const { items, less } = this;
    let i = start + 1;
    if (i === end) return 1;
    const falling = less(items[i], items[i - 1]);
    for (i++; i < end; i++) if (less(items[i], items[i - 1]) !== falling) break;
    if (falling) this.reverse(start, i);
    return i - start;
  }

  private reverse(from: number, to: number): void {
    const { items } = this;
    for (to--; from < to; from++, to--) {
      const item = items[from];
      items[from] = items[to];
      items[to] = item;
    }
  }

  /** Extends the run from `start` to `sorted` as far as `end`. */
  private insertByBisection(start: number, sorted: number, end: number): void {
    const { items, less } = this;
    for (let at = sorted; at < end; at++) {
      const pivot = items[at];
      let low = start;
      let high = at;
      while (low < high) {
        const middle = low + ((high - low) >> 1);
        if (less(pivot, items[middle])) high = middle;
        else low = middle + 1;
      }
      for (let i = at; i > low; i--) items[i] = items[i - 1];
      items[low] = pivot;
    }
  }

  /** One more run; merges those before it that meet deeper than the last of them meets this one. */
  private push(run: Run, total: number): void {
    const { runs } = this;
    if (runs.length > 0) {
      const power = meetingDepth(runs[runs.length - 1], run.length, total);
      while (runs.length > 1 && runs[runs.length - 2].power > power) this.mergeAt(runs.length - 2);
      runs[runs.length - 1].power = power;
    }
    runs.push(run);
  }

  /** Merges two neighbouring runs. */
  private mergeAt(i: number): void {
    const { items, runs } = this;
    const a = runs[i];
    const b = runs[i + 1];
    let { start, length: na } = a;
    const startB = b.start;
    a.length += b.length;
    runs.splice(i + 1, 1);
    const inPlace = this.afterEqual(items[startB], items, start, na, 0);
    start += inPlace;
    na -= inPlace;
    if (na === 0) return;
    const nb = this.beforeEqual(items[start + na - 1], items, startB, b.length, b.length - 1);
    if (nb === 0) return;
    if (na <= nb) this.mergeLow(start, na, startB, nb);
    else this.mergeHigh(start, na, startB, nb);
  }

  /** How many of the `n` items from `base` come before `key`: equal ones do not. Searches from `hint` in growing steps. */
  private beforeEqual(key: T, items: readonly T[], base: number, n: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let step = 1;
    if (less(items[base + hint], key)) {
      const most = n - hint;
      while (step < most && less(items[base + hint + step], key)) {
        last = step;
        step = 2 * step + 1;
      }
      last += hint;
      step = Math.min(step, most) + hint;
    } else {
      const most = hint + 1;
      while (step < most && !less(items[base + hint - step], key)) {
        last = step;
        step = 2 * step + 1;
      }
      [last, step] = [hint - Math.min(step, most), hint - last];
    }
    for (last++; last < step; ) {
      const middle = last + ((step - last) >> 1);
      if (less(items[base + middle], key)) last = middle + 1;
      else step = middle;
    }
    return step;
  }

  /** As `beforeEqual`, but equal items come before the key. */
  private afterEqual(key: T, items: readonly T[], base: number, n: number, hint: number): number {
    const { less } = this;
    let last = 0;
    let step = 1;
    if (less(key, items[base + hint])) {
      const most = hint + 1;
      while (step < most && less(key, items[base + hint - step])) {
        last = step;
        step = 2 * step + 1;
      }
      [last, step] = [hint - Math.min(step, most), hint - last];
    } else {
      const most = n - hint;
      while (step < most && !less(key, items[base + hint + step])) {
        last = step;
        step = 2 * step + 1;
      }
      last += hint;
      step = Math.min(step, most) + hint;
    }
    for (last++; last < step; ) {
      const middle = last + ((step - last) >> 1);
      if (less(key, items[base + middle])) step = middle;
      else last = middle + 1;
    }
    return step;
  }

  /** Merges left to right; `a`, the shorter run, is set aside. b's first item goes first, a's last item goes last. */
  private mergeLow(startA: number, na: number, startB: number, nb: number): void {
    const { items, less } = this;
    const aside = items.slice(startA, startA + na);
    const endB = startB + nb;
    let [to, a, b] = [startA, 0, startB];
    let failed = true;
    try {
      items[to++] = items[b++];
      merging: while (b < endB && na - a > 1) {
        // One at a time, until one run has won often in a row.
        for (let winsA = 0, winsB = 0; winsA < this.minGallop && winsB < this.minGallop; ) {
          if (less(items[b], aside[a])) {
            items[to++] = items[b++];
            winsB++;
            winsA = 0;
            if (b === endB) break merging;
          } else {
            items[to++] = aside[a++];
            winsA++;
            winsB = 0;
            if (na - a === 1) break merging;
          }
        }
        // Then in stretches, as long as they are long.
        this.minGallop++;
        for (let countA = MIN_GALLOP, countB = 0; countA >= MIN_GALLOP || countB >= MIN_GALLOP; ) {
          this.minGallop = Math.max(1, this.minGallop - 1);
          countA = this.afterEqual(items[b], aside, a, na - a, 0);
          for (let i = 0; i < countA; i++) items[to++] = aside[a++];
          if (na - a <= 1) break merging;
          items[to++] = items[b++];
          if (b === endB) break merging;
          countB = this.beforeEqual(aside[a], items, b, endB - b, 0);
          for (let i = 0; i < countB; i++) items[to++] = items[b++];
          if (b === endB) break merging;
          items[to++] = aside[a++];
          if (na - a === 1) break merging;
        }
        this.minGallop++;
      }
      failed = false;
    } finally {
      if (!failed && na - a === 1) while (b < endB) items[to++] = items[b++];
      while (a < na) items[to++] = aside[a++];
    }
  }

  /** Merges right to left; `b`, the shorter run, is set aside. a's last item goes last, b's first item goes first. */
  private mergeHigh(startA: number, na: number, startB: number, nb: number): void {
    const { items, less } = this;
    const aside = items.slice(startB, startB + nb);
    let [to, a, b] = [startB + nb - 1, startA + na - 1, nb - 1];
    let failed = true;
    try {
      items[to--] = items[a--];
      merging: while (a >= startA && b > 0) {
        for (let winsA = 0, winsB = 0; winsA < this.minGallop && winsB < this.minGallop; ) {
          if (less(aside[b], items[a])) {
            items[to--] = items[a--];
            winsA++;
            winsB = 0;
            if (a < startA) break merging;
          } else {
            items[to--] = aside[b--];
            winsB++;
            winsA = 0;
            if (b === 0) break merging;
          }
        }
        this.minGallop++;
        for (let countA = MIN_GALLOP, countB = 0; countA >= MIN_GALLOP || countB >= MIN_GALLOP; ) {
          this.minGallop = Math.max(1, this.minGallop - 1);
          const restA = a - startA + 1;
          countA = restA - this.afterEqual(aside[b], items, startA, restA, restA - 1);
          for (let i = 0; i < countA; i++) items[to--] = items[a--];
          if (a < startA) break merging;
          items[to--] = aside[b--];
          if (b === 0) break merging;
          countB = b + 1 - this.beforeEqual(items[a], aside, 0, b + 1, b);
          for (let i = 0; i < countB; i++) items[to--] = aside[b--];
          if (b <= 0) break merging;
          items[to--] = items[a--];
          if (a < startA) break merging;
        }
        this.minGallop++;
      }
      failed = false;
    } finally {
      if (!failed && b === 0) while (a >= startA) items[to--] = items[a--];
      while (b >= 0) items[to--] = aside[b--];
    }
  }
}
