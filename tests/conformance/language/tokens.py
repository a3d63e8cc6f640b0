# Sources as tokens, with and without comments and blank lines.
import _tokenize

SOURCES = [
    "x = 1 # c\n\nif x:\n  f\"a{x!r:>{3}}b\"\n",
    "a = (1,\n\n 2) # d\n # e\nb\\\n+1",
    "é = \"日本\" + b\n",
    "if a:\n  b\n    # c\n  # e\nd",
    "# only comment",
    "",
    "\n",
    "x\n  \n",
    "f'''a\nb{c\n}'''\n",
    "f'{{a}}{{'\n",
    "f'\\N{DOT}' rb\"\" R'x'\n",
    "'''a\n b'''; y\n",
    "0777 0x_f 1_0.5e-3j\n",
    "async def f(): await x\n",
    "x = $ ? !\n",
    "(\n",
    "a\\\n",
    "x=1\\ y\n",
    "if x:\n    a\n  b\n",
    "if x:\n\ta\n        b\n",
    "x = \"abc\n",
    "x = '''abc\n",
    "f'{a\n",
    "f'}'\n",
    "0x\n",
    ")]\n",
    "\x01\n",
    "a\0b\n",
]


def lines(source):
    at = 0
    while at < len(source):
        end = source.find("\n", at) + 1 or len(source)
        yield source[at:end]
        at = end


for source in SOURCES:
    # CPython itself stumbles over the end of a source whose last token goes over lines, unless extra tokens are wanted.
    for extra in (True, False) if "'''" not in source and "\\\n" not in source else (True,):
        print(repr(source), extra)
        try:
            for token in _tokenize.TokenizerIter(lines(source).__next__, extra_tokens=extra):
                print("   ", token)
        except SyntaxError as error:
            place = error.lineno, error.offset, error.text, error.end_lineno, error.end_offset
            print("   ", type(error).__name__, error.args, place)

for readline in (lambda: 1, lambda: b"x"):
    try:
        next(_tokenize.TokenizerIter(readline, extra_tokens=True))
    except TypeError as error:
        print(error)
print(next(_tokenize.TokenizerIter(iter([b"a\xe9"]).__next__, encoding="latin-1", extra_tokens=True)))
iterator = _tokenize.TokenizerIter(lambda: "", extra_tokens=True)
print(iter(iterator) is iterator, next(iterator), list(iterator))
