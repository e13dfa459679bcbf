import { letterGrams } from '../grams.ts';
import { HashTable } from '../hash.ts';
import { countRows, type SparseRows, transposed } from './sparseRows.ts';
import { numberIn, type Texts } from './texts.ts';

/** Letters of an n-gram, the edges of a word included. Runs of four, or of several lengths, rank real questions no better. */
const LETTERS = 3;
/** A word is like another from this share of common n-grams on (Dice), and so many words at most are. */
const ALIKE = 0.5;
const MAX_ALIKE = 4;
/** How many postings are read to find them, those of rare n-grams first. */
const MAX_READ = 8192;
const UNKNOWN = -1;

/** A known word that looks like another, and how much, 0 to 1. */
export interface Lookalike {
  word: number;
  likeness: number;
}

/**
 * Letter trigrams: how like a document's utterances are to what was typed, and which words look like one that nobody used.
 * They are kept by word, as there are far fewer words than there is said with them.
 */
export class LetterIndex {
  readonly #texts: Texts;
  readonly #numbers: HashTable;
  /** By word its n-grams, each once; and the same by n-gram. */
  readonly #grams: SparseRows;
  readonly #words: SparseRows;
  /** By n-gram: inverse utterance frequency; and that of one that no utterance has. */
  readonly #rarity: Float64Array;
  readonly #rarityUnseen: number;
  /** By utterance: of its tf-idf vector. */
  readonly #lengths: Float32Array;
  /** Used again for each query, and cleared after it: by n-gram, by word, by word. */
  readonly #asked: Float64Array;
  readonly #shares: Float64Array;
  readonly #common: Uint16Array;

  constructor(texts: Texts) {
    const { vocabulary, utterances } = texts;
    const numbers = new Map<number, number>();
    const rows = vocabulary.map((word) => gramsOf(word).map((hash) => numberIn(numbers, hash)));
    this.#texts = texts;
    this.#numbers = new HashTable(Uint32Array.from(numbers.keys()));
    this.#grams = countRows(vocabulary.length, numbers.size, (word, tell) => (rows[word] as number[]).forEach(tell));
    this.#words = transposed(this.#grams, numbers.size, MAX_READ);
    const size = utterances.length - 1;
    const rarityOf = (frequency: number) => Math.log((1 + size) / (1 + frequency)) + 1;
    this.#rarity = Float64Array.from(this.#frequencies(numbers.size), rarityOf);
    this.#rarityUnseen = rarityOf(0);
    this.#asked = new Float64Array(numbers.size);
    this.#lengths = this.#lengthsOf(size);
    this.#shares = new Float64Array(vocabulary.length).fill(UNKNOWN);
    this.#common = new Uint16Array(vocabulary.length);
  }

  /** For each of some documents the cosine of what was typed and the utterance that is most like it: 0 to 1. */
  nearest(typed: readonly string[], documents: readonly number[]): number[] {
    const { words, utterances, documents: starts } = this.#texts;
    const { starts: gramStarts, columns: grams } = this.#grams;
    const lengths = this.#lengths;
    const shares = this.#shares;
    const asked = this.#asked;
    const seen: number[] = [];
    const shareOf = (word: number): number => {
      let share = 0;
      const end = gramStarts[word + 1] as number;
      for (let i = gramStarts[word] as number; i < end; i++) share += asked[grams[i] as number] as number;
      shares[word] = share;
      seen.push(word);
      return share;
    };

    const { length, set } = this.#ask(typed);
    const cosines = documents.map((document) => {
      let most = 0;
      const last = starts[document + 1] as number;
      for (let u = starts[document] as number; u < last; u++) {
        let product = 0;
        const end = utterances[u + 1] as number;
        for (let i = utterances[u] as number; i < end; i++) {
          const word = words[i] as number;
          const share = shares[word] as number;
          product += share === UNKNOWN ? shareOf(word) : share;
        }
        most = Math.max(most, product / ((lengths[u] as number) * length || 1));
      }
      return Math.min(1, most);
    });
    for (const word of seen) shares[word] = UNKNOWN;
    for (const gram of set) asked[gram] = 0;
    return cosines;
  }

  /** Words that look like one that nobody used, the likest first. */
  lookalikes(word: string): Lookalike[] {
    const { starts, columns } = this.#words;
    const lengthOf = ({ starts: of }: SparseRows, row: number) => (of[row + 1] as number) - (of[row] as number);
    const grams = this.#gramsOf(word);
    const known = grams.filter((gram) => gram >= 0).sort((a, b) => lengthOf(this.#words, a) - lengthOf(this.#words, b));
    const common = this.#common;
    const seen: number[] = [];
    let left = MAX_READ;
    for (const gram of known) {
      left -= lengthOf(this.#words, gram);
      if (left < 0) break;
      const end = starts[gram + 1] as number;
      for (let i = starts[gram] as number; i < end; i++) {
        const other = columns[i] as number;
        if (common[other] === 0) seen.push(other);
        common[other] = (common[other] as number) + 1;
      }
    }
    const likenessOf = (other: number) =>
      (2 * (common[other] as number)) / (grams.length + lengthOf(this.#grams, other));
    const found = seen
      .map((other): Lookalike => ({ word: other, likeness: likenessOf(other) }))
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness || a.word - b.word)
      .slice(0, MAX_ALIKE);
    for (const other of seen) common[other] = 0;
    return found;
  }

  /**
   * Sets what each n-gram adds to the product of an utterance and what was typed.
   * @returns the length of the vector of what was typed, and which n-grams were set
   */
  #ask(typed: readonly string[]): { length: number; set: number[] } {
    const asked = this.#asked;
    const set: number[] = [];
    let squares = 0;
    for (const word of typed)
      for (const gram of this.#gramsOf(word)) {
        if (gram < 0) squares += this.#rarityUnseen ** 2;
        else if (asked[gram] === 0) set.push(gram);
        if (gram >= 0) asked[gram] = (asked[gram] as number) + 1;
      }
    for (const gram of set) {
      const rarity = this.#rarity[gram] as number;
      const weight = (asked[gram] as number) * rarity;
      squares += weight ** 2;
      asked[gram] = weight * rarity;
    }
    return { length: Math.sqrt(squares), set };
  }

  /** The numbers of a word's n-grams, each once; -1 for those that no word has. */
  #gramsOf(word: string): number[] {
    return gramsOf(word).map((hash) => this.#numbers.numberOf(hash));
  }

  /** In how many utterances each n-gram stands. */
  #frequencies(grams: number): Uint32Array {
    const frequencies = new Uint32Array(grams);
    const lastIn = new Int32Array(grams).fill(-1);
    this.#walk((gram, utterance) => {
      if (lastIn[gram] === utterance) return;
      lastIn[gram] = utterance;
      frequencies[gram] = (frequencies[gram] as number) + 1;
    });
    return frequencies;
  }

  /** The lengths of the utterances' vectors. */
  #lengthsOf(size: number): Float32Array {
    const squares = new Float32Array(size);
    const counts = new Float64Array(this.#rarity.length);
    const lastIn = new Int32Array(counts.length).fill(-1);
    this.#walk((gram, utterance) => {
      const count = lastIn[gram] === utterance ? (counts[gram] as number) : 0;
      lastIn[gram] = utterance;
      counts[gram] = count + 1;
      // from count² to (count + 1)²
      squares[utterance] = (squares[utterance] as number) + (2 * count + 1) * (this.#rarity[gram] as number) ** 2;
    });
    return squares.map(Math.sqrt);
  }

  /** Visits the n-grams of all utterances. */
  #walk(visit: (gram: number, utterance: number) => void): void {
    const { words, utterances } = this.#texts;
    const { starts, columns } = this.#grams;
    for (let u = 0; u + 1 < utterances.length; u++)
      for (let i = utterances[u] as number; i < (utterances[u + 1] as number); i++) {
        const word = words[i] as number;
        const end = starts[word + 1] as number;
        for (let g = starts[word] as number; g < end; g++) visit(columns[g] as number, u);
      }
  }
}

/** Each once. */
const gramsOf = (word: string): number[] => [...new Set(letterGrams([word], LETTERS, LETTERS))];
