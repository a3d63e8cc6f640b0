// Character names: \N{...} to character and back. The table is that of the front end, which reads such names
// in programs; it is handed over when the layers are wired. Sequences of characters with a name are kept here.
import { SEQUENCES } from "./names.gen.ts";

interface CharacterNames {
  /** The character of a name or an alias. */
  lookup(name: string): string | undefined;
  /** The name of a character. */
  nameOf(code: number): string | undefined;
}
let characters: CharacterNames = { lookup: () => undefined, nameOf: () => undefined };
/** Told once, when the layers are wired. */
export const setCharacterNames = (names: CharacterNames): void => {
  characters = names;
};

/** `unicodedata.name(char)`, or undefined. */
export const nameOf = (code: number): string | undefined => characters.nameOf(code);

let sequences: Map<string, string> | null = null;

const loadSequences = (): Map<string, string> =>
  new Map(SEQUENCES.split(",").map((entry) => entry.split("=") as [string, string]));

/** The character of a name or an alias, in any case; sequences of characters only when asked for. */
export function lookupName(name: string, withSequences: boolean): string | undefined {
  const character = characters.lookup(name);
  if (character !== undefined || !withSequences) return character;
  sequences ??= loadSequences();
  return sequences.get(name.toUpperCase());
}
