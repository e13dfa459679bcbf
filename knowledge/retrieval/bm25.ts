import { HashTable } from './hash.ts';

/** Saturation of repeated terms and weight of document length; the usual values, b halved as entries are alike in form. */
const K1 = 1.2;
const B = 0.5;

/** The postings of all terms, one after another: `starts[t]` to `starts[t + 1]` are those of term `t`. */
export interface Postings {
  /** How many documents there are. */
  size: number;
  /** The hash of each term. */
  terms: Uint32Array;
  /** One more than there are terms. */
  starts: Uint32Array;
  documents: Uint32Array;
  /** What a term adds to a document's score. */
  weights: Float32Array;
}

/**
 * BM25 over documents that are lists of terms (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework"), with
 * the non-negative inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)). A term is a hash.
 */
export class Bm25 {
  readonly postings: Postings;
  readonly #table: HashTable;
  /** What a term weighs that no document has: as if one had it. */
  readonly #unseen: number;

  constructor(postings: Postings) {
    this.postings = postings;
    this.#table = new HashTable(postings.terms);
    this.#unseen = inverseFrequency(postings.size, 1);
  }

  static index(documents: readonly (readonly number[])[]): Bm25 {
    const averageLength = documents.reduce((sum, d) => sum + d.length, 0) / (documents.length || 1) || 1;
    const byTerm = new Map<number, { documents: number[]; weights: number[] }>();
    documents.forEach((terms, document) => {
      for (const [term, frequency] of countsOf(terms)) {
        const list = byTerm.get(term) ?? { documents: [], weights: [] };
        if (list.documents.length === 0) byTerm.set(term, list);
        list.documents.push(document);
        list.weights.push((frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * terms.length) / averageLength)));
      }
    });
    const lists = [...byTerm.values()];
    const starts = new Uint32Array(lists.length + 1);
    lists.forEach((list, t) => {
      starts[t + 1] = (starts[t] ?? 0) + list.documents.length;
    });
    const size = documents.length;
    return new Bm25({
      size,
      terms: Uint32Array.from(byTerm.keys()),
      starts,
      documents: Uint32Array.from(lists.flatMap((list) => list.documents)),
      weights: Float32Array.from(
        lists.flatMap((list) => list.weights.map((w) => w * inverseFrequency(size, list.documents.length))),
      ),
    });
  }

  /** Whether some document has the term. */
  knows(term: number): boolean {
    return this.#table.numberOf(term) >= 0;
  }

  /**
   * How well each document matches the query.
   * @returns one score a document, in their order, as a share of what the query could reach at most: 0 (no term in
   *   common) to 1. Terms that no document has count in that maximum, so that strange words lower the score.
   */
  scores(query: readonly number[]): Float64Array {
    const { size, starts, documents, weights } = this.postings;
    const scores = new Float64Array(size);
    let reachable = 0;
    for (const term of query) {
      const number = this.#table.numberOf(term);
      if (number < 0) {
        reachable += (K1 + 1) * this.#unseen;
        continue;
      }
      const end = starts[number + 1] as number;
      const start = starts[number] as number;
      reachable += (K1 + 1) * inverseFrequency(size, end - start);
      for (let i = start; i < end; i++) {
        const document = documents[i] as number;
        scores[document] = (scores[document] as number) + (weights[i] as number);
      }
    }
    return reachable > 0 ? scores.map((s) => s / reachable) : scores;
  }
}

const inverseFrequency = (size: number, containing: number) =>
  Math.log(1 + (size - containing + 0.5) / (containing + 0.5));

function countsOf(terms: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
