// The exceptions that natives raise, by kind; see native/errors.ts.
export * from "../native/errors.ts";
