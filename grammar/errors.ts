// What the front end throws when the source is wrong: plain data, no JavaScript stack.
// The virtual machine turns it into a Python SyntaxError; an embedder reads the fields.

export type SourceErrorKind = "SyntaxError" | "IndentationError" | "TabError";

/** A refusal of the source, with CPython's words. Thrown by the tokenizer, the parser, the symbol table and the code generator. */
export class SourceError {
  constructor(
    readonly kind: SourceErrorKind,
    readonly message: string,
    /** Counts from 1; null when the error is in no line. */
    readonly lineno: number | null,
    /** Column in characters, from 1; 0 or null when there is none, as in `SyntaxError.offset`. */
    readonly offset: number | null,
    readonly endLineno: number | null,
    readonly endOffset: number | null,
    /** The source line with its line end, as in `SyntaxError.text`. */
    readonly text: string | null,
    /** True when more input could make the source right: a prompt then reads on. */
    readonly incomplete = false,
    /** True when the exception's arguments are the message alone, as CPython's symbol table raises it. */
    readonly bare = false,
  ) {}
}

/** The stack that is left does not do for the source: a MemoryError in Python. */
export class TooComplex {
  readonly message = "Parser stack overflowed - Python source too complex to parse";
}

/** Called with each SyntaxWarning that the source earns, and with the error that it is where warnings are errors. */
export type Warn = (category: "SyntaxWarning", message: string, lineno: number, asError: () => SourceError) => void;
