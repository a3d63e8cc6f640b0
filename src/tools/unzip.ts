// Reads a zip file: the names and contents of its files, in the order of its directory.
import { inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** Where the directory at the end of the file begins, and how many entries it has. */
function findDirectory(zip: Buffer): { at: number; count: number } {
  for (let i = zip.length - 22; i >= 0; i--) {
    if (zip.readUInt32LE(i) === END) return { at: zip.readUInt32LE(i + 16), count: zip.readUInt16LE(i + 10) };
  }
  throw new Error("not a zip file");
}

export function* unzip(zip: Buffer): Generator<[path: string, bytes: Uint8Array]> {
  let { at, count } = findDirectory(zip);
  for (; count > 0; count--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error("the zip file's directory is damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const path = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const method = zip.readUInt16LE(at + 10);
    if (!path.endsWith("/")) yield [path, method === DEFLATED ? inflateRawSync(packed) : packed];
    at += 46 + nameLength + extra + comment;
  }
}
