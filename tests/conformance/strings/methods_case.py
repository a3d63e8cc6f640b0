# Case, tests of kinds, and what they answer at the edges.
words = ["", "abc", "ABC", "Abc Def", "aBC dEF", "123", "a1", " ", "\t\n", "ß", "ÀÉ", "ǆ", "ŉ", "İ", "Σας", "x_y", "1a", "é", "²", "½", "٣", "日本"]
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.swapcase(), w.capitalize(), w.casefold())
    print("".join("01"[f()] for f in (w.isupper, w.islower, w.istitle, w.isalpha, w.isdigit, w.isdecimal, w.isnumeric,
                                      w.isalnum, w.isspace, w.isidentifier, w.isprintable, w.isascii)))
