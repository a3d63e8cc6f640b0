// Sockets inside one process: pairs whose ends hand bytes to each other. There is no network, so
// nothing else can be connected. An end is known by the number of its file descriptor.
import { perInstance } from "./state.ts";

/** The first number that a socket gets: files of the host have smaller ones. */
const FIRST = 1024;
/** Bytes that an end takes before it asks the writer to wait, as a pair of Linux does. */
export const CAPACITY = 212_992;

export class End {
  readonly number: number;
  readonly family: number;
  readonly type: number;
  readonly proto: number;
  /** What has arrived and has not been read. */
  chunks: Uint8Array[] = [];
  waiting = 0;
  /** The other end; null when nothing is connected, or when it has been closed. */
  peer: End | null = null;
  connected = false;
  /** Nothing more will be read here, or written here. */
  readShut = false;
  writeShut = false;

  constructor(number: number, family: number, type: number, proto: number) {
    this.number = number;
    this.family = family;
    this.type = type;
    this.proto = proto;
  }

  get readable(): boolean {
    return this.waiting > 0 || this.ended;
  }
  /** Will nothing more arrive? */
  get ended(): boolean {
    return this.readShut || (this.connected && (this.peer === null || this.peer.writeShut));
  }
  get writable(): boolean {
    return !this.connected || this.peer === null || this.peer.waiting < CAPACITY;
  }
}

const ends = perInstance<Map<number, End>>({ make: () => new Map(), reset: (map) => map.clear() });

export const endOf = (number: number): End | undefined => ends().get(number);

export function newEnd(family: number, type: number, proto: number): End {
  const open = ends();
  let number = FIRST;
  while (open.has(number)) number++;
  const end = new End(number, family, type, proto);
  open.set(number, end);
  return end;
}

export function connect(a: End, b: End): void {
  a.peer = b;
  b.peer = a;
  a.connected = b.connected = true;
}

export function closeEnd(number: number): boolean {
  const end = ends().get(number);
  if (end === undefined) return false;
  ends().delete(number);
  if (end.peer !== null) end.peer.peer = null;
  end.peer = null;
  return true;
}

/** Hands bytes to the other end; answers how many it has taken. */
export function transmit(peer: End, bytes: Uint8Array): number {
  const taken = bytes.subarray(0, Math.max(0, CAPACITY - peer.waiting)).slice();
  if (taken.length > 0) peer.chunks.push(taken);
  peer.waiting += taken.length;
  return taken.length;
}

/** Takes what has arrived, up to so many bytes; with `peek` it stays. A datagram comes whole, and alone. */
export function receive(end: End, count: number, peek: boolean, datagrams: boolean): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = count;
  let used = 0;
  for (const chunk of end.chunks) {
    if (left === 0) break;
    parts.push(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
    used++;
    if (datagrams) break;
  }
  const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  if (!peek) consume(end, parts, used, datagrams);
  return out;
}

function consume(end: End, parts: readonly Uint8Array[], used: number, datagrams: boolean): void {
  const last = parts[parts.length - 1];
  const whole = end.chunks.splice(0, used);
  for (const chunk of whole) end.waiting -= chunk.length;
  const rest = used === 0 || datagrams ? null : whole[used - 1].subarray(last.length);
  if (rest === null || rest.length === 0) return;
  end.chunks.unshift(rest);
  end.waiting += rest.length;
}
