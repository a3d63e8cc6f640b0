// Case mappings of whole texts: Unicode's full mappings, in which a character may become several,
// and in which a capital sigma at the end of a word becomes a final one. `wide` is as in codepoints.ts.
import { codeAt, isAscii } from "./codepoints.ts";
import { checkLength } from "./search.ts";
import { isCased, isCaseIgnorable, isLower, isUpper } from "./unicode.ts";
import { type CaseMap, foldMap, lowerMap, titleMap, upperMap } from "./unicodedb.ts";

const SIGMA = 0x3a3;

export function upper(text: string, wide: boolean): string {
  return isAscii(text) ? text.toUpperCase() : mapAll(text, wide, upperMap());
}

export function lower(text: string, wide: boolean): string {
  if (isAscii(text)) return text.toLowerCase();
  const map = lowerMap();
  return mapEach(text, wide, (code, at) => lowerAt(text, at, code, wide, map));
}

export function casefold(text: string, wide: boolean): string {
  return isAscii(text) ? text.toLowerCase() : mapAll(text, wide, foldMap());
}

export function swapcase(text: string, wide: boolean): string {
  return mapEach(text, wide, (code, at) => {
    if (isUpper(code)) return lowerAt(text, at, code, wide, lowerMap());
    return isLower(code) ? upperMap().get(code) : undefined;
  });
}

export function title(text: string, wide: boolean): string {
  let inWord = false;
  return mapEach(text, wide, (code, at) => {
    const mapped = inWord ? lowerAt(text, at, code, wide, lowerMap()) : titleMap().get(code);
    inWord = isCased(code);
    return mapped;
  });
}

export function capitalize(text: string, wide: boolean): string {
  return mapEach(text, wide, (code, at) =>
    at === 0 ? titleMap().get(code) : lowerAt(text, at, code, wide, lowerMap()),
  );
}

/** `change` answers what the code point at a unit index becomes, or undefined where it stays. */
function mapEach(text: string, wide: boolean, change: (code: number, at: number) => string | undefined): string {
  let result = "";
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    const mapped = change(code, i);
    const end = code > 0xffff ? i + 2 : i + 1;
    if (mapped !== undefined) {
      checkLength(result.length + text.length - i);
      result += text.slice(copied, i) + mapped;
      copied = end;
    }
    i = end - 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

const mapAll = (text: string, wide: boolean, map: CaseMap): string => mapEach(text, wide, (code) => map.get(code));

function lowerAt(text: string, at: number, code: number, wide: boolean, map: CaseMap): string | undefined {
  if (code === SIGMA) return isFinalSigma(text, at, wide) ? "\u03c2" : "\u03c3";
  return map.get(code);
}

/** A sigma is final after a cased character and not before one; ignorable characters between do not count. */
function isFinalSigma(text: string, at: number, wide: boolean): boolean {
  let i = at - 1;
  for (; i >= 0; i--) {
    const code = codeBefore(text, i, wide);
    if (!isCaseIgnorable(code)) break;
    if (code > 0xffff) i--;
  }
  if (i < 0 || !isCased(codeBefore(text, i, wide))) return false;
  for (i = at + 1; i < text.length; i++) {
    const code = codeAt(text, i, wide);
    if (!isCaseIgnorable(code)) return !isCased(code);
    if (code > 0xffff) i++;
  }
  return true;
}

/** The code point whose last unit is at `unit`. */
function codeBefore(text: string, unit: number, wide: boolean): number {
  const last = text.charCodeAt(unit);
  if (!wide || (last & 0xfc00) !== 0xdc00 || unit === 0) return last;
  const code = text.codePointAt(unit - 1)!;
  return code > 0xffff ? code : last;
}
