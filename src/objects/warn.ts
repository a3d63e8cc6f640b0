// Warnings of natives of this folder; the warnings module, far above it, issues them.

type Warner = (category: string, message: string) => void;
let warner: Warner = () => {};
/** Told once, when the layers are wired. */
export const setObjectWarner = (f: Warner): void => {
  warner = f;
};

/** Issues a warning of a builtin class about the Python code that has called. It may raise. */
export const warn = (category: string, message: string): void => warner(category, message);

/** A conversion has answered an instance of a subclass, which CPython is to refuse one day. */
export const warnSubclass = (method: string, kind: string, typeName: string): void =>
  warn(
    "DeprecationWarning",
    `${method} returned non-${kind} (type ${typeName}).  The ability to return an instance of a strict subclass of ${kind} is deprecated, and may be removed in a future version of Python.`,
  );
