/** A document or query as a sparse vector: feature indices and their weights, in step. */
export interface SparseVector {
  indices: Uint32Array;
  weights: Float32Array;
}

/**
 * Turns groups of features (words, letter n-grams…) into tf-idf vectors: (1 + ln tf) · (ln((1 + N) / (1 + n)) + 1), each
 * group scaled to length 1 so that the many letter n-grams do not drown the few words.
 */
export class Vectoriser {
  /** Every feature as its key, in the order of the indices. */
  readonly features: readonly string[];
  /** By feature index. */
  readonly inverseFrequency: Float32Array;
  readonly #indices: ReadonlyMap<string, number>;

  constructor(features: readonly string[], inverseFrequency: Float32Array) {
    this.features = features;
    this.inverseFrequency = inverseFrequency;
    this.#indices = new Map(features.map((feature, index) => [feature, index]));
  }

  /**
   * @param documents for each document its groups of features, the same number of groups in each
   * @param minDocuments features of fewer documents are left out: they are names and slips, and most of all features
   */
  static fit(documents: readonly (readonly string[][])[], minDocuments: number): Vectoriser {
    const containing = new Map<string, number>();
    for (const groups of documents)
      groups.forEach((group, g) => {
        for (const feature of new Set(group)) {
          const key = keyOf(g, feature);
          containing.set(key, (containing.get(key) ?? 0) + 1);
        }
      });
    const kept = [...containing].filter(([, n]) => n >= minDocuments);
    const inverseFrequency = kept.map(([, n]) => Math.log((1 + documents.length) / (1 + n)) + 1);
    return new Vectoriser(
      kept.map(([key]) => key),
      Float32Array.from(inverseFrequency),
    );
  }

  /** Features that are not known are left out. */
  vector(groups: readonly string[][]): SparseVector {
    const indices: number[] = [];
    const weights: number[] = [];
    groups.forEach((group, g) => {
      const counts = new Map<number, number>();
      for (const feature of group) {
        const index = this.#indices.get(keyOf(g, feature));
        if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
      }
      const start = weights.length;
      let squares = 0;
      for (const [index, count] of counts) {
        const weight = (1 + Math.log(count)) * (this.inverseFrequency[index] ?? 0);
        indices.push(index);
        weights.push(weight);
        squares += weight * weight;
      }
      const length = Math.sqrt(squares) || 1;
      for (let i = start; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length;
    });
    return { indices: Uint32Array.from(indices), weights: Float32Array.from(weights) };
  }
}

/** Groups never share a feature; the separator is a character that no folded word has. */
const keyOf = (group: number, feature: string) => `${group}|${feature}`;
