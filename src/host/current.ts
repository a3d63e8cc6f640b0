// The host of the instance that runs. The embedding API sets it at its edge, together with the heap.
import type { Host } from "./host.ts";
import { sandboxHost } from "./sandbox.ts";

export let current: Host = sandboxHost();

/** Makes another host the current one; answers the one before. */
export function useHost(next: Host): Host {
  const before = current;
  current = next;
  return before;
}
