// _random: the Mersenne Twister MT19937, whose payload is its 624 words and where it is in them.

import { deallocLeaf } from "../heap/dealloc.ts";
import { alloc, reserve } from "../heap/heap.ts";
import type { PyObject, PyType } from "../heap/object.ts";
import { newRefs, type OwnedValue, type Value } from "../heap/refs.ts";
import { BASETYPE } from "../heap/type.ts";
import { current } from "../host/current.ts";
import { def } from "../native/signature.ts";
import { defineType } from "../objects/define.ts";
import { overflowError, typeError, valueError } from "../objects/errors.ts";
import { asInstanceOf } from "../objects/instance.ts";
import { index, intValue, newInt } from "../objects/int.ts";
import { intFromBytes, intToBytes } from "../objects/numeric/intbits.ts";
import { abs } from "../objects/numeric/intops.ts";
import { bitLength, type Int } from "../objects/numeric/ints.ts";
import { hashOf, slotsOf } from "../objects/protocol.ts";
import { None } from "../objects/singletons.ts";
import { isTuple, newTuple } from "../objects/tuple.ts";
import { defineModule } from "./module.ts";
import { intArgument } from "./natives.ts";

const N = 624;
const M = 397;
/** The words, and behind them the index of the next one. */
type PyRandom = PyObject<Uint32Array>;

function seedWord(state: Uint32Array, seed: number): void {
  state[0] = seed;
  for (let i = 1; i < N; i++) {
    const before = state[i - 1] ^ (state[i - 1] >>> 30);
    state[i] = Math.imul(1812433253, before) + i;
  }
  state[N] = N;
}

function seedWords(state: Uint32Array, key: Uint32Array): void {
  seedWord(state, 19650218);
  let i = 1;
  const mixed = (factor: number): number => {
    const before = state[i - 1] ^ (state[i - 1] >>> 30);
    return state[i] ^ Math.imul(before, factor);
  };
  const forward = (): void => {
    if (++i < N) return;
    state[0] = state[N - 1];
    i = 1;
  };
  for (let k = 0; k < Math.max(N, key.length); k++) {
    const j = k % key.length;
    state[i] = mixed(1664525) + key[j] + j;
    forward();
  }
  for (let k = 1; k < N; k++) {
    state[i] = mixed(1566083941) - i;
    forward();
  }
  state[0] = 0x80000000;
}

/** Makes the next 624 words of the last. */
function renew(state: Uint32Array): void {
  for (let i = 0; i < N; i++) {
    const y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
    state[i] = state[(i + M) % N] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
  state[N] = 0;
}

function nextWord(state: Uint32Array): number {
  if (state[N] >= N) renew(state);
  let y = state[state[N]++];
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return (y ^ (y >>> 18)) >>> 0;
}

/** The int that a seed stands for: its own size, or the hash of what is no int. */
function seedNumber(seed: Value): Int {
  const n = intValue(seed);
  if (n !== undefined) return abs(n);
  const hash = hashOf(seed);
  return hash < 0 ? BigInt.asUintN(64, BigInt(hash)) : hash;
}

function seed(state: Uint32Array, value: Value): void {
  if (value === None) {
    seedWords(state, new Uint32Array((current.entropy(4 * N) ?? clockBytes()).slice().buffer));
    return;
  }
  const n = seedNumber(value);
  const length = 4 * Math.max(1, Math.ceil(bitLength(n) / 32));
  seedWords(state, new Uint32Array(intToBytes(n, length, true, false).slice().buffer));
}

/** Where the host has no random bytes the time has to do. */
const clockBytes = (): Uint8Array => intToBytes(BigInt.asUintN(64, current.clock.now()), 8, true, false);

/** So many random bits as an int; the words are drawn lowest first. */
function randomBits(state: Uint32Array, k: number): Int {
  if (k < 0) throw valueError("number of bits must be non-negative");
  if (k === 0) return 0;
  if (k <= 32) return nextWord(state) >>> (32 - k);
  const words = Math.ceil(k / 32);
  reserve(8 * words);
  const drawn = new Uint32Array(words);
  for (let i = 0; i < words; i++) drawn[i] = nextWord(state);
  if (k % 32 !== 0) drawn[words - 1] >>>= 32 - (k % 32);
  return intFromBytes(new Uint8Array(drawn.buffer), true, false);
}

/** An element of a state as C's unsigned long, or as its long. */
function stateWord(value: Value, signed: boolean): number {
  if (typeof value !== "number" && intValue(value) === undefined) {
    if (!signed || slotsOf(value).index === null)
      throw typeError(signed ? notInteger(value) : "an integer is required");
  }
  const n = index(value);
  if (signed) {
    if (BigInt.asIntN(64, BigInt(n)) !== BigInt(n)) throw overflowError("Python int too large to convert to C long");
    return Number(n);
  }
  if (n < 0) throw overflowError("can't convert negative value to unsigned int");
  if (BigInt.asUintN(64, BigInt(n)) !== BigInt(n))
    throw overflowError("Python int too large to convert to C unsigned long");
  return typeof n === "number" ? n % 2 ** 32 : Number(n & 0xffffffffn);
}

const notInteger = (value: Value): string =>
  `'${typeof value === "number" ? "int" : value.type.value.name}' object cannot be interpreted as an integer`;

function setState(state: Uint32Array, value: Value): void {
  if (!isTuple(value)) throw typeError("state vector must be a tuple");
  if (value.value.length !== N + 1) throw valueError("state vector is the wrong size");
  const words = new Uint32Array(N + 1);
  for (let i = 0; i < N; i++) words[i] = stateWord(value.value[i], false);
  const at = stateWord(value.value[N], true);
  if (at < 0 || at > N) throw valueError("invalid state");
  words[N] = at;
  state.set(words);
}

function stateTuple(state: Uint32Array): OwnedValue {
  const items = newRefs();
  for (const word of state) items.push(newInt(word));
  return newTuple(items);
}

const RandomType: PyType = defineType<PyRandom>({
  name: "Random",
  module: "_random",
  doc: "A generator of random numbers, with a state of its own.",
  flags: BASETYPE,
  madeOnImport: true,
  basicSize: 2520,
  dealloc: deallocLeaf,
  slots: {
    new: (type) => asInstanceOf(alloc(RandomType, new Uint32Array(N + 1), null, 2520), type),
    init(random, args, kwnames) {
      if (kwnames !== null && kwnames.length > 0) throw typeError("Random() takes no keyword arguments");
      if (args.length > 1) throw typeError("Random() requires 0 or 1 argument");
      seed(random.value, args.length === 0 ? None : args[0]);
    },
  },
  methods: [
    def("random($self, /) -> float", "The next float of [0, 1).", ({ value: state }: PyRandom) => {
      const high = nextWord(state) >>> 5;
      return (high * 67108864 + (nextWord(state) >>> 6)) / 9007199254740992;
    }),
    def("seed($self, n=None, /)", "Begins anew, from an int, a hash, or from random bytes.", (random: PyRandom, n) =>
      seed(random.value, n),
    ),
    def("getstate($self, /)", "The state as a tuple of ints.", (random: PyRandom) => stateTuple(random.value)),
    def("setstate($self, state, /)", "Takes back a state that getstate has given.", (random: PyRandom, state) =>
      setState(random.value, state),
    ),
    def("getrandbits($self, k, /)", "An int of k random bits.", (random: PyRandom, k) =>
      newInt(randomBits(random.value, intArgument(k))),
    ),
  ],
});

export default defineModule({
  name: "_random",
  doc: "The Mersenne Twister.",
  types: [RandomType],
});
