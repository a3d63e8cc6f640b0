// _sre: regular expressions. Lib/re compiles them to code words; sre/ runs them.
import { reserve } from "../heap/heap.ts";
import { drop, type OwnedValue, type Value } from "../heap/refs.ts";
import { def } from "../native/signature.ts";
import { isDict, type PyDict } from "../objects/dict.ts";
import { overflowError, runtimeError, typeError } from "../objects/errors.ts";
import { index, newInt, sizeArgument } from "../objects/int.ts";
import { isList, type PyList } from "../objects/list.ts";
import { newStr } from "../objects/str.ts";
import { argumentName } from "../objects/textargs.ts";
import { isTuple, type PyTuple } from "../objects/tuple.ts";
import { defineModule } from "./module.ts";
import { intArgument, withText } from "./natives.ts";
import { isCasedAscii, isCasedUnicode, lowerAscii, lowerUnicode } from "./sre/chars.ts";
import { MAGIC, MAXGROUPS, MAXREPEAT } from "./sre/codes.ts";
import { newPattern } from "./sre/pattern.ts";
import { Program } from "./sre/program.ts";
import { newTemplate } from "./sre/template.ts";
import { isValid } from "./sre/validate.ts";

/** The code words of a list of ints. */
function wordsOf(list: PyList): Int32Array {
  reserve(4 * list.value.length);
  const words = new Int32Array(list.value.length);
  for (let i = 0; i < words.length; i++) words[i] = wordOf(list.value[i]);
  return words;
}

function wordOf(value: Value): number {
  if (typeof value !== "number" && value.type.value.slots.index === null) throw typeError("an integer is required");
  const n = index(value);
  if (n < 0) throw overflowError("can't convert negative value to unsigned int");
  if (typeof n !== "number" && n >= 2n ** 64n)
    throw overflowError("Python int too large to convert to C unsigned long");
  if (n > MAXREPEAT) throw overflowError("regular expression code size limit exceeded");
  return Number(n) | 0;
}

function wrongType(name: string, expected: string, value: Value): unknown {
  return typeError(`compile() argument '${name}' must be ${expected}, not ${argumentName(value)}`);
}

function compile(
  pattern: Value,
  flagsValue: Value,
  code: Value,
  groupsValue: Value,
  groupIndex: Value,
  indexGroup: Value,
): OwnedValue {
  const flags = intArgument(flagsValue);
  if (!isList(code)) throw wrongType("code", "list", code);
  const groups = sizeArgument(groupsValue);
  if (!isDict(groupIndex)) throw wrongType("groupindex", "dict", groupIndex);
  if (!isTuple(indexGroup)) throw wrongType("indexgroup", "tuple", indexGroup);
  const words = wordsOf(code);
  const made = newPattern(new Program(words), pattern, flags, groups, groupIndex as PyDict, indexGroup as PyTuple);
  if (isValid(words, groups)) return made;
  drop(made);
  throw runtimeError("invalid SRE code");
}

export default defineModule({
  name: "_sre",
  doc: "The engine of regular expressions.",
  functions: [
    withText(
      def(
        "compile($module, /, pattern, flags, code, groups, groupindex, indexgroup)",
        "A pattern of its code words.",
        (_module, pattern, flags, code, groups, groupindex, indexgroup) =>
          compile(pattern, flags, code, groups, groupindex, indexgroup),
      ),
      "($module, /, pattern, flags, code, groups, groupindex,\n        indexgroup)",
    ),
    def(
      "template($module, pattern, template, /)",
      "A template of a list of literals, with the numbers of groups between them.",
      (_module, _pattern, template) => {
        if (!isList(template)) throw typeError(`template() argument 2 must be list, not ${argumentName(template)}`);
        return newTemplate(template);
      },
    ),
    def("getcodesize($module, /) -> int", "Bytes of a code word.", () => 4),
    def("ascii_iscased($module, character, /) -> bool", "Has the ASCII character two cases?", (_module, ch) =>
      isCasedAscii(intArgument(ch)),
    ),
    def("unicode_iscased($module, character, /) -> bool", "Has the character two cases?", (_module, ch) =>
      isCasedUnicode(intArgument(ch)),
    ),
    def("ascii_tolower($module, character, /) -> int", "The ASCII character in small.", (_module, ch) =>
      lowerAscii(intArgument(ch)),
    ),
    def("unicode_tolower($module, character, /) -> int", "The character in small.", (_module, ch) =>
      lowerUnicode(intArgument(ch)),
    ),
  ],
  constants: () => ({
    MAGIC: newInt(MAGIC),
    CODESIZE: newInt(4),
    MAXREPEAT: newInt(MAXREPEAT),
    MAXGROUPS: newInt(MAXGROUPS),
    copyright: newStr(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "),
  }),
});
