import { describe, expect, it } from 'vitest';
import { LinearClassifier } from '../../../knowledge/retrieval/linear.ts';
import type { SparseVector } from '../../../knowledge/retrieval/vectors.ts';

const vector = (...pairs: [index: number, weight: number][]): SparseVector => ({
  indices: Uint32Array.from(pairs, ([index]) => index),
  weights: Float32Array.from(pairs, ([, weight]) => weight),
});
const EMPTY = vector();

/** One is all that the other is not. */
const OPPOSITES = [vector([0, 1]), vector([0, -1])];

/** Three classes, each with a feature of its own beside one that all share. */
const EXAMPLES = [
  vector([0, 1], [3, 0.5]),
  vector([0, 0.8], [3, 0.6]),
  vector([1, 1], [3, 0.5]),
  vector([1, 0.7], [3, 0.7]),
  vector([2, 1], [3, 0.5]),
  vector([2, 0.9], [3, 0.4]),
];
const LABELS = [0, 0, 1, 1, 2, 2];
const train = () => LinearClassifier.train({ vectors: EXAMPLES, labels: LABELS }, 3, 4);

describe('the linear classifier', () => {
  it('separates classes that can be separated', () => {
    const classifier = train();
    EXAMPLES.forEach((example, i) => {
      const margins = [...classifier.margins(example)];
      expect(margins.indexOf(Math.max(...margins))).toBe(LABELS[i]);
    });
  });

  it('gives members a positive margin and strangers a negative one', () => {
    const classifier = train();
    EXAMPLES.forEach((example, i) => {
      classifier.margins(example).forEach((margin, k) => {
        expect(Math.sign(margin), `example ${i}, class ${k}`).toBe(LABELS[i] === k ? 1 : -1);
      });
    });
  });

  it('finds the optimum where it can be worked out by hand', () => {
    // x = 1 is in, x = -1 is out: by symmetry no bias, and w²/2 + 8(1 - w)² is least at w = 16/17
    const classifier = LinearClassifier.train({ vectors: OPPOSITES, labels: [0, 1] }, 2, 1);
    const [inside = 0, outside = 0] = classifier.margins(vector([0, 1]));
    expect(Math.abs(inside - 16 / 17)).toBeLessThan(0.05);
    expect(Math.abs(outside + 16 / 17)).toBeLessThan(0.05);
  });

  it.each([
    [0.25, 4 / 5],
    [0.5, 8 / 9],
    [2, 32 / 33],
  ])('gives way less to examples that count less: with an importance of %d the optimum is %d', (each, optimum) => {
    // w²/2 + 8·importance·(1 - w)² is least at w = 16·importance / (1 + 16·importance)
    const examples = { vectors: OPPOSITES, labels: [0, 1], importance: [each, each] };
    const [inside = 0] = LinearClassifier.train(examples, 2, 1).margins(vector([0, 1]));
    expect(Math.abs(inside - optimum)).toBeLessThan(0.05);
  });

  it('takes the side of the example that counts more where two contradict each other', () => {
    const twins = { vectors: [vector([0, 1]), vector([0, 1])], labels: [0, 1] };
    for (const [importance, winner] of [
      [[1, 0.5], 0],
      [[0.5, 1], 1],
    ] as const) {
      const margins = [...LinearClassifier.train({ ...twins, importance }, 2, 1).margins(vector([0, 1]))];
      expect(margins.indexOf(Math.max(...margins))).toBe(winner);
    }
  });

  it('takes every example for as important as another where nothing is said', () => {
    const even = { vectors: EXAMPLES, labels: LABELS, importance: LABELS.map(() => 1) };
    expect(LinearClassifier.train(even, 3, 4).weights).toEqual(train().weights);
  });

  it('says the same when it is put together again from its parts', () => {
    const { classes, weights, steps } = train();
    const restored = new LinearClassifier(classes, weights.slice(), steps.slice());
    for (const example of [...EXAMPLES, EMPTY]) expect(restored.margins(example)).toEqual(train().margins(example));
  });

  it('does its best where nothing separates the classes', () => {
    const twins = [vector([0, 1]), vector([0, 1]), vector([0, 1])];
    const [majority = 0, minority = 0] = LinearClassifier.train({ vectors: twins, labels: [0, 0, 1] }, 2, 1).margins(
      vector([0, 1]),
    );
    expect(majority).toBeGreaterThan(minority);
    expect(Math.abs(majority)).toBeLessThan(1);
  });

  it('learns the same weights every time', () => {
    const [one, other] = [train(), train()];
    for (const feature of [0, 1, 2, 3])
      expect(one.margins(vector([feature, 1]))).toEqual(other.margins(vector([feature, 1])));
    expect(one.margins(EMPTY)).toEqual(other.margins(EMPTY));
  });

  it('has its bias alone to say about an empty vector: that it is nobody', () => {
    const bias = train().margins(EMPTY);
    expect(bias).toHaveLength(3);
    for (const margin of bias) expect(margin).toBeLessThan(0);
  });

  it('is linear beside the bias', () => {
    const classifier = train();
    const bias = classifier.margins(EMPTY);
    const once = classifier.margins(vector([0, 1], [3, 0.5]));
    const twice = classifier.margins(vector([0, 2], [3, 1]));
    bias.forEach((b, k) => {
      expect((twice[k] ?? 0) - b).toBeCloseTo(2 * ((once[k] ?? 0) - b), 5);
    });
  });

  it('asks as many classes as it is told, even one without examples', () => {
    const [, never = 0] = LinearClassifier.train({ vectors: [vector([0, 1])], labels: [0] }, 2, 1).margins(
      vector([0, 1]),
    );
    expect(never).toBeLessThan(0);
  });
});
