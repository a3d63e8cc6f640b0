// The abstract grammar of Python 3.12's trees, as data: each sum or product, its constructors and
// their fields. The classes of `_ast`, both ways of conversion and the classes' docs come from it.

/** Where the nodes of a kind say that they stand: nowhere, from start to end, or with an end that may be missing. */
type Place = "nowhere" | "span" | "open span";

// A line is one constructor, a product, or the constructors of a sum that have no fields.
const GRAMMAR: readonly (readonly [name: string, place: Place, ...lines: string[]])[] = [
  [
    "mod",
    "nowhere",
    "Module(stmt* body, type_ignore* type_ignores)",
    "Interactive(stmt* body)",
    "Expression(expr body)",
    "FunctionType(expr* argtypes, expr returns)",
  ],
  [
    "stmt",
    "open span",
    "FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)",
    "AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment, type_param* type_params)",
    "ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list, type_param* type_params)",
    "Return(expr? value)",
    "Delete(expr* targets)",
    "Assign(expr* targets, expr value, string? type_comment)",
    "TypeAlias(expr name, type_param* type_params, expr value)",
    "AugAssign(expr target, operator op, expr value)",
    "AnnAssign(expr target, expr annotation, expr? value, int simple)",
    "For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)",
    "While(expr test, stmt* body, stmt* orelse)",
    "If(expr test, stmt* body, stmt* orelse)",
    "With(withitem* items, stmt* body, string? type_comment)",
    "AsyncWith(withitem* items, stmt* body, string? type_comment)",
    "Match(expr subject, match_case* cases)",
    "Raise(expr? exc, expr? cause)",
    "Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)",
    "Assert(expr test, expr? msg)",
    "Import(alias* names)",
    "ImportFrom(identifier? module, alias* names, int? level)",
    "Global(identifier* names)",
    "Nonlocal(identifier* names)",
    "Expr(expr value)",
    "Pass",
    "Break",
    "Continue",
  ],
  [
    "expr",
    "open span",
    "BoolOp(boolop op, expr* values)",
    "NamedExpr(expr target, expr value)",
    "BinOp(expr left, operator op, expr right)",
    "UnaryOp(unaryop op, expr operand)",
    "Lambda(arguments args, expr body)",
    "IfExp(expr test, expr body, expr orelse)",
    "Dict(expr* keys, expr* values)",
    "Set(expr* elts)",
    "ListComp(expr elt, comprehension* generators)",
    "SetComp(expr elt, comprehension* generators)",
    "DictComp(expr key, expr value, comprehension* generators)",
    "GeneratorExp(expr elt, comprehension* generators)",
    "Await(expr value)",
    "Yield(expr? value)",
    "YieldFrom(expr value)",
    "Compare(expr left, cmpop* ops, expr* comparators)",
    "Call(expr func, expr* args, keyword* keywords)",
    "FormattedValue(expr value, int conversion, expr? format_spec)",
    "JoinedStr(expr* values)",
    "Constant(constant value, string? kind)",
    "Attribute(expr value, identifier attr, expr_context ctx)",
    "Subscript(expr value, expr slice, expr_context ctx)",
    "Starred(expr value, expr_context ctx)",
    "Name(identifier id, expr_context ctx)",
    "List(expr* elts, expr_context ctx)",
    "Tuple(expr* elts, expr_context ctx)",
    "Slice(expr? lower, expr? upper, expr? step)",
  ],
  ["expr_context", "nowhere", "Load | Store | Del"],
  ["boolop", "nowhere", "And | Or"],
  [
    "operator",
    "nowhere",
    "Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv",
  ],
  ["unaryop", "nowhere", "Invert | Not | UAdd | USub"],
  ["cmpop", "nowhere", "Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn"],
  ["comprehension", "nowhere", "comprehension(expr target, expr iter, expr* ifs, int is_async)"],
  ["excepthandler", "open span", "ExceptHandler(expr? type, identifier? name, stmt* body)"],
  [
    "arguments",
    "nowhere",
    "arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)",
  ],
  ["arg", "open span", "arg(identifier arg, expr? annotation, string? type_comment)"],
  ["keyword", "open span", "keyword(identifier? arg, expr value)"],
  ["alias", "open span", "alias(identifier name, identifier? asname)"],
  ["withitem", "nowhere", "withitem(expr context_expr, expr? optional_vars)"],
  ["match_case", "nowhere", "match_case(pattern pattern, expr? guard, stmt* body)"],
  [
    "pattern",
    "span",
    "MatchValue(expr value)",
    "MatchSingleton(constant value)",
    "MatchSequence(pattern* patterns)",
    "MatchMapping(expr* keys, pattern* patterns, identifier? rest)",
    "MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)",
    "MatchStar(identifier? name)",
    "MatchAs(pattern? pattern, identifier? name)",
    "MatchOr(pattern* patterns)",
  ],
  ["type_ignore", "nowhere", "TypeIgnore(int lineno, string tag)"],
  [
    "type_param",
    "span",
    "TypeVar(identifier name, expr? bound)",
    "ParamSpec(identifier name)",
    "TypeVarTuple(identifier name)",
  ],
];

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly quantity: "one" | "optional" | "many";
}

/** A class of node that has fields: a constructor of a sum, or a product. */
export interface NodeClass {
  readonly name: string;
  /** The class it is built on: its sum, or AST for a product. */
  readonly base: string;
  readonly doc: string;
  readonly fields: readonly Field[];
  readonly place: Place;
}

export interface Sum {
  readonly name: string;
  readonly doc: string;
  readonly place: Place;
  readonly constructors: readonly NodeClass[];
  /** No constructor has fields: a node is one of a few objects. */
  readonly simple: boolean;
}

export const PLACE_FIELDS: readonly string[] = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

const QUANTITIES = { "": "one", "?": "optional", "*": "many" } as const;

function field(text: string): Field {
  const [, type, mark, name] = /^(\w+)([?*]?) (\w+)$/.exec(text) as RegExpExecArray;
  return { name, type, quantity: QUANTITIES[mark as keyof typeof QUANTITIES] };
}

function nodeClass(doc: string, base: string, place: Place): NodeClass {
  const [, name, fields] = /^(\w+)(?:\((.*)\))?$/.exec(doc) as RegExpExecArray;
  return { name, base, doc, place, fields: fields === undefined ? [] : fields.split(", ").map(field) };
}

const isProduct = (name: string, lines: readonly string[]): boolean => lines[0].startsWith(`${name}(`);

function sum(name: string, place: Place, lines: readonly string[]): Sum {
  const simple = !lines[0].includes("(");
  const docs = simple ? lines[0].split(" | ") : lines;
  const between = simple ? " | " : `\n${" ".repeat(name.length)} | `;
  return {
    name,
    place,
    simple,
    doc: `${name} = ${docs.join(between)}`,
    constructors: docs.map((doc) => nodeClass(doc, name, place)),
  };
}

/** Sums and products, in the order of the grammar. */
export const KINDS: readonly (Sum | NodeClass)[] = GRAMMAR.map(([name, place, ...lines]) =>
  isProduct(name, lines) ? nodeClass(lines[0], "AST", place) : sum(name, place, lines),
);

export const isSum = (kind: Sum | NodeClass): kind is Sum => "constructors" in kind;

/** A sum or product by its name. */
export const kindNamed: ReadonlyMap<string, Sum | NodeClass> = new Map(KINDS.map((kind) => [kind.name, kind]));

/** The classes of nodes, by name. */
export const nodeClasses: ReadonlyMap<string, NodeClass> = new Map(
  KINDS.flatMap((kind) => (isSum(kind) ? kind.constructors : [kind])).map((node) => [node.name, node]),
);
