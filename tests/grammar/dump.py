# Writes trees as tests/grammar/dump.ts does: ast.dump(include_attributes=True), with constants in a form that leaves no
# question of formatting.
import ast
import struct


def quote(text):
    # A surrogate pair made of two escapes is one character on the other side.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return "'" + "".join(
        f"\\{{{ord(c):x}}}" if ord(c) < 32 or ord(c) > 126 or c in "'\\" else c for c in text
    ) + "'"


def double(value):
    return struct.pack(">d", value).hex()


def constant(value):
    match value:
        case None | True | False:
            return repr(value)
        case bool():
            return repr(value)
        case int():
            return f"int({value:#x})"
        case float():
            return f"float({double(value)})"
        case complex():
            return f"complex({double(value.imag)})"
        case str():
            return quote(value)
        case bytes():
            return f"bytes({value.hex()})"
    return "Ellipsis"


def dump(root):
    """The text of a tree, made with a stack of pieces: trees can be deep."""
    output, stack = [], [root]
    while stack:
        item = stack.pop()
        if isinstance(item, tuple):
            output.append(item[0])
        elif isinstance(item, list):
            stack.append(("]",))
            for i in range(len(item) - 1, -1, -1):
                stack.append(item[i])
                if i:
                    stack.append((", ",))
            stack.append(("[",))
        elif isinstance(item, ast.AST):
            parts = []
            for field in item._fields:
                value = getattr(item, field)
                if isinstance(item, (ast.Constant, ast.MatchSingleton)) and field == "value":
                    value = (constant(value),)
                if value is not None:
                    parts.append((field, value))
            for field in item._attributes:
                parts.append((field, (str(getattr(item, field)),)))
            stack.append((")",))
            for i in range(len(parts) - 1, -1, -1):
                stack.append(parts[i][1])
                stack.append(((", " if i else "") + parts[i][0] + "=",))
            stack.append((type(item).__name__ + "(",))
        elif isinstance(item, str):
            output.append(quote(item))
        else:
            output.append(str(item))
    return "".join(output)
