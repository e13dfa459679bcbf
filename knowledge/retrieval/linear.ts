import { seededRandom, shuffle } from './random.ts';
import type { SparseVector } from './vectors.ts';

/** Inverse regularisation: utterances of one entry are alike enough to be separable; from 1 to 4 all is much the same. */
const C = 4;
/** Passes over many examples: later ones fit the examples better, and messages of others no better. Few need more. */
const EPOCHS = { least: 5, most: 20, visits: 50_000 };
/** A pass in which no example violates its optimum by more than this ends the training. */
const TOLERANCE = 0.1;
const SEED = 1;

/** What a classifier learns from. */
export interface Examples {
  vectors: readonly SparseVector[];
  /** The class of each example. */
  labels: readonly number[];
  /** How much each example counts; 1 where it is missing. */
  importance?: readonly number[];
}

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
   * @param classes labels are 0 to `classes - 1`
   * @param features the vectors' dimensions
   */
  static train({ vectors, labels, importance = [] }: Examples, classes: number, features: number): LinearClassifier {
    const weights = new Float32Array((features + 1) * classes);
    const alphas = new Float32Array(vectors.length * classes);
    const squares = vectors.map((e) => e.weights.reduce((sum, w) => sum + w * w, 1));
    const order = vectors.map((_, i) => i);
    const random = seededRandom(SEED);
    const step = {
      margins: new Float32Array(classes),
      changed: new Int32Array(classes),
      changes: new Float32Array(classes),
    };
    const epochs = Math.min(EPOCHS.most, Math.max(EPOCHS.least, Math.round(EPOCHS.visits / vectors.length)));
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      let worst = 0;
      for (const i of order) {
        const example = vectors[i] as SparseVector;
        addMargins(step.margins, weights, example, features);
        const diagonal = 0.5 / (C * (importance[i] ?? 1));
        const shrink = 1 / ((squares[i] as number) + diagonal);
        let changed = 0;
        for (let k = 0; k < classes; k++) {
          const y = k === labels[i] ? 1 : -1;
          const alpha = alphas[i * classes + k] as number;
          const gradient = y * (step.margins[k] as number) - 1 + alpha * diagonal;
          if (alpha === 0 && gradient >= 0) continue;
          const updated = Math.max(alpha - gradient * shrink, 0);
          alphas[i * classes + k] = updated;
          step.changed[changed] = k;
          step.changes[changed] = (updated - alpha) * y;
          changed++;
          worst = Math.max(worst, Math.abs(gradient));
        }
        addChanges(weights, example, features, classes, step.changed.subarray(0, changed), step.changes);
      }
      if (worst < TOLERANCE) break;
    }
    return quantised(weights, classes, features);
  }

  /** How far a vector lies on the side of each class: around 1 for a clear member, around -1 for a stranger. */
  margins({ indices, weights: values }: SparseVector): Float64Array {
    const { classes, weights, steps } = this;
    const margins = new Float64Array(classes);
    const bias = weights.length - classes;
    for (let k = 0; k < classes; k++) margins[k] = weights[bias + k] as number;
    for (let i = 0; i < indices.length; i++) {
      const row = (indices[i] as number) * classes;
      const value = values[i] as number;
      for (let k = 0; k < classes; k++) margins[k] = (margins[k] as number) + value * (weights[row + k] as number);
    }
    for (let k = 0; k < classes; k++) margins[k] = (margins[k] as number) * (steps[k] as number);
    return margins;
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
 * Moves the weights of some classes along an example.
 * @param changes in step with `changed`: what the weights of each move by, per unit of the example
 */
function addChanges(
  weights: Float32Array,
  { indices, weights: values }: SparseVector,
  bias: number,
  classes: number,
  changed: Int32Array,
  changes: Float32Array,
): void {
  if (changed.length === 0) return;
  const addRow = (row: number, value: number) => {
    for (let c = 0; c < changed.length; c++) {
      const at = row * classes + (changed[c] as number);
      weights[at] = (weights[at] as number) + value * (changes[c] as number);
    }
  };
  for (let i = 0; i < indices.length; i++) addRow(indices[i] as number, values[i] as number);
  addRow(bias, 1);
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
