// How many columns characters take on a terminal: two for the wide and full-width ones of Unicode
// 15.0 (East Asian Width W and F), one for all others.

/** Ranges of wide characters: how far each is from the end of the one before, and how long it is, in hexadecimal. */
const RANGES =
  "1100 60 11ba 2 d 2 be 4 3 1 2 1 209 2 15 2 32 c 2b 1 13 1 d 1 8 2 11 2 5 2 8 1 5 1 15 1 7 2 1 1 4 1 2 1 7 1 4 2 1c 1 " +
  "23 1 1 1 4 3 1 1 3d 3 18 1 e 1 35b 2 33 1 4 1 32a 1a 1 59 c d6 1a c 4 3f 2 56 2 67 5 2b 1 5e 1 54 c 2f 1 28 8 1b70 40 " +
  "568d 3 37 499 1d 283 2ba4 215c 200 310 a 16 23 1 13 1 4 95 60 7f 7 6ff9 5 b 2 e 17f8 8 4d6 2a 9 22e7 4 1 7 1 2 1 123 f " +
  "1 1d 3 2 1 e 4 8 18c 3d08 1 ca 1 be 1 2 a 65 3 d 2c 4 9 7 2 e 6 9a 21 c 9 1 46 1 16 c 2b 4 5 c 11 3 1 3 47 1 1 1 bb 2 " +
  "3f d 4 1 18 12 1 1a 2 d 1 56 55 30 46 6 1 3 3 2 3 4 4 b 2 7 9 e3 c 4 1 11b 2f 1 a 1 b9 70 d 3 9 7 2e 1 7 8 e 4 9 7 9 " +
  "507 fffe 2 fffe";

/** Where ranges begin, at even places, and where they end, at odd ones. */
const edges: number[] = [];
for (const step of RANGES.split(" ")) edges.push((edges.at(-1) ?? 0) + Number.parseInt(step, 16));

export function columnsOf(char: string): 1 | 2 {
  const code = char.codePointAt(0) as number;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1 ? 2 : 1;
}
