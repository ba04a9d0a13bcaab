// MurmurHash3 (x86, 128 bits) over the UTF-16LE bytes of a string: synchronous, the same in every host, well mixed.
// It tells findings apart; it is no protection against someone who makes collisions on purpose.

const C = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93];
const BODY_ROTATION = [15, 16, 17, 18];
const STATE_ROTATION = [19, 17, 15, 13];
const ADDEND = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17];

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function scramble(word: number, lane: number): number {
  return Math.imul(rotate(Math.imul(word, C[lane]), BODY_ROTATION[lane]), C[(lane + 1) & 3]);
}

/** Adds each lane to the others, so that every bit of the result depends on all of the state. */
function spread(state: Int32Array): void {
  state[0] = state[0] + state[1] + state[2] + state[3];
  for (let lane = 1; lane < 4; lane++) {
    state[lane] = state[lane] + state[0];
  }
}

/** 32 lower-case hex digits, the four 32-bit words of the hash from first to last. */
export function hash128(text: string): string {
  const state = new Int32Array(4);
  const blocks = text.length >> 3;
  // Past the end charCodeAt gives NaN, which `|` turns into zero.
  const word = (unit: number): number => text.charCodeAt(unit) | (text.charCodeAt(unit + 1) << 16);
  for (let block = 0; block < blocks; block++) {
    for (let lane = 0; lane < 4; lane++) {
      const mixed = rotate(state[lane] ^ scramble(word(block * 8 + lane * 2), lane), STATE_ROTATION[lane]);
      state[lane] = Math.imul(mixed + state[(lane + 1) & 3], 5) + ADDEND[lane];
    }
  }
  for (let lane = 0; lane < 4; lane++) {
    state[lane] = state[lane] ^ scramble(word(blocks * 8 + lane * 2), lane) ^ (text.length * 2);
  }
  spread(state);
  for (let lane = 0; lane < 4; lane++) {
    state[lane] = finish(state[lane]);
  }
  spread(state);
  return Array.from(state, (lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
