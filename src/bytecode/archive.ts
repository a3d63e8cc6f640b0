// The packed library as a file: an index of modules in JSON, then their codes in marshal's format
// and their sources, each at its place, so that one module can be read without the others.
//
//   8 bytes   the mark
//   4 bytes   the length of the index
//   index     {"version": ..., "modules": {name: [package, code, length, source, length]}}; places
//             count from its end
import { encodeUtf8 } from "./marshal.ts";

const MARK = "OUROLIB1";
const HEAD = MARK.length + 4;

export interface PackedModule {
  name: string;
  isPackage: boolean;
  code: Uint8Array;
  source: Uint8Array;
}

type Row = readonly [isPackage: 0 | 1, code: number, codeLength: number, source: number, sourceLength: number];
interface Index {
  version: string;
  modules: Record<string, Row>;
}

/** Where an archive lies: part of it at a time. */
export interface ArchiveStore {
  read(position: number, length: number): Uint8Array;
}

/** An archive of modules. `version` is that of the Python whose library it is. */
export function writeArchive(version: string, modules: readonly PackedModule[]): Uint8Array {
  const rows: Record<string, Row> = {};
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { name, isPackage, code, source } of modules) {
    rows[name] = [isPackage ? 1 : 0, at, code.length, at + code.length, source.length];
    parts.push(code, source);
    at += code.length + source.length;
  }
  const index = encodeUtf8(JSON.stringify({ version, modules: rows } satisfies Index));
  const bytes = new Uint8Array(HEAD + index.length + at);
  bytes.set(encodeUtf8(MARK));
  new DataView(bytes.buffer).setUint32(MARK.length, index.length, true);
  bytes.set(index, HEAD);
  let place = HEAD + index.length;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}

/** An archive that lies somewhere; its index is read now. */
export class Archive {
  readonly version: string;
  private readonly rows: ReadonlyMap<string, Row>;
  private readonly start: number;
  private readonly store: ArchiveStore;

  constructor(store: ArchiveStore) {
    this.store = store;
    const head = store.read(0, HEAD);
    const mark = new TextDecoder().decode(head.subarray(0, MARK.length));
    if (mark !== MARK) throw new Error("not a packed library");
    const length = new DataView(head.buffer, head.byteOffset).getUint32(MARK.length, true);
    const index = JSON.parse(new TextDecoder().decode(store.read(HEAD, length))) as Index;
    this.version = index.version;
    this.rows = new Map(Object.entries(index.modules));
    this.start = HEAD + length;
  }

  find(name: string): { isPackage: boolean } | null {
    const row = this.rows.get(name);
    return row === undefined ? null : { isPackage: row[0] === 1 };
  }

  names(): IterableIterator<string> {
    return this.rows.keys();
  }

  /** The marshalled code of a module that is there. */
  code(name: string): Uint8Array {
    const [, code, length] = this.rows.get(name) as Row;
    return this.store.read(this.start + code, length);
  }

  source(name: string): Uint8Array | null {
    const row = this.rows.get(name);
    return row === undefined ? null : this.store.read(this.start + row[3], row[4]);
  }
}
