// Bytes to text: encodings as PEP 263 has them, and CPython's words for what is wrong with them.
import { expect, test } from "vitest";
import { decodeSource, SourceError } from "../../grammar/index.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function decoded(source: string, file?: string): string {
  try {
    return decodeSource(bytes(source), file);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return `${error.message} ${error.lineno}`;
  }
}

test.each([
  ["x = 1\n", "x = 1\n"],
  ["\xef\xbb\xbfx\n", "x\n"],
  ["x = '\xc3\xa9'\n", "x = 'é'\n"],
  ["\xef\xbb\xbf# coding: utf-8\nx\n", "# coding: utf-8\nx\n"],
  ["# coding: latin-1\n'\xe9'\n", "# coding: latin-1\n'é'\n"],
  ["#!/x\n# -*- coding: Latin_1 -*-\n'\xe9'\n", "#!/x\n# -*- coding: Latin_1 -*-\n'é'\n"],
  ["# vim: set fileencoding=iso-8859-15 :\n'\xa4'\n", "# vim: set fileencoding=iso-8859-15 :\n'€'\n"],
  ["# coding: cp1252\n'\x80'\n", "# coding: cp1252\n'€'\n"],
  ["# coding: koi8-r\n'\xc1'\n", "# coding: koi8-r\n'а'\n"],
  ["x = 1\n# coding: nope\n", "x = 1\n# coding: nope\n"],
  ["\n\n# coding: nope\n", "\n\n# coding: nope\n"],
])("%j is decoded", (source, text) => {
  expect(decoded(source)).toBe(text);
});

test.each([
  ["\n# coding: nope\n", "unknown encoding: nope 0", "encoding problem: nope 0"],
  [
    "# coding: ascii\nx='\xe9'\n",
    "'ascii' codec can't decode byte 0xe9 in position 19: ordinal not in range(128) 0",
    "encoding problem: ascii 0",
  ],
  [
    "\xef\xbb\xbf# coding: latin-1\nx\n",
    "encoding problem: iso-8859-1 with BOM 0",
    "encoding problem: iso-8859-1 with BOM 0",
  ],
  [
    "x\n\xff\n",
    "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte 2",
    "Non-UTF-8 code starting with '\\xff' in file f.py on line 2, but no encoding declared; " +
      "see https://peps.python.org/pep-0263/ for details 0",
  ],
])("%j is refused", (source, ofBytes, ofFile) => {
  expect(decoded(source)).toBe(ofBytes);
  expect(decoded(source, "f.py")).toBe(ofFile);
});

test("a script holds no null byte", () => {
  expect(decoded("x\ny\0\n", "f.py")).toBe("source code cannot contain null bytes 2");
});
