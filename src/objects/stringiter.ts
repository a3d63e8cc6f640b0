// The iterators of str: one for ASCII texts, one for all others. The payload is the str, null at
// the end; `extra` is the position, in units of the text.
import { allocGC } from "../heap/heap.ts";
import type { PyType } from "../heap/object.ts";
import { newRef, type Owned, type OwnedValue, type Value } from "../heap/refs.ts";
import { HAVE_GC, NO_NEW } from "../heap/type.ts";
import { def } from "../native/signature.ts";
import { defineType } from "./define.ts";
import { newInt } from "./int.ts";
import { clearContainer, type PositionIterator, reduceBy, stateIndex, traverseContainer } from "./iterators.ts";
import { charStr, EMPTY_STR, isAsciiStr, isExactStr, newStr, type PyStr, strLength, unitOf, wideOf } from "./str.ts";
import { charIndex } from "./text/codepoints.ts";

export type PyStrIterator = PositionIterator<PyStr>;

/** The position in characters. */
const position = (it: PyStrIterator): number =>
  it.value === null ? 0 : charIndex(it.value.value, it.extra, wideOf(it.value) !== null);

function nextAscii(it: PyStrIterator): OwnedValue | undefined {
  const s = it.value;
  if (s === null) return undefined;
  const i = it.extra;
  if (i < s.value.length) {
    it.extra = i + 1;
    return charStr(s.value.charCodeAt(i));
  }
  clearContainer(it);
  return undefined;
}

function nextCharacter(it: PyStrIterator): OwnedValue | undefined {
  const s = it.value;
  if (s === null || it.extra >= s.value.length || wideOf(s) === null) return nextAscii(it);
  const code = s.value.codePointAt(it.extra) as number;
  if (code <= 0xffff) return nextAscii(it);
  it.extra += 2;
  return newStr(String.fromCodePoint(code));
}

const table = (name: string, next: (it: PyStrIterator) => OwnedValue | undefined): PyType =>
  defineType<PyStrIterator>({
    name,
    flags: HAVE_GC | NO_NEW,
    basicSize: 32,
    traverse: traverseContainer,
    clear: clearContainer,
    plainNext: true,
    slots: { iter: newRef, next },
    methods: [
      def("__length_hint__($self, /)", "How many characters are left.", (it: PyStrIterator) =>
        newInt(it.value === null ? 0 : strLength(it.value) - position(it)),
      ),
      def("__reduce__($self, /)", "What pickle needs to make the iterator again.", (it: PyStrIterator) =>
        reduceBy("iter", () => (it.value === null ? [newRef(EMPTY_STR)] : [newRef(it.value), newInt(position(it))])),
      ),
      def("__setstate__($self, object, /)", "Sets the position.", (it: PyStrIterator, state: Value) => {
        const i = Math.max(0, stateIndex(state));
        if (it.value !== null) it.extra = unitOf(it.value, Math.min(i, strLength(it.value)));
      }),
    ],
  });

export const StrAsciiIteratorType = table("str_ascii_iterator", nextAscii);
export const StrIteratorType = table("str_iterator", nextCharacter);

export const newStrIterator = (s: PyStr): Owned<PyStrIterator> =>
  allocGC<PyStr | null, number>(
    isExactStr(s) && isAsciiStr(s) ? StrAsciiIteratorType : StrIteratorType,
    newRef(s),
    0,
    48,
  );
