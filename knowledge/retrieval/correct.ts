import { finish, hashSeed, step } from './hash.ts';

/** Shorter words have too many neighbours to be corrected. */
const MIN_LENGTH = 4;
/** From this length on a word may have two slips. */
const TWO_EDITS_FROM = 8;
/** Deletions are made from the first letters only: longer words differ early enough. */
const PREFIX = 12;
const SEED = hashSeed(7);

/** What a speller is made of, as arrays that can be kept. */
export interface Vocabulary {
  /** Every known word. */
  words: readonly string[];
  /** How often each is used. */
  frequencies: Uint32Array;
  /** For each word and each text that deletions leave of it: hash of the text · 2²⁰ + number of the word, ascending. */
  deletions: Float64Array;
}
/** A vocabulary is far smaller; together with a hash of 32 bits a number is still exact in a double. */
const MAX_WORDS = 2 ** 20;

/**
 * Corrects typing errors against a vocabulary: symmetric deletes (Garbe 2012, SymSpell) find the candidates, the
 * Damerau-Levenshtein distance (optimal string alignment) chooses: one edit, two from eight letters.
 */
export class Speller {
  readonly vocabulary: Vocabulary;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #maxEdits: number;

  /** @param maxEdits the most slips in a word, however long it is */
  constructor(vocabulary: Vocabulary, maxEdits = 2) {
    this.vocabulary = vocabulary;
    this.#numbers = new Map(vocabulary.words.map((word, number) => [word, number]));
    this.#maxEdits = maxEdits;
  }

  /**
   * @param frequencies how often each known word is used; of two equally near ones the more frequent wins
   * @throws RangeError where there are more than a million words
   */
  static of(frequencies: ReadonlyMap<string, number>, maxEdits = 2): Speller {
    const words = [...frequencies.keys()];
    if (words.length > MAX_WORDS) throw new RangeError(`${words.length} words are more than ${MAX_WORDS}`);
    const deletions: number[] = [];
    words.forEach((word, number) => {
      if (word.length < MIN_LENGTH) return;
      for (const rest of deletionsOf(word, allowedEdits(word, maxEdits))) deletions.push(rest * MAX_WORDS + number);
    });
    const vocabulary = {
      words,
      frequencies: Uint32Array.from(frequencies.values()),
      deletions: Float64Array.from(deletions).sort(),
    };
    return new Speller(vocabulary, maxEdits);
  }

  /** Whether the vocabulary has the word as it stands. */
  knows(word: string): boolean {
    return this.#numbers.has(word);
  }

  /** The known word meant by `word`: itself where it is known, too short, a number, or like no other. */
  correct(word: string): string {
    if (word.length < MIN_LENGTH || this.#numbers.has(word) || /\d/.test(word)) return word;
    const { words, frequencies } = this.vocabulary;
    const limit = allowedEdits(word, this.#maxEdits);
    let best = word;
    let bestEdits = limit + 1;
    let bestFrequency = 0;
    const seen = new Set<number>();
    for (const rest of deletionsOf(word, limit))
      for (const number of this.#candidates(rest)) {
        if (seen.has(number)) continue;
        seen.add(number);
        const candidate = words[number] as string;
        const edits = distance(word, candidate);
        const frequency = frequencies[number] as number;
        if (edits > limit || edits > bestEdits || (edits === bestEdits && frequency <= bestFrequency)) continue;
        best = candidate;
        bestEdits = edits;
        bestFrequency = frequency;
      }
    return best;
  }

  /** The numbers of the words that deletions leave this text of. */
  #candidates(rest: number): number[] {
    const { deletions } = this.vocabulary;
    const from = rest * MAX_WORDS;
    let low = 0;
    let high = deletions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((deletions[middle] as number) < from) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let i = low; i < deletions.length && (deletions[i] as number) < from + MAX_WORDS; i++)
      found.push((deletions[i] as number) - from);
    return found;
  }
}

const allowedEdits = (word: string, most: number): number => Math.min(word.length >= TWO_EDITS_FROM ? 2 : 1, most);

/** Hashes of the word's first letters, and of what is left of them after up to `edits` deletions. */
function deletionsOf(word: string, edits: number): Set<number> {
  const length = Math.min(word.length, PREFIX);
  const hashes = new Set<number>();
  const without = (first: number, second: number) => {
    let state = SEED;
    for (let i = 0; i < length; i++) if (i !== first && i !== second) state = step(state, word.charCodeAt(i));
    hashes.add(finish(state));
  };
  without(-1, -1);
  for (let i = 0; edits >= 1 && i < length; i++) {
    without(i, -1);
    for (let j = i + 1; edits >= 2 && j < length; j++) without(i, j);
  }
  return hashes;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], i: number) => row[i] ?? Number.POSITIVE_INFINITY;
