"""format() of numbers: f"{number:,.2f}" and the like."""
from .context import MAX_PREC, getcontext
from .digits import count, text
from .number import make, shown
from .places import at_exponent

# The parts after the fill, in order, and what each may begin with.
_SPEC = (("align", "<>=^"), ("sign", "-+ "), ("z", "z"), ("zero", "0"), ("width", ""), ("comma", ","), ("prec", "."),
         ("type", "eEfFgGn%"))


# Specifications seen so far, taken apart; few programs have many.
_seen = {}


def _spec_parts(spec):
    part = _seen.get(spec)
    if part is None:
        part = _taken_apart(spec)
        if len(_seen) == 50:
            _seen.clear()
        _seen[spec] = part
    return part


def _taken_apart(spec):
    """The parts of a format specification by name, None for what it leaves out."""
    part = {"fill": None}
    at = 0
    if len(spec) > 1 and spec[1] in "<>=^":
        part["fill"] = spec[0]
        at = 1
    for name, choices in _SPEC:
        start = at
        if at < len(spec) and spec[at] in choices:
            at += 1
        if name == "width" or name == "prec" and at > start:
            start = at
            while spec[at:at + 1].isdecimal():
                at += 1
            if name == "prec" and at == start:
                raise ValueError("invalid format string")
        part[name] = spec[start:at] or None
    twice = part["zero"] and part["align"] or part["comma"] and part["type"] == "n"
    huge = max(int(part["width"] or 0), int(part["prec"] or 0)) >= 1 << 63
    if at < len(spec) or twice or huge or (part["width"] or "").startswith("0"):
        raise ValueError("invalid format string")
    return part


def _local(part, given):
    """What points and separators look like: the decimal point, the separator and how many digits a group has."""
    found = {"decimal_point": ".", "thousands_sep": part["comma"] or "", "grouping": [3, 0] if part["comma"] else []}
    if part["type"] == "n":
        from locale import localeconv

        found.update({name: value for name, value in localeconv().items() if name in found})
    if given is not None:
        if not isinstance(given, dict):
            raise TypeError("optional argument must be a dict")
        found.update(given)
    grouping = found["grouping"]
    if isinstance(grouping, str):
        grouping = [ord(size) for size in grouping]
    point, separator = found["decimal_point"], found["thousands_sep"]
    if len(point) != 1 or len(separator) > 1 or any([size > 127 for size in grouping]):
        raise ValueError("invalid override dict")
    return point, separator, list(grouping)


def formatted(value, spec, given=None):
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    context = getcontext()
    part = _spec_parts(spec)
    point, separator, grouping = _local(part, given)
    prec = None if part["prec"] is None else int(part["prec"])
    body = shown(value.copy_abs(), context, False) if value._kind else _body(value, part["type"], prec, context)
    # With z what has been rounded to zero is not negative, though F rounds too late for that.
    vanished = not value._kind and not body.lower().partition("e")[0].strip("0.")
    vanished = part["z"] and vanished and (part["type"] != "F" or not value)
    positive = "" if part["sign"] in (None, "-") else part["sign"]
    sign = "-" if value._sign and not vanished else positive
    suffix = "%" if part["type"] == "%" else ""
    width = int(part["width"] or 0)
    if max(width, prec or 0) > MAX_PREC:
        raise ValueError("format specification exceeds internal limits of _decimal")
    zero = part["zero"] and not value._kind
    if not value._kind:
        whole = body[:len(body) - len(body.lstrip("0123456789"))]
        rest = body[len(whole):].replace(".", point, 1)
        room = width - len(sign) - len(rest) - len(suffix) if zero else 0
        body = _grouped(whole, separator, grouping, room) + rest
    body = sign + body + suffix
    pad = (part["fill"] or " ") * (width - len(body))
    align = part["align"] or ">"
    if align == "<":
        return body + pad
    if align == "^":
        half = len(pad) // 2
        return pad[:half] + body + pad[half:]
    return sign + pad + body[len(sign):] if align == "=" else pad + body


def _body(value, kind, prec, context):
    """The digits of a finite number without its sign."""
    if kind == "%":
        value = make(value._sign, value._digits, value._exp + 2)
    if kind in ("f", "F", "%"):
        if prec is not None:
            value = _rescaled(value, -prec, context)
        elif value._exp > 0:
            value = _rescaled(value, 0, context)
        digits = text(value._digits).rjust(1 - value._exp, "0")
        return digits if value._exp >= 0 else f"{digits[:value._exp]}.{digits[value._exp:]}"
    if kind in ("e", "E"):
        return _scientific(value, kind, prec, context)
    if prec is not None and value and count(value._digits) > max(1, prec):
        value = _rescaled(value, value.adjusted() - max(1, prec) + 1, context)
        if count(value._digits) > max(1, prec):
            value = make(0, value._digits // 10, value._exp + 1)
    body = shown(value.copy_abs(), context, False)
    return body if kind is None else body.upper() if kind == "G" else body.lower()


def _scientific(value, kind, prec, context):
    places = count(value._digits) - 1 if prec is None else prec
    if not value:
        return "0" + ("." + "0" * places if places else "") + f"{kind}{value._exp + places:+d}"
    value = _rescaled(value, value.adjusted() - places, context)
    digits = text(value._digits).ljust(places + 1, "0")
    return digits[0] + ("." + digits[1:places + 1] if places else "") + f"{kind}{value.adjusted():+d}"


def _rescaled(value, exp, context):
    return make(value._sign, at_exponent(value, exp, context.rounding)[0], exp)


def _grouped(digits, separator, grouping, width):
    """A whole number in groups, with zeros before it that make it at least so wide."""
    groups = []
    sizes = [size for size in grouping if size not in (0, 127)] if separator else []
    repeats = bool(grouping) and grouping[-1] != 127
    while sizes:
        size = min(sizes[0], max(len(digits), width, 1))
        groups.append(digits[-size:].rjust(size, "0"))
        digits = digits[:-size]
        width -= size
        if not digits and width <= 0:
            return separator.join(reversed(groups))
        width -= len(separator)
        if len(sizes) > 1 or not repeats:
            sizes = sizes[1:]
    groups.append(digits.rjust(max(width, 1), "0"))
    return separator.join(reversed(groups))
