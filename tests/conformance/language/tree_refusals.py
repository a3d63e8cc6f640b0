# What may not be a node, and what trees may not be compiled.
from _ast import *

HERE = dict(lineno=1, col_offset=0, end_lineno=1, end_col_offset=0)


def attempt(make):
    try:
        print("made", type(make()).__name__)
    except (TypeError, ValueError, SyntaxError, OverflowError, RecursionError, SystemError) as error:
        print(type(error).__name__, error)


def place(node):
    stack = [node]
    while stack:
        node = stack.pop()
        for name in node._attributes:
            if name not in vars(node):
                setattr(node, name, HERE[name])
        for name in node._fields:
            value = getattr(node, name, None)
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, AST):
                    stack.append(child)
    return node


def expr(node):
    tree = Expression(node)
    place(tree)
    attempt(lambda: compile(tree, "<tree>", "eval"))


def stmt(*nodes):
    tree = Module(list(nodes), [])
    place(tree)
    attempt(lambda: compile(tree, "<tree>", "exec"))


def pattern(node):
    stmt(Match(Constant(1), [match_case(node, None, [Pass()])]))


x, store = Name("x", Load()), Name("x", Store())
attempt(lambda: Name(1, 2, 3))
attempt(lambda: Name(1, id=3))
attempt(lambda: Load(1))
attempt(lambda: AST(a=1))
attempt(lambda: compile(Module(body=1), "", "exec"))
attempt(lambda: compile(Module([Expr(x)], []), "", "exec"))
attempt(lambda: compile(Module([1], []), "", "exec"))
attempt(lambda: compile(Module([None], []), "", "exec"))
attempt(lambda: compile(Module([Expr(**HERE)], []), "", "exec"))
attempt(lambda: compile(Module([Expr(None, **HERE)], []), "", "exec"))
attempt(lambda: compile(Module([], []), "", "eval"))
attempt(lambda: compile(Expr(), "", "exec"))
attempt(lambda: compile(Module([Expr(x, lineno="a", col_offset=0)], []), "", "exec"))
attempt(lambda: compile(Module([Expr(x, lineno=10**10, col_offset=0)], []), "", "exec"))
attempt(lambda: compile(Module([Expr(Constant(1, **HERE), lineno=5, col_offset=0, end_lineno=3)], []), "", "exec"))
attempt(lambda: compile(Interactive([]), "", "single"))
expr(Name(1, Load()))
expr(Name("None", Load()))
expr(Name("a", 1))
expr(Constant([]))
expr(Constant((1, (2, frozenset([3])))))
expr(Constant(1, kind=3))
expr(BoolOp(And(), [x]))
expr(BoolOp(And(), [x, None]))
expr(Compare(x, [Eq()], []))
expr(Compare(x, [Eq(), Lt()], [x]))
expr(Dict([None], []))
expr(Dict([None, x], [x, x]))
expr(ListComp(x, []))
expr(ListComp(x, [comprehension(x, x, [], 0)]))
expr(store)
expr(NamedExpr(Attribute(x, "y", Store()), x))
expr(Starred(x, Load()))
expr(Call(x, [None], []))
expr(Lambda(arguments([], [arg("x")], None, [], [], None, [x, x]), x))
expr(Lambda(arguments([], [], None, [arg("x")], [], None, []), x))
stmt(Assign([], x))
stmt(Assign([x], x))
stmt(Delete([]))
stmt(Delete([x]))
stmt(For(store, x, [], []))
stmt(If(x, [Pass()], [None]))
stmt(With([], [Pass()]))
stmt(Raise(None, x))
stmt(Try([Pass()], [], [], []))
stmt(Try([Pass()], [], [Pass()], [Pass()]))
stmt(TryStar([Pass()], [ExceptHandler(None, None, [])], [], []))
stmt(Import([]))
stmt(ImportFrom("a", [alias("b")], -1))
stmt(Global([]))
stmt(AnnAssign(Attribute(x, "a", Store()), x, None, 1))
stmt(AnnAssign(Tuple([], Store()), x, None, 0))
stmt(TypeAlias(x, [], x))
stmt(Match(x, []))
stmt(Return(x))
pattern(MatchValue(x))
pattern(MatchValue(Constant(True)))
pattern(MatchSingleton(1))
pattern(MatchStar("x"))
pattern(MatchSequence([MatchStar("_")]))
pattern(MatchMapping([Constant(1)], [], None))
pattern(MatchMapping([], [], "_"))
pattern(MatchClass(Constant(1), [], [], []))
pattern(MatchClass(x, [], ["a"], []))
pattern(MatchAs(MatchAs(), None))
pattern(MatchOr([MatchAs()]))
deep = x
for _ in range(2000):
    deep = UnaryOp(Not(), deep)
place(Expression(deep))
attempt(lambda: compile(Expression(deep), "", "eval"))
while type(deep) is UnaryOp:
    deep = deep.operand
del place


# Trees that programs make or change run as sources do.
tree = compile("total = sum(i * i for i in range(4))", "<tree>", "exec", PyCF_ONLY_AST)
tree.body[0].targets[0].id = "other"
tree.body.append(Expr(Constant("unused", **HERE), **HERE))
space = {}
exec(compile(tree, "<tree>", "exec"), space)
print(space["other"])


class MyName(Name):
    pass


print(eval(compile(Expression(MyName("space", Load(), **HERE)), "<tree>", "eval")) is space)
