// The environment as the interpreter itself sees it: that of the host, with what os.putenv has changed.
import { current } from "../host/current.ts";
import { perInstance } from "./state.ts";

/** Null for a variable that has been taken out. */
const changes = perInstance<Map<string, string | null>>({ make: () => new Map(), reset: (map) => map.clear() });

export function environment(name: string): string | undefined {
  const changed = changes().get(name);
  return changed === undefined ? current.env.get(name) : (changed ?? undefined);
}

export const setEnvironment = (name: string, value: string | null): void => void changes().set(name, value);
