# Sources as bytes: the encodings that their comments name, and bytes that are none of it.
# needs: library
SOURCES = [
    b"# coding: latin9\nr = '\xa4'\n",
    b"# coding: iso8859_15\nr = '\xa4'\n",
    b"# -*- coding: cp437 -*-\nr = '\x80'\n",
    b"# coding: cp1252\nr = '\x81'\n",
    b"# coding: u8\nr = '\xc3\xa9'\n",
    b"# coding: utf-7\nr = '+AOk-'\n",
    b"# coding: utf-16\nr = 1\n",
    b"# coding: utf-32\nr = 1\n",
    b"# coding: rot13\nr = 1\n",
    b"# coding: nope\nr = 1\n",
    b"\xef\xbb\xbf# coding: UTF8\nr = 1\n",
    b"\xef\xbb\xbfr = 'caf\xe9'\n",
    b"r = 'caf\xe9'\n",
    b"r = '\xf0\x9f\x98'\n",
    b"r = '\xed\xa0\x80'\n",
    b"r = '\\x41\xff'\n",
    b"r = 'a' 'b\xff'\n",
    b"r = '''a\n\xff'''\n",
    b"caf\xe9 = 1\n",
    b"r = 1 # \xff\n",
    b"r = '\xff\n",
]
for source in SOURCES:
    space = {}
    try:
        exec(compile(source, "f.py", "exec"), space)
        print(source, ascii(space["r"]))
    except SyntaxError as e:
        print(source, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text))

for name in ["cjk unified ideograph-4e00", "CJK UNIFIED IDEOGRAPH-4E00", "hangul syllable ga", "latin small letter a"]:
    try:
        print(name, ascii(eval(f"'\\N{{{name}}}'")))
    except SyntaxError as e:
        print(name, e.msg)
