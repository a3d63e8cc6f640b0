// Texts that CPython keeps as UTF-8 beside the str, such as the names and docstrings of classes:
// they must be encodable.
import { type PyStr, wideOf } from "./str.ts";
import { type EncodeHandler, encodeHandler } from "./text/codecerrors.ts";
import { nativeCodec } from "./text/codecs.ts";
import { codecException } from "./unicodeerror.ts";

/** Raises UnicodeEncodeError for a text with lone surrogates. */
export function checkEncodable(text: PyStr): void {
  if (!/[\ud800-\udfff]/.test(text.value)) return;
  try {
    nativeCodec("utf-8")?.encode(text.value, wideOf(text) !== null, encodeHandler("strict") as EncodeHandler);
  } catch (e) {
    throw codecException(e, text);
  }
}
