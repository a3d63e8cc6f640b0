// The result of a hash function: 64 bits as two int32 words. Functions answer the low one, which is what tables
// use most, and leave the high one here, where it is good until the next hash is computed.

/** The high word of the last hash. */
export let hashHigh = 0;

/** Takes the two words of a hash and answers the low one. -1 is no hash: it becomes -2. */
export function setHash(high: number, low: number): number {
  hashHigh = high;
  return low === -1 && high === -1 ? -2 : low;
}
