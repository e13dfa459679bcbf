import type { SparseVector } from './vectors.ts';

/** Inverse regularisation: the usual 1; utterances of one entry are alike enough to be separable. */
const C = 1;
/** Passes over the examples at most: what later ones still move is below what eight bits hold. */
const MAX_EPOCHS = 8;
/** A pass in which no example violates its optimum by more than this ends the training. */
const TOLERANCE = 0.1;

/**
 * One-vs-rest linear support vector machines with squared hinge loss, trained by dual coordinate descent (Hsieh et al.
 * 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM"). Weights are kept in eight bits: what rounding
 * changes of a margin is far below what decides.
 */
export class LinearClassifier {
  readonly classes: number;
  /** By feature, then class: a query touches few features and wants all classes of each. The last row is the bias. */
  readonly weights: Int8Array;
  /** By class: what one step of its weights is worth. */
  readonly steps: Float32Array;

  constructor(classes: number, weights: Int8Array, steps: Float32Array) {
    this.classes = classes;
    this.weights = weights;
    this.steps = steps;
  }

  /**
   * All classes are trained side by side: they share the order of the examples, drawn from a fixed seed, and each example's
   * features are walked through once for all of them. Deterministic.
   * @param examples vectors of `features` dimensions
   * @param labels the class of each example, 0 to `classes - 1`
   */
  static train(examples: readonly SparseVector[], labels: readonly number[], classes: number, features: number) {
    const weights = new Float32Array((features + 1) * classes);
    const alphas = new Float32Array(examples.length * classes);
    const squares = examples.map((e) => e.weights.reduce((sum, w) => sum + w * w, 1));
    const order = examples.map((_, i) => i);
    const random = seededRandom();
    const margins = new Float32Array(classes);
    const changes = new Float32Array(classes);
    for (let epoch = 0; epoch < MAX_EPOCHS; epoch++) {
      shuffle(order, random);
      let worst = 0;
      for (const i of order) {
        const example = examples[i];
        if (!example) continue;
        addMargins(margins, weights, example, features);
        const violation = updateAlphas(
          alphas.subarray(i * classes, (i + 1) * classes),
          margins,
          changes,
          labels[i],
          squares[i] ?? 1,
        );
        if (violation > 0) addScaled(weights, example, features, changes);
        worst = Math.max(worst, violation);
      }
      if (worst < TOLERANCE) break;
    }
    return quantised(weights, classes, features);
  }

  /** How far a vector lies on the side of each class: around 1 for a clear member, around -1 for a stranger. */
  margins({ indices, weights: values }: SparseVector): Float64Array {
    const { classes, weights, steps } = this;
    const margins = new Float64Array(classes);
    const add = (row: number, value: number) => {
      const start = row * classes;
      for (let k = 0; k < classes; k++) margins[k] = (margins[k] ?? 0) + value * (weights[start + k] ?? 0);
    };
    indices.forEach((feature, i) => {
      add(feature, values[i] ?? 0);
    });
    add(weights.length / classes - 1, 1);
    return margins.map((sum, k) => sum * (steps[k] ?? 0));
  }
}

/** The margins of one example for every class, into `margins`. */
function addMargins(
  margins: Float32Array,
  weights: Float32Array,
  { indices, weights: values }: SparseVector,
  bias: number,
): void {
  const classes = margins.length;
  for (let k = 0; k < classes; k++) margins[k] = weights[bias * classes + k] as number;
  for (let i = 0; i < indices.length; i++) {
    const row = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let k = 0; k < classes; k++) margins[k] = (margins[k] as number) + value * (weights[row + k] as number);
  }
}

/**
 * One step of dual coordinate descent for one example and every class.
 * @param changes is set to what the weights of each class move by, per unit of the example
 * @returns the largest violation of an optimum among the classes
 */
function updateAlphas(
  alphas: Float32Array,
  margins: Float32Array,
  changes: Float32Array,
  label: number | undefined,
  square: number,
): number {
  const diagonal = 0.5 / C;
  let worst = 0;
  for (let k = 0; k < alphas.length; k++) {
    const y = k === label ? 1 : -1;
    const alpha = alphas[k] as number;
    const gradient = y * (margins[k] as number) - 1 + alpha * diagonal;
    const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
    const updated = projected === 0 ? alpha : Math.max(alpha - gradient / (square + diagonal), 0);
    alphas[k] = updated;
    changes[k] = (updated - alpha) * y;
    worst = Math.max(worst, Math.abs(projected));
  }
  return worst;
}

function addScaled(
  weights: Float32Array,
  { indices, weights: values }: SparseVector,
  bias: number,
  changes: Float32Array,
): void {
  const classes = changes.length;
  for (let k = 0; k < classes; k++) {
    const change = changes[k] as number;
    if (change === 0) continue;
    for (let i = 0; i < indices.length; i++) {
      const at = (indices[i] as number) * classes + k;
      weights[at] = (weights[at] as number) + (values[i] as number) * change;
    }
    weights[bias * classes + k] = (weights[bias * classes + k] as number) + change;
  }
}

/** Eight bits a weight, with a step of its own for each class. */
function quantised(exact: Float32Array, classes: number, features: number): LinearClassifier {
  const weights = new Int8Array(exact.length);
  const steps = new Float32Array(classes);
  for (let k = 0; k < classes; k++) {
    let most = 0;
    for (let f = 0; f <= features; f++) most = Math.max(most, Math.abs(exact[f * classes + k] as number));
    const step = most / 127 || 1;
    steps[k] = step;
    for (let f = 0; f <= features; f++)
      weights[f * classes + k] = Math.round((exact[f * classes + k] as number) / step);
  }
  return new LinearClassifier(classes, weights, steps);
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
