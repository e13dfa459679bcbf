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
  readonly #indices = new Map<string, number>();
  readonly #inverseFrequency: Float32Array;

  /** @param documents for each document its groups of features, the same number of groups in each */
  constructor(documents: readonly (readonly string[][])[]) {
    const containing: number[] = [];
    for (const groups of documents)
      groups.forEach((group, g) => {
        for (const feature of new Set(group)) {
          const key = keyOf(g, feature);
          const index = this.#indices.get(key) ?? this.#indices.size;
          this.#indices.set(key, index);
          containing[index] = (containing[index] ?? 0) + 1;
        }
      });
    this.#inverseFrequency = Float32Array.from(containing, (n) => Math.log((1 + documents.length) / (1 + n)) + 1);
  }

  /** How many different features there are. */
  get size(): number {
    return this.#indices.size;
  }

  /** Features that no document had are left out. */
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
        const weight = (1 + Math.log(count)) * (this.#inverseFrequency[index] ?? 0);
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

const keyOf = (group: number, feature: string) => `${group}${feature}`;
