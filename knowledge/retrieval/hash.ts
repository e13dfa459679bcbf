/** FNV-1a (Fowler, Noll and Vo) over the code units, whose prime this is; the mixing at its end is MurmurHash3's. */
const PRIME = 16777619;
const BASIS = 0x811c9dc5;

/** What a hash of a text starts from; different kinds of features never share one. */
export const hashSeed = (kind: number): number => step(BASIS, kind);

/** The state of a hash after one more code unit: every prefix of a run has its hash on the way to the whole. */
export const step = (state: number, unit: number): number => Math.imul(state ^ unit, PRIME);

/** Ends a hash: spreads its state over all 32 bits. */
export function finish(state: number): number {
  let h = state;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A text as 32 bits: among the fifty thousand features of a language one text in eighty thousand is taken for another,
 * which is far rarer than a misspelling.
 */
export function hashText(text: string, seed: number): number {
  let state = seed;
  for (let i = 0; i < text.length; i++) state = step(state, text.charCodeAt(i));
  return finish(state);
}

/** Numbers hashes in the order in which they come; finds their numbers by open addressing. */
export class HashTable {
  /** By number. */
  readonly hashes: Uint32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** @param hashes each once */
  constructor(hashes: Uint32Array) {
    this.hashes = hashes;
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size).fill(-1);
    hashes.forEach((hash, number) => {
      this.#slots[this.#slotOf(hash)] = number;
    });
  }

  /** @returns the number of a hash, -1 where it is unknown */
  numberOf(hash: number): number {
    return this.#slots[this.#slotOf(hash)] as number;
  }

  /** The slot that holds the hash, or the empty one where it would stand. */
  #slotOf(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number < 0 || this.hashes[number] === hash) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}
