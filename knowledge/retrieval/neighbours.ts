import type { SparseVector } from './vectors.ts';

/** How many of an entry's utterances speak for it: one may be odd, three seldom are. */
const NEAREST = 3;

/** The postings of all features, one after another: `starts[f]` to `starts[f + 1]` are those of feature `f`. */
export interface UtteranceIndex {
  /** How many entries there are. */
  entries: number;
  /** The entry of each utterance. */
  labels: Uint16Array;
  /** One more than there are features. */
  starts: Uint32Array;
  utterances: Uint32Array;
  /** Of the utterance's vector, scaled to length 1. */
  weights: Float32Array;
}

/** Finds the utterances nearest to a message by the cosine of their vectors, and what they say of each entry. */
export class Neighbours {
  readonly index: UtteranceIndex;

  /** Scratch: the cosine of each utterance, all 0 between calls, and which of them are not during one. */
  readonly #cosines: Float32Array;
  readonly #touched: Uint32Array;

  constructor(index: UtteranceIndex) {
    this.index = index;
    this.#cosines = new Float32Array(index.labels.length);
    this.#touched = new Uint32Array(index.labels.length);
  }

  /**
   * @param vectors of the utterances
   * @param labels the entry of each
   * @param entries labels are 0 to `entries - 1`
   * @param features the vectors' dimensions
   */
  static index(
    vectors: readonly SparseVector[],
    labels: readonly number[],
    entries: number,
    features: number,
  ): Neighbours {
    const starts = new Uint32Array(features + 1);
    for (const { indices } of vectors)
      for (const feature of indices) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
    for (let f = 0; f < features; f++) starts[f + 1] = (starts[f + 1] as number) + (starts[f] as number);
    const next = starts.slice(0, features);
    const utterances = new Uint32Array(starts[features] as number);
    const weights = new Float32Array(utterances.length);
    vectors.forEach((vector, utterance) => {
      const length = lengthOf(vector);
      vector.indices.forEach((feature, i) => {
        const at = next[feature] as number;
        utterances[at] = utterance;
        weights[at] = (vector.weights[i] as number) / length;
        next[feature] = at + 1;
      });
    });
    return new Neighbours({ entries, labels: Uint16Array.from(labels), starts, utterances, weights });
  }

  /** @returns for each entry the mean cosine of its three utterances nearest to the vector, 0 to 1 */
  similarities(vector: SparseVector): Float64Array {
    const { entries, labels } = this.index;
    const touched = this.#addCosines(vector);
    // the best of each entry side by side, the greatest first
    const best = new Float64Array(entries * NEAREST);
    for (let i = 0; i < touched; i++) {
      const utterance = this.#touched[i] as number;
      let cosine = this.#cosines[utterance] as number;
      this.#cosines[utterance] = 0;
      const from = (labels[utterance] as number) * NEAREST;
      for (let at = from; cosine > 0 && at < from + NEAREST; at++) {
        const held = best[at] as number;
        if (cosine <= held) continue;
        best[at] = cosine;
        cosine = held;
      }
    }
    const similarities = new Float64Array(entries);
    for (let entry = 0; entry < entries; entry++) {
      let sum = 0;
      for (let at = entry * NEAREST; at < (entry + 1) * NEAREST; at++) sum += best[at] as number;
      similarities[entry] = sum / NEAREST;
    }
    return similarities;
  }

  /** @returns how many utterances have something in common with the vector */
  #addCosines({ indices, weights: values }: SparseVector): number {
    const { starts, utterances, weights } = this.index;
    const length = lengthOf({ indices, weights: values });
    const cosines = this.#cosines;
    let touched = 0;
    for (let i = 0; i < indices.length; i++) {
      const feature = indices[i] as number;
      const value = (values[i] as number) / length;
      const end = starts[feature + 1] as number;
      for (let at = starts[feature] as number; at < end; at++) {
        const utterance = utterances[at] as number;
        const cosine = cosines[utterance] as number;
        if (cosine === 0) this.#touched[touched++] = utterance;
        cosines[utterance] = cosine + value * (weights[at] as number);
      }
    }
    return touched;
  }
}

const lengthOf = ({ weights }: SparseVector): number => Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0)) || 1;
