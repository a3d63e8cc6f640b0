// What a start-up snapshot is good for: the node that made it, started with the same flags.

/** The JavaScript stack, in KiB: what is left of the usual 8 MiB when native code has its share. */
export const STACK_KIB = 7400;

export const SNAPSHOT_FLAGS: readonly string[] = [`--stack-size=${STACK_KIB}`, "--no-concurrent-osr"];

export const snapshotKey = (): string => [process.version, process.platform, process.arch, ...SNAPSHOT_FLAGS].join(" ");
