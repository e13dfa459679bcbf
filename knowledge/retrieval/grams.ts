import { finish, hashSeed, step } from './hash.ts';

/** What letter n-grams' hashes start from, by their length. */
const SEEDS = Array.from({ length: 16 }, (_, length) => hashSeed(100 + length));
const EDGE = ' '.charCodeAt(0);

/**
 * Hashes of the runs of letters inside each word, its edges marked by spaces: what a typing error leaves of a word still
 * matches.
 * @param shortest letters of the shortest run, edges included
 * @param longest letters of the longest run, at most 15
 */
export function letterGrams(words: readonly string[], shortest: number, longest: number): number[] {
  const grams: number[] = [];
  for (const word of words) {
    const edged = word.length + 2;
    for (let start = 0; start + shortest <= edged; start++) {
      let state = SEEDS[0] as number;
      const most = Math.min(longest, edged - start);
      for (let length = 1; length <= most; length++) {
        const at = start + length - 2;
        state = step(state, at < 0 || at >= word.length ? EDGE : word.charCodeAt(at));
        if (length >= shortest) grams.push(finish(state ^ (SEEDS[length] as number)));
      }
    }
  }
  return grams;
}
