import { describe, expect, it } from 'vitest';
import { LinearClassifier } from '../../../knowledge/retrieval/linear.ts';
import type { SparseVector } from '../../../knowledge/retrieval/vectors.ts';

const vector = (...pairs: [index: number, weight: number][]): SparseVector => ({
  indices: Uint32Array.from(pairs, ([index]) => index),
  weights: Float32Array.from(pairs, ([, weight]) => weight),
});
const EMPTY = vector();

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
const train = () => LinearClassifier.train(EXAMPLES, LABELS, 3, 4);

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
    // x = 1 is in, x = -1 is out: by symmetry no bias, and w²/2 + 2(1 - w)² is least at w = 0.8
    const classifier = LinearClassifier.train([vector([0, 1]), vector([0, -1])], [0, 1], 2, 1);
    const [inside = 0, outside = 0] = classifier.margins(vector([0, 1]));
    expect(Math.abs(inside - 0.8)).toBeLessThan(0.05);
    expect(Math.abs(outside + 0.8)).toBeLessThan(0.05);
  });

  it('does its best where nothing separates the classes', () => {
    const twins = [vector([0, 1]), vector([0, 1]), vector([0, 1])];
    const [majority = 0, minority = 0] = LinearClassifier.train(twins, [0, 0, 1], 2, 1).margins(vector([0, 1]));
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
    const [, never = 0] = LinearClassifier.train([vector([0, 1])], [0], 2, 1).margins(vector([0, 1]));
    expect(never).toBeLessThan(0);
  });
});
