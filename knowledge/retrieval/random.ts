import { finish } from './hash.ts';

const MODULUS = 2147483647;

/**
 * Park and Miller's minimal standard generator: what is learned has to be the same every time.
 * @param seed a whole number from 0; neighbouring ones give unlike sequences
 */
export function seededRandom(seed: number): () => number {
  // small seeds would all begin with small numbers
  let state = (finish(seed) % (MODULUS - 1)) + 1;
  return () => {
    state = (state * 48271) % MODULUS;
    return state / MODULUS;
  };
}

/** Fisher and Yates. */
export function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swap = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = swap;
  }
}
