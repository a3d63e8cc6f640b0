// What a start-up snapshot is good for: the node that made it, started with the same flags.
import { ENGINE_FLAGS } from "./engine.ts";

export const snapshotKey = (): string => [process.version, process.platform, process.arch, ...ENGINE_FLAGS].join(" ");
