"""CSV parsing and writing.

This module provides classes that assist in the reading and writing of Comma Separated Value files.
"""

__version__ = "1.0"
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_dialects = {}
_limit = 131072


class Error(Exception):
    pass


def _one_character(name, value, optional):
    if value is None and optional:
        return None
    if not isinstance(value, str):
        kind = type(value).__name__
        raise TypeError(f'"{name}" must be string{" or None" if optional else ""}, not {kind}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class Dialect:
    """CSV dialect: how fields are separated, quoted and escaped."""

    def __new__(cls, dialect=None, **given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        if isinstance(dialect, Dialect) and not given:
            return dialect
        self = super().__new__(cls)
        known = {"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"}
        for name in given:
            if name not in known:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")

        def pick(name, default):
            return given[name] if name in given else getattr(dialect, name, default)

        quoting = pick("quoting", QUOTE_MINIMAL)
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        values = {
            "delimiter": _one_character("delimiter", pick("delimiter", ","), False),
            "escapechar": _one_character("escapechar", pick("escapechar", None), True),
            "quotechar": _one_character("quotechar", pick("quotechar", '"'), True),
            "lineterminator": pick("lineterminator", "\r\n"),
            "doublequote": bool(pick("doublequote", True)),
            "skipinitialspace": bool(pick("skipinitialspace", False)),
            "strict": bool(pick("strict", False)),
            "quoting": quoting,
        }
        if not isinstance(values["lineterminator"], str):
            raise TypeError('"lineterminator" must be a string')
        if quoting != QUOTE_NONE and values["quotechar"] is None:
            if "quotechar" in given or hasattr(dialect, "quotechar"):
                raise TypeError("quotechar must be set if quoting enabled")
        self.__dict__.update(values)
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    __delattr__ = lambda self, name: self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


def register_dialect(name, dialect=None, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **fmtparams)


def unregister_dialect(name):
    """Forgets the name of a dialect."""
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    """The dialect of a name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


def field_size_limit(new_limit=None):
    """The most characters that a field may have; sets it when told to."""
    global _limit
    old = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _limit = new_limit
    return old


# ---- reading ----

_START_RECORD, _START_FIELD, _ESCAPED, _FIELD, _QUOTED, _ESCAPED_QUOTED, _QUOTE_IN_QUOTED, _END_OF_LINE, _AFTER_ESCAPED_END = range(9)
_END = "\0end"


class Reader:
    """Iterates over the rows of what gives lines of text."""

    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row, self._field, self._number = [], [], False
        self._state = _START_RECORD
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _QUOTED:
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)"
                )
            self.line_num += 1
            if self._state == _START_RECORD and self._plain(line):
                return self._row
            for character in line:
                self._take(character)
            self._take(_END)
            if self._state == _START_RECORD:
                return self._row

    def _plain(self, line):
        """A line in which nothing is quoted or escaped is split at once."""
        d = self.dialect
        if d.quoting or d.skipinitialspace or d.escapechar or d.quotechar in line or len(line) > _limit:
            return False
        body = line.rstrip("\r\n")
        if "\r" in body or "\n" in body or len(line) - len(body) > 2:
            return False
        self._row = body.split(d.delimiter) if body else []
        return True

    def _save(self):
        field = "".join(self._field)
        self._row.append(float(field) if self._number else field)
        self._field, self._number = [], False

    def _add(self, character):
        if len(self._field) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._field.append(character)

    def _take(self, c):
        d, state = self.dialect, self._state
        ends = c in ("\n", "\r", _END)
        if state == _START_RECORD:
            if c == _END:
                return
            if ends:
                self._state = _END_OF_LINE
                return
            state = _START_FIELD
        if state == _END_OF_LINE:
            if c == _END:
                self._state = _START_RECORD
            elif not ends:
                raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
        elif state == _START_FIELD:
            if ends:
                self._save()
                self._state = _START_RECORD if c == _END else _END_OF_LINE
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _QUOTED
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == " " and d.skipinitialspace:
                self._state = _START_FIELD
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._number = d.quoting == QUOTE_NONNUMERIC
                self._add(c)
                self._state = _FIELD
        elif state == _ESCAPED:
            if c in ("\n", "\r"):
                self._add(c)
                self._state = _AFTER_ESCAPED_END
            else:
                self._add("\n" if c == _END else c)
                self._state = _FIELD
        elif state in (_FIELD, _AFTER_ESCAPED_END):
            if state == _AFTER_ESCAPED_END and c == _END:
                return
            if ends:
                self._save()
                self._state = _START_RECORD if c == _END else _END_OF_LINE
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
                self._state = _FIELD
        elif state == _QUOTED:
            if c == _END:
                return
            if c == d.escapechar:
                self._state = _ESCAPED_QUOTED
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTED if d.doublequote else _FIELD
            else:
                self._add(c)
        elif state == _ESCAPED_QUOTED:
            self._add("\n" if c == _END else c)
            self._state = _QUOTED
        else:
            if d.quoting != QUOTE_NONE and c == d.quotechar:
                self._add(c)
                self._state = _QUOTED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            elif ends:
                self._save()
                self._state = _START_RECORD if c == _END else _END_OF_LINE
            elif not d.strict:
                self._add(c)
                self._state = _FIELD
            else:
                raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")


def reader(iterable, dialect="excel", /, **fmtparams):
    """An iterator over the rows of an iterable of lines."""
    return Reader(iterable, Dialect(dialect, **fmtparams))


# ---- writing ----


class Writer:
    """Writes rows to what has a write method."""

    def __init__(self, file, dialect):
        if not callable(getattr(file, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        self.dialect = dialect

    def _shown(self, value, alone):
        d = self.dialect
        text = value if isinstance(value, str) else "" if value is None else str(value)
        quoted = (
            d.quoting == QUOTE_ALL
            or d.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)) and not _is_number(value)
            or d.quoting == QUOTE_STRINGS and isinstance(value, str)
            or d.quoting == QUOTE_NOTNULL and value is not None
        )
        parts = []
        for c in text:
            if c in (d.delimiter, d.escapechar, d.quotechar) or c in "\r\n" or c in d.lineterminator:
                escape = d.quoting == QUOTE_NONE
                if not escape and c == d.quotechar:
                    if d.doublequote:
                        parts.append(d.quotechar)
                    else:
                        escape = True
                elif not escape and c == d.escapechar:
                    escape = True
                if not escape:
                    quoted = True
                else:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    parts.append(d.escapechar)
            parts.append(c)
        if alone and not text and d.quoting in (QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL) and not quoted:
            raise Error("single empty field record must be quoted")
        if (alone and not text) or quoted:
            return f"{d.quotechar}{''.join(parts)}{d.quotechar}"
        return "".join(parts)

    def writerow(self, row):
        """Writes a row; answers what write has answered."""
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        shown = [self._shown(value, len(fields) == 1) for value in fields]
        return self._write(self.dialect.delimiter.join(shown) + self.dialect.lineterminator)

    def writerows(self, rows):
        """Writes several rows."""
        for row in rows:
            self.writerow(row)


def _is_number(value):
    return hasattr(type(value), "__float__") or hasattr(type(value), "__index__")


def writer(file, dialect="excel", /, **fmtparams):
    """What writes rows to a file."""
    return Writer(file, Dialect(dialect, **fmtparams))


for _type, _name in ((Reader, "reader"), (Writer, "writer")):
    _type.__name__ = _type.__qualname__ = _name
