import { HashTable } from './hash.ts';

/** A document or query as a sparse vector: feature numbers and their weights, in step. */
export interface SparseVector {
  indices: Uint32Array;
  weights: Float32Array;
}

/**
 * Turns groups of features (words, concepts, letter n-grams), each feature a hash, into tf-idf vectors:
 * (1 + ln tf) · (ln((1 + N) / (1 + n)) + 1), each group scaled to length 1 so that the many letter n-grams do not drown
 * the few words.
 */
export class Vectoriser {
  /** The hashes of all features, in the order of their numbers. */
  readonly features: Uint32Array;
  /** By feature number. */
  readonly inverseFrequency: Float32Array;
  readonly #table: HashTable;
  /** How often each feature stands in the group at hand; all 0 in between. */
  readonly #counts: Uint16Array;

  constructor(features: Uint32Array, inverseFrequency: Float32Array) {
    this.features = features;
    this.inverseFrequency = inverseFrequency;
    this.#table = new HashTable(features);
    this.#counts = new Uint16Array(features.length);
  }

  /**
   * @param documents for each document its groups of features, the same number of groups in each; no feature in two groups
   * @param minDocuments features of fewer documents are left out: they are names and slips, and most of all features
   */
  static fit(documents: readonly (readonly (readonly number[])[])[], minDocuments: number): Vectoriser {
    const containing = new Map<number, number>();
    for (const groups of documents)
      for (const feature of new Set(groups.flat())) containing.set(feature, (containing.get(feature) ?? 0) + 1);
    const kept = [...containing].filter(([, n]) => n >= minDocuments);
    return new Vectoriser(
      Uint32Array.from(kept, ([feature]) => feature),
      Float32Array.from(kept, ([, n]) => Math.log((1 + documents.length) / (1 + n)) + 1),
    );
  }

  /** Features that are not known are left out. */
  vector(groups: readonly (readonly number[])[]): SparseVector {
    const most = groups.reduce((sum, group) => sum + group.length, 0);
    const indices = new Uint32Array(most);
    const weights = new Float32Array(most);
    const counts = this.#counts;
    let size = 0;
    for (const group of groups) {
      const start = size;
      for (const feature of group) {
        const index = this.#table.numberOf(feature);
        if (index < 0) continue;
        const count = counts[index] as number;
        if (count === 0) indices[size++] = index;
        counts[index] = count + 1;
      }
      let squares = 0;
      for (let i = start; i < size; i++) {
        const index = indices[i] as number;
        const weight = (1 + Math.log(counts[index] as number)) * (this.inverseFrequency[index] as number);
        counts[index] = 0;
        weights[i] = weight;
        squares += weight * weight;
      }
      const length = Math.sqrt(squares) || 1;
      for (let i = start; i < size; i++) weights[i] = (weights[i] as number) / length;
    }
    return { indices: indices.subarray(0, size), weights: weights.subarray(0, size) };
  }
}
