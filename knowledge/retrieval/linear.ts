import type { SparseVector } from './vectors.ts';

/** Inverse regularisation: the usual 1; utterances of one entry are alike enough to be separable. */
const C = 1;
/** Passes over the examples at most; most classes stop long before. */
const MAX_EPOCHS = 30;
/** A pass in which no example violates its optimum by more than this ends the training of a class. */
const TOLERANCE = 0.1;

/**
 * One-vs-rest linear support vector machines with squared hinge loss, trained by dual coordinate descent (Hsieh et al.
 * 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM"). Deterministic: examples are visited in an order
 * drawn from a fixed seed.
 */
export class LinearClassifier {
  readonly #classes: number;
  /** By feature, then class: a query touches few features and wants all classes of each. The last row is the bias. */
  readonly #weights: Float32Array;
  readonly #biasRow: number;

  /**
   * @param examples vectors of `features` dimensions
   * @param labels the class of each example, 0 to `classes - 1`
   */
  constructor(examples: readonly SparseVector[], labels: readonly number[], classes: number, features: number) {
    this.#classes = classes;
    this.#biasRow = features;
    this.#weights = new Float32Array((features + 1) * classes);
    const squares = examples.map((e) => e.weights.reduce((sum, w) => sum + w * w, 1));
    for (let k = 0; k < classes; k++) {
      const weights = trainOne(examples, squares, (i) => (labels[i] === k ? 1 : -1), features);
      for (let f = 0; f <= features; f++) this.#weights[f * classes + k] = weights[f] ?? 0;
    }
  }

  /** How far a vector lies on the side of each class: around 1 for a clear member, around -1 for a stranger. */
  margins({ indices, weights }: SparseVector): Float64Array {
    const margins = new Float64Array(this.#classes);
    const add = (row: number, weight: number) => {
      const start = row * this.#classes;
      for (let k = 0; k < this.#classes; k++) margins[k] = (margins[k] ?? 0) + weight * (this.#weights[start + k] ?? 0);
    };
    indices.forEach((feature, i) => {
      add(feature, weights[i] ?? 0);
    });
    add(this.#biasRow, 1);
    return margins;
  }
}

function trainOne(
  examples: readonly SparseVector[],
  squares: readonly number[],
  sign: (example: number) => 1 | -1,
  features: number,
): Float32Array {
  const weights = new Float32Array(features + 1);
  const alphas = new Float64Array(examples.length);
  const diagonal = 0.5 / C;
  let active = examples.map((_, i) => i);
  const random = seededRandom();
  let slack = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < MAX_EPOCHS; epoch++) {
    shuffle(active, random);
    let worst = 0;
    const kept: number[] = [];
    for (const i of active) {
      const example = examples[i];
      if (!example) continue;
      const y = sign(i);
      const alpha = alphas[i] ?? 0;
      const gradient = y * dot(weights, example, features) - 1 + alpha * diagonal;
      // shrinking: an example this far on its right side will not come back; most are, for any one class
      if (alpha === 0 && gradient > slack) continue;
      kept.push(i);
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      if (projected === 0) continue;
      worst = Math.max(worst, Math.abs(projected));
      const updated = Math.max(alpha - gradient / ((squares[i] ?? 1) + diagonal), 0);
      alphas[i] = updated;
      addScaled(weights, example, features, (updated - alpha) * y);
    }
    if (worst < TOLERANCE) break;
    slack = worst;
    active = kept;
  }
  return weights;
}

function dot(weights: Float32Array, { indices, weights: values }: SparseVector, biasRow: number): number {
  let sum = weights[biasRow] ?? 0;
  for (let i = 0; i < indices.length; i++) sum += (weights[indices[i] ?? 0] ?? 0) * (values[i] ?? 0);
  return sum;
}

function addScaled(
  weights: Float32Array,
  { indices, weights: values }: SparseVector,
  biasRow: number,
  scale: number,
): void {
  for (let i = 0; i < indices.length; i++) {
    const f = indices[i] ?? 0;
    weights[f] = (weights[f] ?? 0) + scale * (values[i] ?? 0);
  }
  weights[biasRow] = (weights[biasRow] ?? 0) + scale;
}

/** Park and Miller's minimal standard generator: the training has to give the same weights every time. */
function seededRandom(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swap = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = swap;
  }
}
