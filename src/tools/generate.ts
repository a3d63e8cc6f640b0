// Makes small random Python programs about references: they create, alias, store, delete, slice, unpack,
// loop over, raise with and close over objects, and print counts, identities and values as they go.
// The same seed gives the same program. Statements that may fail catch and print what they raise.

/** Mulberry32: small, fast, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Kind = "list" | "tuple" | "dict" | "object" | "int" | "str" | "func" | "gen" | "ref";
const KINDS: readonly Kind[] = [
  "list",
  "list",
  "tuple",
  "dict",
  "object",
  "object",
  "int",
  "str",
  "func",
  "gen",
  "ref",
];

/** What every program starts with. */
const PRELUDE = `import sys
from _weakref import ref

rc = sys.getrefcount


def show(x, depth=3):
    if isinstance(x, (list, tuple)):
        inner = ", ".join(show(y, depth - 1) for y in x[:5]) if depth else "..."
        return ("[%s]" if isinstance(x, list) else "(%s)") % inner
    if isinstance(x, dict):
        return "{%s}" % (", ".join("%s: %s" % (k, show(v, depth - 1)) for k, v in list(x.items())[:5]) if depth else "...")
    if isinstance(x, (int, str, Thing)) or x is None:
        return repr(x)
    return type(x).__name__


class Thing:
    made = 0

    def __init__(self, *items):
        Thing.made += 1
        self.number = Thing.made
        self.items = list(items)

    def __repr__(self):
        return "T%d" % self.number

    def keep(self, x):
        self.kept = x
        return rc(x)

    def __enter__(self):
        return self.items

    def __exit__(self, *error):
        self.error = error[1]
        return error[0] is KeyError
`;

const FINALIZER = `
    def __del__(self):
        print("~T%d" % self.number)
`;

/** One program's state: the names in scope and what kind of object each is believed to hold. */
class Writer {
  readonly lines: string[] = [];
  private readonly next: () => number;
  private indent = "";
  private names = new Map<string, Kind>();
  /** Names from outside the block being written: it may not run, so they keep what they hold. */
  private fixed = new Set<string>();
  private serial = 0;

  constructor(next: () => number) {
    this.next = next;
  }

  int(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.int(choices.length)];
  }

  private chance(p: number): boolean {
    return this.next() < p;
  }

  private line(text: string): void {
    this.lines.push(this.indent + text);
  }

  /** Writes a block: names made inside are forgotten afterwards, since the block may not have run. */
  private block(head: string, body: () => void): void {
    this.line(head);
    const saved = { indent: this.indent, names: new Map(this.names), fixed: this.fixed };
    this.indent += "    ";
    this.fixed = new Set(this.names.keys());
    body();
    this.indent = saved.indent;
    this.names = saved.names;
    this.fixed = saved.fixed;
  }

  /** A statement that may raise. */
  private attempt(text: string): void {
    this.block("try:", () => this.line(text));
    this.block("except Exception as e:", () => this.line("print(type(e).__name__, e)"));
  }

  private fresh(prefix: string): string {
    this.serial++;
    return `${prefix}${this.serial}`;
  }

  private named(kind?: Kind): string | null {
    const found = [...this.names].filter(([, k]) => kind === undefined || k === kind);
    return found.length > 0 ? this.pick(found)[0] : null;
  }

  /** A name that may be bound anew. */
  private free(): string | null {
    const found = [...this.names.keys()].filter((name) => !this.fixed.has(name));
    return found.length > 0 ? this.pick(found) : null;
  }

  /** Any value: mostly something that has a name already, so that references gather. */
  private value(depth = 2): string {
    const name = this.chance(0.75) ? this.named() : null;
    return name ?? this.make(this.pick(KINDS), depth - 1);
  }

  private items(depth: number): string {
    return Array.from({ length: this.int(3) + 1 }, () => this.value(depth)).join(", ");
  }

  private key(): string {
    return this.pick([
      "0",
      "1",
      "'k'",
      "'x'",
      "(1, 2)",
      "None",
      "1000",
      this.named("str") ?? "'s'",
      this.named("int") ?? "2",
    ]);
  }

  private bound(): string {
    return this.pick(["", "", "0", "1", "2", "-1", "-2", "5"]);
  }

  private slice(): string {
    const step = this.chance(0.25) ? `:${this.pick(["2", "-1"])}` : "";
    return `[${this.bound()}:${this.bound()}${step}]`;
  }

  /** An expression that makes an object of the kind. */
  private make(kind: Kind, depth = 2): string {
    if (depth < 0) return this.pick(["[]", "()", "{}", "Thing()", "1000", "'text here'"]);
    const own = this.named(kind);
    const value = () => this.value(depth);
    const table: Record<Kind, () => string[]> = {
      list: () => [
        `[${this.items(depth)}]`,
        `[${value()}] * ${this.int(3)}`,
        ...(own
          ? [
              `${own}[:]`,
              `${own}${this.slice()}`,
              `[v for v in ${own}]`,
              `(${own} + [${value()}])[:9]`,
              `list(reversed(${own}))`,
            ]
          : []),
      ],
      tuple: () => [
        `(${this.items(depth)},)`,
        `(${value()},) * ${this.int(3)}`,
        ...(own
          ? [`${own}[:]`, `${own}${this.slice()}`, `(${own} + (${value()},))[:9]`, `(*${own}[:3], ${value()})`]
          : []),
      ],
      dict: () => [
        `{${this.key()}: ${value()}, 'z': ${value()}}`,
        `dict.fromkeys('ab', ${value()})`,
        ...(own ? [`dict(${own})`, `{**${own}, 'q': ${value()}}`, `{k: v for k, v in ${own}.items()}`] : []),
      ],
      object: () => [`Thing(${this.items(depth)})`, "Thing()", `Thing(*[${this.items(depth)}])`],
      int: () => [
        "1000",
        "7",
        "int('1000')",
        `rc(${value()})`,
        ...(own ? [`${own} + 1000`, `-${own}`, `${own} + 0`, `${own} * 3 % 10007`] : []),
      ],
      str: () => [
        "''.join(['ab', 'cd'])",
        "'two words'",
        "'name'",
        "str(1000)",
        ...(own ? [`(${own} + '!')[:12]`, `${own}[:]`, `${own}.upper()`] : []),
      ],
      func: () => [`(lambda v=${value()}: v)`, `(lambda: ${value()})`, `(lambda *a: a[:2] + (${value()},))`],
      gen: () => [
        `(v for v in [${this.items(depth)}])`,
        `iter([${this.items(depth)}])`,
        `iter((${this.items(depth)},))`,
      ],
      ref: () => [`ref(${this.named("object") ?? "Thing()"})`],
    };
    return this.pick(table[kind]());
  }

  private bind(name: string, kind: Kind): void {
    this.names.set(name, kind);
  }

  private assign(): void {
    const kind = this.pick(KINDS);
    const name = this.chance(0.4) ? (this.free() ?? this.fresh("n")) : this.fresh("n");
    this.line(`${name} = ${this.make(kind)}`);
    this.bind(name, kind);
  }

  private alias(): void {
    const source = this.named();
    if (!source) {
      this.assign();
      return;
    }
    const [a, b] = [this.fresh("n"), this.fresh("n")];
    const kind = this.names.get(source)!;
    this.line(`${a} = ${this.chance(0.3) ? `${b} = ` : ""}${source}`);
    this.bind(a, kind);
    if (this.lines.at(-1)!.includes(`${b} = `)) this.bind(b, kind);
  }

  private swap(): void {
    const [a, b] = [this.free(), this.free()];
    if (!a || !b) {
      this.assign();
      return;
    }
    this.line(`${a}, ${b} = ${b}, ${a}`);
    const kind = this.names.get(a)!;
    this.bind(a, this.names.get(b)!);
    this.bind(b, kind);
  }

  private forget(): void {
    const name = this.free();
    if (!name || this.names.size < 3) return;
    this.line(`del ${name}`);
    this.names.delete(name);
  }

  private changeList(): void {
    const l = this.named("list");
    if (!l) {
      this.assign();
      return;
    }
    const v = () => this.value();
    const i = this.pick(["0", "-1", "1", "3"]);
    this.attempt(
      this.pick([
        `${l}.append(${v()})`,
        `print(show(${l}.pop()))`,
        `${l}.insert(${i}, ${v()})`,
        `${l}[${i}] = ${v()}`,
        `del ${l}[${i}]`,
        `${l}${this.slice()} = [${this.items(1)}]`,
        `del ${l}${this.slice()}`,
        `${l}.reverse()`,
        `${l}.clear()`,
        `${l} += [${v()}]`,
        `${l}.extend(${l}[:2])`,
        `${l}.remove(${v()})`,
        `${l}[:] = ${l}[:6] * 2`,
        `${l}[0], ${l}[-1] = ${l}[-1], ${l}[0]`,
        `${l}.sort(key=lambda v: show(v))`,
        `print(${l}.count(${v()}))`,
        `print(${l}.index(${v()}))`,
      ]),
    );
  }

  private changeDict(): void {
    const d = this.named("dict");
    if (!d) {
      this.assign();
      return;
    }
    const v = () => this.value();
    this.attempt(
      this.pick([
        `${d}[${this.key()}] = ${v()}`,
        `del ${d}[${this.key()}]`,
        `print(show(${d}.pop(${this.key()}, None)))`,
        `${d}.update(u=${v()})`,
        `print(show(${d}.setdefault(${this.key()}, ${v()})))`,
        `print(show(${d}.popitem()))`,
        `${d}.clear()`,
        `print(show(${d}.get(${this.key()})))`,
        `${d}[${v()}] = ${v()}`,
        `${d} |= {'w': ${v()}}`,
        `print(len(${d}), list(${d})[:3])`,
        `print([rc(v) for v in ${d}.values()])`,
      ]),
    );
  }

  private changeObject(): void {
    const o = this.named("object");
    if (!o) {
      this.assign();
      return;
    }
    const attr = this.pick(["left", "right", "kept"]);
    this.attempt(
      this.pick([
        `${o}.${attr} = ${this.value()}`,
        `del ${o}.${attr}`,
        `print(show(${o}.${attr}))`,
        `${o}.items.append(${this.value()})`,
        `print(${o}.keep(${this.value()}))`,
        `${o}.items = ${this.named("list") ?? "[]"}`,
        `print(rc(${o}.${attr}), rc(${o}))`,
        `${o}.__dict__.pop('${attr}', None)`,
        `print(list(vars(${o})))`,
        `m = ${o}.keep; print(rc(${o})); del m`,
        `setattr(${o}, '${attr}', ${this.value()})`,
        `${o}.${attr}, ${o}.left = ${this.value()}, ${this.value()}`,
      ]),
    );
  }

  private unpack(): void {
    const [a, b] = [this.fresh("n"), this.fresh("n")];
    const source = this.named(this.pick(["list", "tuple"])) ?? `[${this.items(1)}]`;
    const target = this.pick([`${a}, ${b}`, `${a}, *${b}`, `*${a}, ${b}`, `(${a}, *_), ${b}`]);
    this.line(`${a} = ${b} = None`);
    this.attempt(`${target} = ${source}`);
    this.line(`print(show(${a}), show(${b}), rc(${a}), rc(${b}))`);
  }

  private callFunction(): void {
    const f = this.named("func");
    if (!f) {
      this.assign();
      return;
    }
    this.attempt(
      this.pick([
        `print(show(${f}()), rc(${f}))`,
        `print(show(${f}(${this.value()})))`,
        `r = ${f}(); print(rc(r)); del r`,
      ]),
    );
  }

  private advance(): void {
    const g = this.named("gen");
    if (!g) {
      this.assign();
      return;
    }
    this.attempt(
      this.pick([
        `print(show(next(${g}, None)))`,
        `v = next(${g}); print(rc(v)); del v`,
        `print(show(list(${g})))`,
        `print(rc(${g}))`,
      ]),
    );
  }

  private lookWeakly(): void {
    const r = this.named("ref");
    if (!r) {
      this.assign();
      return;
    }
    this.attempt(
      this.pick([
        `print(show(${r}()))`,
        `print(${r}() is None)`,
        `print(${r} is ref(${r}()))`,
        `t = ${r}(); print(rc(t)); del t`,
      ]),
    );
  }

  private define(depth: number): void {
    const f = this.fresh("f");
    const outer = new Map(this.names);
    this.block(`def ${f}(p, q=${this.value()}):`, () => {
      this.names = new Map([...outer, ["p", "list" as Kind], ["q", "object" as Kind]]);
      this.line("print('in', rc(p), rc(q))");
      // A closure reads outer names, but assigning one would make it local: only p, q and fresh names are changed.
      this.names = new Map([
        ["p", "list" as Kind],
        ["q", "object" as Kind],
      ]);
      this.body(this.int(4) + 1, depth - 1);
      const outside = outer.size > 0 ? this.pick([...outer])[0] : "None";
      this.line(
        this.pick(["return p", "return q, p", `return [${outside}]`, "return lambda: (p, q)", `return rc(${outside})`]),
      );
    });
    this.attempt(`print(show(${f}(${this.value()})))`);
    this.attempt(`print(show(${f}(${this.value()}, ${this.value()})), rc(${f}))`);
  }

  private loop(depth: number): void {
    const v = this.fresh("v");
    const source =
      this.pick([this.named("list"), this.named("tuple"), `[${this.items(1)}]`, "range(300, 303)"]) ?? "(1, 2)";
    const slice = source.startsWith("range") ? source : `${source}[:3]`;
    this.block(`for ${v} in ${slice}:`, () => {
      this.line(`print(rc(${v}), show(${v}))`);
      this.body(this.int(2) + 1, depth - 1);
      if (this.chance(0.2)) this.line(this.pick(["break", "continue"]));
    });
  }

  private raise(depth: number): void {
    const x = this.named() ?? "None";
    this.block("try:", () => {
      this.body(1, depth - 1);
      this.line(`raise ${this.pick(["ValueError", "KeyError"])}(${x}, ${this.value()})`);
    });
    this.block("except (ValueError, KeyError) as e:", () => {
      this.line(`print(rc(e), rc(${x}), show(e.args))`);
      if (this.chance(0.3)) this.line("e.__traceback__ = None");
      this.body(1, depth - 1);
    });
    this.line(`print(rc(${x}))`);
  }

  private manage(depth: number): void {
    const o = this.named("object") ?? "Thing()";
    this.block(`with ${o} as m:`, () => {
      this.line("print(rc(m))");
      this.body(1, depth - 1);
      if (this.chance(0.4)) this.line("raise KeyError(m)");
    });
  }

  private probe(): void {
    const [a, b] = [this.named(), this.named()];
    if (!a || !b) {
      this.assign();
      return;
    }
    this.line(
      this.pick([
        `print(rc(${a}), rc(${b}), ${a} is ${b})`,
        `print(show(${a}), rc(${a}))`,
        `print(show([${a}, ${b}]), ${a} is ${b})`,
        `print([rc(v) for v in (${a}, ${b})])`,
      ]),
    );
  }

  private branch(depth: number): void {
    const [a, b] = [this.named() ?? "1", this.named() ?? "2"];
    this.block(`if ${this.pick([`${a} is ${b}`, `rc(${a}) > 3`, `${a}`, `not ${b}`])}:`, () => this.body(1, depth - 1));
    if (this.chance(0.5)) this.block("else:", () => this.body(1, depth - 1));
  }

  body(count: number, depth: number): void {
    for (let i = 0; i < count; i++) {
      const simple = [
        this.assign,
        this.assign,
        this.alias,
        this.swap,
        this.forget,
        this.changeList,
        this.changeList,
        this.changeDict,
        this.changeObject,
        this.changeObject,
        this.unpack,
        this.callFunction,
        this.advance,
        this.lookWeakly,
        this.probe,
        this.probe,
        this.probe,
      ];
      const nested = [this.define, this.loop, this.raise, this.manage, this.branch];
      const before = this.lines.length;
      if (depth > 0 && this.chance(0.3)) this.pick(nested).call(this, depth);
      else this.pick(simple).call(this);
      if (this.lines.length === before) this.line("pass");
    }
  }

  finish(): void {
    for (const name of [...this.names.keys()].slice(0, 8))
      this.line(`print(${JSON.stringify(name)}, show(${name}), rc(${name}))`);
  }
}

/** A program as it is kept: without the definitions that all of them share. */
export interface Draft {
  seed: number;
  /** Things print when they die. */
  loud: boolean;
  body: string;
}

/** The program of a seed. Half of them run at the top level, half inside a function. */
export function draft(seed: number): Draft {
  const writer = new Writer(random(seed));
  const loud = writer.int(4) === 0;
  const inside = writer.int(2) === 0;
  writer.body(3, 0);
  writer.body(8 + writer.int(9), 2);
  writer.finish();
  const lines = inside ? ["def main():", ...writer.lines.map((line) => `    ${line}`), "", "", "main()"] : writer.lines;
  return { seed, loud, body: lines.join("\n") };
}

/** The whole text of a program. */
export const text = ({ loud, body }: Draft): string => `${PRELUDE}${loud ? FINALIZER : ""}\n\n${body}\n`;
