// Names of Unicode characters for `\N{...}`. The database is large and not the grammar's: whoever has one installs it.

/** Answers the character, or the sequence, with a name; undefined where there is none. */
export type NameLookup = (name: string) => string | undefined;

let installed: NameLookup = () => undefined;

/** Installs the database for every later parse. It is pure data, the same for all who parse. */
export function installNames(lookup: NameLookup): void {
  installed = lookup;
}

export const lookupName: NameLookup = (name) => installed(name);
