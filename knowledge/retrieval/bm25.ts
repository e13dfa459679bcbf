/** Saturation of repeated terms and weight of document length; the usual values, b halved as entries are alike in form. */
const K1 = 1.2;
const B = 0.5;

interface Postings {
  documents: number[];
  weights: number[];
  inverseFrequency: number;
}

/**
 * BM25 over documents that are lists of terms (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework"), with
 * the non-negative inverse document frequency ln(1 + (N - n + 0.5) / (n + 0.5)).
 */
export class Bm25 {
  readonly #size: number;
  readonly #postings = new Map<string, Postings>();
  /** What a term weighs that no document has: as if one had it. */
  readonly #unseen: number;

  constructor(documents: readonly (readonly string[])[]) {
    this.#size = documents.length;
    const averageLength = documents.reduce((sum, d) => sum + d.length, 0) / (documents.length || 1) || 1;
    const counts = documents.map(countTerms);
    counts.forEach((frequencies, document) => {
      const length = documents[document]?.length ?? 0;
      for (const [term, frequency] of frequencies) {
        let postings = this.#postings.get(term);
        if (!postings) {
          postings = { documents: [], weights: [], inverseFrequency: 0 };
          this.#postings.set(term, postings);
        }
        postings.documents.push(document);
        postings.weights.push((frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / averageLength)));
      }
    });
    for (const p of this.#postings.values()) {
      p.inverseFrequency = inverseFrequency(this.#size, p.documents.length);
      p.weights = p.weights.map((w) => w * p.inverseFrequency);
    }
    this.#unseen = inverseFrequency(this.#size, 1);
  }

  /** Every term that some document has. */
  terms(): Iterable<string> {
    return this.#postings.keys();
  }

  /**
   * How well each document matches the query.
   * @returns one score a document, in their order, as a share of what the query could reach at most: 0 (no term in
   *   common) to 1. Terms that no document has count in that maximum, so that strange words lower the score.
   */
  scores(query: readonly string[]): Float64Array {
    const scores = new Float64Array(this.#size);
    let reachable = 0;
    for (const [term, count] of countTerms(query)) {
      const postings = this.#postings.get(term);
      reachable += count * (K1 + 1) * (postings?.inverseFrequency ?? this.#unseen);
      postings?.documents.forEach((document, i) => {
        scores[document] = (scores[document] ?? 0) + count * (postings.weights[i] ?? 0);
      });
    }
    return reachable > 0 ? scores.map((s) => s / reachable) : scores;
  }
}

const inverseFrequency = (size: number, containing: number) =>
  Math.log(1 + (size - containing + 0.5) / (containing + 0.5));

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
