import { HashTable, hashSeed, hashText } from '../hash.ts';
import type { Language } from '../language.ts';
import { countRows, frequenciesOf, type SparseRows, transposed } from './sparseRows.ts';
import { numberIn, type Texts } from './texts.ts';

/** Saturation and length as in bm25.ts. */
const K1 = 1.2;
const B = 0.5;
/**
 * How many postings are read for a query. Rare stems come first, so what is left out tells little apart: at a hundred
 * thousand entries twice or four times as many find no more of the right ones.
 */
const MAX_READ = 8192;
const SEED = hashSeed(1);

/** What a query asks for: stems, and how surely each is meant, 0 to 1. */
export interface StemQuery {
  stems: readonly number[];
  sureness: readonly number[];
  /** What a document could score at most, stems that no document has included. */
  reachable: number;
}

/** BM25 over the stems of documents, in two steps: which documents may come first, and how well these match. */
export class StemIndex {
  /** By word. */
  readonly stemOf: Uint32Array;
  readonly #numbers: HashTable;
  /** By stem: what it adds to the score of a document at most. */
  readonly #most: Float64Array;
  /** What a stem adds at most that no document has: as if one had it. */
  readonly mostUnseen: number;
  /** By document, what its stems add to its score; and the same by stem. */
  readonly #rows: SparseRows;
  readonly #postings: SparseRows;
  /** Used again for each query, and cleared after it: by document, the documents that have a score, by stem. */
  readonly #scores: Float32Array;
  readonly #touched = new Uint32Array(MAX_READ);
  readonly #asked: Float32Array;

  constructor(texts: Texts, language: Language) {
    const { vocabulary, documents } = texts;
    const numbers = new Map<number, number>();
    this.stemOf = Uint32Array.from(vocabulary, (word) => numberIn(numbers, hashOf(language.stem(word))));
    this.#numbers = new HashTable(Uint32Array.from(numbers.keys()));
    const size = documents.length - 1;
    const rows = countRows(size, numbers.size, stemsOf(texts, this.stemOf, language));
    const frequencies = frequenciesOf(rows, numbers.size);
    this.#most = Float64Array.from(frequencies, (n) => (K1 + 1) * inverseFrequency(size, n));
    this.mostUnseen = (K1 + 1) * inverseFrequency(size, 1);
    weigh(rows, this.#most);
    this.#rows = rows;
    this.#postings = transposed(rows, numbers.size, MAX_READ);
    this.#scores = new Float32Array(size);
    this.#asked = new Float32Array(numbers.size);
  }

  /** @returns the number of a stem, -1 where no document has it */
  numberOf(stem: string): number {
    return this.#numbers.numberOf(hashOf(stem));
  }

  /** What a stem adds to a score at most. */
  mostOf(stem: number): number {
    return this.#most[stem] as number;
  }

  /** The documents that come first for a query by its rare stems. @param most how many are wanted */
  candidates({ stems, sureness }: StemQuery, most: number): number[] {
    const { starts, columns, weights } = this.#postings;
    const scores = this.#scores;
    const touched = this.#touched;
    const lengthOf = (stem: number) => (starts[stem + 1] as number) - (starts[stem] as number);
    const order = stems.map((_, i) => i).sort((a, b) => lengthOf(stems[a] as number) - lengthOf(stems[b] as number));
    let count = 0;
    let left = MAX_READ;
    for (const at of order) {
      const stem = stems[at] as number;
      const share = sureness[at] as number;
      left -= lengthOf(stem);
      if (left < 0) break;
      const end = starts[stem + 1] as number;
      for (let i = starts[stem] as number; i < end; i++) {
        const document = columns[i] as number;
        const before = scores[document] as number;
        if (before === 0) touched[count++] = document;
        scores[document] = before + share * (weights[i] as number);
      }
    }
    const found = best(scores, touched.subarray(0, count), most);
    for (let i = 0; i < count; i++) scores[touched[i] as number] = 0;
    return found;
  }

  /** How well each of some documents matches a query by all its stems, as a share of what is reachable: 0 to 1. */
  scores({ stems, sureness, reachable }: StemQuery, documents: readonly number[]): number[] {
    const { starts, columns, weights } = this.#rows;
    const asked = this.#asked;
    stems.forEach((stem, i) => {
      asked[stem] = sureness[i] as number;
    });
    const scores = documents.map((document) => {
      let score = 0;
      const end = starts[document + 1] as number;
      for (let i = starts[document] as number; i < end; i++)
        score += (asked[columns[i] as number] as number) * (weights[i] as number);
      return score / (reachable || 1);
    });
    for (const stem of stems) asked[stem] = 0;
    return scores;
  }
}

const hashOf = (stem: string) => hashText(stem, SEED);

const inverseFrequency = (size: number, containing: number) =>
  Math.log(1 + (size - containing + 0.5) / (containing + 0.5));

/** The stems of a document; those of stop words where an utterance has no other. */
function stemsOf({ vocabulary, words, utterances, documents }: Texts, stemOf: Uint32Array, { stopWords }: Language) {
  const isStopWord = Uint8Array.from(vocabulary, (word) => (stopWords.has(word) ? 1 : 0));
  return (document: number, tell: (stem: number) => void) => {
    for (let u = documents[document] as number; u < (documents[document + 1] as number); u++) {
      const all = words.subarray(utterances[u], utterances[u + 1]);
      const onlyStopWords = all.every((word) => isStopWord[word] === 1);
      for (const word of all) if (onlyStopWords || isStopWord[word] === 0) tell(stemOf[word] as number);
    }
  };
}

/** Makes of how often a stem stands in a document what it adds to the document's score. */
function weigh({ starts, weights, columns }: SparseRows, most: Float64Array): void {
  const average = weights.reduce((sum, count) => sum + count, 0) / (starts.length - 1 || 1) || 1;
  for (let row = 0; row + 1 < starts.length; row++) {
    const end = starts[row + 1] as number;
    let length = 0;
    for (let i = starts[row] as number; i < end; i++) length += weights[i] as number;
    const damping = K1 * (1 - B + (B * length) / average);
    for (let i = starts[row] as number; i < end; i++) {
      const count = weights[i] as number;
      weights[i] = ((most[columns[i] as number] as number) * count) / (count + damping);
    }
  }
}

/** The `most` rows of the greatest scores, best first. */
function best(scores: Float32Array, rows: Uint32Array, most: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (const row of rows) {
    const score = scores[row] as number;
    if (found.length === most && score <= least) continue;
    if (found.length < most) found.push(row);
    let at = found.length - 1;
    for (; at > 0 && (scores[found[at - 1] as number] as number) < score; at--) found[at] = found[at - 1] as number;
    found[at] = row;
    least = scores[found[found.length - 1] as number] as number;
  }
  return found;
}
