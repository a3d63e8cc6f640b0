# needs: library
# The module ast: dump, unparse, literal_eval, walking and changing trees.
import ast

SOURCE = '''
def f(a, /, b: int = 1, *args, c=2, **kw) -> None:
    """Doc."""
    x, *y = (a, b), [1, *args], {2: 3, **kw}, {4}
    return (yield x) if not y else -x ** 2
@deco(1)
class C[T](B, m=M):
    attr: int = lambda q: q + 1
async def g():
    async with a as b, c: await d
    return [i async for i in j if k]
try: raise E from None
except* (A, B) as err: pass
finally: del a[1:2, ::3], b.c
match p:
    case {"k": [1, *_], **r} | C(x=0) if r: pass
for i in range(3): print(f"{i!r:>{w}} {i}", 'it\\'s', b"x", 1e100, 2j, ..., sep="")
else: global z
x = a and b or not c; y = 1 < 2 <= 3; z = (n := 10); w = a if b else c
type L[T] = list[T]
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=2)[:1500])
print(ast.dump(ast.parse("a.b[c](d, *e, **f)", mode="eval"), include_attributes=True))
print(ast.unparse(tree))
print(ast.unparse(ast.parse(ast.unparse(tree))) == ast.unparse(tree))
for text in ("1", "-1.5", "[1, (2, 'a'), {3: b'c'}, {4}, None, True]", "1 + 2j", "set()"):
    print(ast.literal_eval(text))
for text in ("a", "1 + 2", "f()", "[", "{1: x}", "(" * 300):
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
        print(type(error).__name__, error)


class Swap(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Constant(node.id.upper()), node) if isinstance(node.ctx, ast.Load) else node


class Count(ast.NodeVisitor):
    found = 0

    def visit_Constant(self, node):
        Count.found += 1


changed = ast.fix_missing_locations(Swap().visit(ast.parse("print(a + b, [c])").body[0].value.args[0]))
print(ast.unparse(changed), eval(compile(ast.Expression(changed), "", "eval")))
Count().visit(tree)
print(Count.found, len(list(ast.walk(tree))), [type(n).__name__ for n in ast.iter_child_nodes(tree)][:4])
print(ast.get_source_segment("a = b + c", ast.parse("a = b + c").body[0].value))
print(ast.increment_lineno(ast.parse("x"), 10).body[0].lineno)
print(isinstance(ast.Constant(1), ast.Constant), ast.Constant(1).n if False else ast.Constant(1).value)
