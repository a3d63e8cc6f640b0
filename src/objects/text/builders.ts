// Collects what a codec writes: characters into a text, bytes into an array that grows.
import { memoryError } from "../errors.ts";

const CHUNK = 4096;

/** Builds a text and knows whether it is wide. */
export class TextBuilder {
  private text = "";
  private units: number[] = [];
  wide = false;

  code(code: number): void {
    if (code > 0xffff) {
      this.wide = true;
      this.units.push(0xd7c0 + (code >> 10), 0xdc00 | (code & 0x3ff));
    } else this.units.push(code);
    if (this.units.length >= CHUNK) this.flush();
  }

  /** Text in which a pair is one character. */
  add(text: string): void {
    this.flush();
    this.text += text;
    this.wide ||= /[\ud800-\udbff][\udc00-\udfff]/.test(text);
  }

  private flush(): void {
    if (this.units.length === 0) return;
    this.text += String.fromCharCode.apply(null, this.units);
    this.units = [];
  }

  finish(): string {
    this.flush();
    return this.text;
  }
}

const MAX_BYTES = 2 ** 32;

export class ByteBuilder {
  private bytes: Uint8Array;
  private length = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(expected + 8);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    if (this.length + more >= MAX_BYTES) throw memoryError();
    const larger = new Uint8Array(Math.min(MAX_BYTES, (this.length + more) * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  add(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
