import type { Language } from './language.ts';
import { seededRandom } from './random.ts';

/** The share of the words that are written wrongly; of those the share by a systematic misspelling of the language. */
const RATE = 0.4;
const SYSTEMATIC = 0.55;
/** Shorter words are seldom written wrongly. */
const MIN_LENGTH = 3;
/** The share of words of one or two letters that are written together with the next: « langlais », « cest ». */
const GLUED = 0.15;
/** Neighbours on the keyboard of most users. */
const KEY_ROWS = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];

/**
 * Writes words as people do in a hurry: misspelt as they sound, a letter left out, doubled, swapped or of the key beside
 * it, short words glued to the next. What is learned from such examples holds for messages with slips of their own.
 * @param seed the same words with the same seed give the same noise
 */
export function withNoise(words: readonly string[], { slips }: Language, seed: number): string[] {
  const random = seededRandom(seed);
  const noisy = words.map((word) => (word.length < MIN_LENGTH || random() > RATE ? word : misspell(word)));
  const glued: string[] = [];
  for (let i = 0; i < noisy.length; i++) {
    const [word = '', next] = noisy.slice(i, i + 2);
    const isGlued = word.length < MIN_LENGTH && next !== undefined && random() < GLUED;
    glued.push(isGlued ? word + next : word);
    if (isGlued) i++;
  }
  return glued;

  function misspell(word: string): string {
    if (random() > SYSTEMATIC) return slip(word);
    const once = bySound(word);
    return random() < RATE ? bySound(once) : once;
  }

  function bySound(word: string): string {
    const fitting = slips.filter(([pattern]) => pattern.test(word));
    const chosen = fitting[Math.floor(random() * fitting.length)];
    // a word of which nothing would be left stays as it is
    return chosen ? word.replace(...chosen) || word : word;
  }

  function slip(word: string): string {
    if (word.length < 4) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const [before, letter = '', next = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
    const kind = random();
    if (kind < 1 / 3) return before + next + after;
    if (kind < 5 / 9) return before + letter + letter + next + after;
    if (kind < 7 / 9) return before + next + letter + after;
    const row = KEY_ROWS.find((keys) => keys.includes(letter)) ?? letter;
    const neighbours = [row[row.indexOf(letter) - 1], row[row.indexOf(letter) + 1]].filter((key) => key !== undefined);
    return before + (neighbours[Math.floor(random() * neighbours.length)] ?? letter) + next + after;
  }
}
