import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Neighbours } from '../../../knowledge/retrieval/neighbours.ts';
import type { SparseVector } from '../../../knowledge/retrieval/vectors.ts';

/** A vector by its components; those that are nought are left out. */
function sparse(...components: number[]): SparseVector {
  const indices = components.map((_, i) => i).filter((i) => components[i] !== 0);
  return { indices: Uint32Array.from(indices), weights: Float32Array.from(indices, (i) => components[i] ?? 0) };
}
/** @param utterances each with the entry that it belongs to */
const similarities = (utterances: [entry: number, ...components: number[]][], query: number[], entries = 2) =>
  Neighbours.index(
    utterances.map(([, ...components]) => sparse(...components)),
    utterances.map(([entry]) => entry),
    entries,
    query.length,
  ).similarities(sparse(...query));

describe('how near a message is to an entry', () => {
  it.each<[why: string, utterances: [number, ...number[]][], query: number[], expected: [number, number]]>([
    [
      'three utterances that say the same are all there is to find',
      [
        [0, 1, 0],
        [0, 1, 0],
        [0, 1, 0],
        [1, 0, 1],
      ],
      [1, 0],
      [1, 0],
    ],
    [
      'the mean is of the three nearest: further ones say other things of the same entry',
      [
        [0, 0, 1],
        [0, 0.6, 0.8],
        [0, 1, 0],
        [0, 0.8, 0.6],
        [0, 0.28, 0.96],
      ],
      [1, 0],
      [(1 + 0.8 + 0.6) / 3, 0],
    ],
    [
      'what is missing to three counts as nought: a single one may be odd',
      [
        [0, 1, 0],
        [1, 0.6, 0.8],
        [1, 0.6, 0.8],
      ],
      [1, 0],
      [1 / 3, 0.4],
    ],
    [
      'the angle alone counts, however long the utterance or the message is',
      [
        [0, 3, 0],
        [1, 6, 8],
      ],
      [20, 0],
      [1 / 3, 0.2],
    ],
    [
      'nothing in common is no nearness',
      [
        [0, 1, 0],
        [1, 1, 0],
      ],
      [0, 1],
      [0, 0],
    ],
    [
      'a message of unknown words has nothing in common with any',
      [
        [0, 1, 0],
        [1, 0, 1],
      ],
      [0, 0],
      [0, 0],
    ],
    ['an utterance of unknown words is near to none', [[0, 0, 0]], [1, 0], [0, 0]],
    ['there are no utterances', [], [1, 0], [0, 0]],
  ])('is the mean cosine of its three nearest utterances: %s', (_why, utterances, query, expected) => {
    const found = similarities(utterances, query);
    expect(found).toHaveLength(expected.length);
    expected.forEach((similarity, entry) => {
      expect(found[entry]).toBeCloseTo(similarity, 6);
    });
  });

  const FEATURES = 6;
  const ENTRIES = 4;
  const components = fc.array(fc.nat({ max: 3 }), { minLength: FEATURES, maxLength: FEATURES });
  const utterance = fc.tuple(fc.nat({ max: ENTRIES - 1 }), components).map(([entry, c]) => ({ entry, c }));
  const utterances = fc.array(utterance, { maxLength: 20 });
  const indexOf = (list: { entry: number; c: number[] }[]) =>
    Neighbours.index(
      list.map(({ c }) => sparse(...c)),
      list.map(({ entry }) => entry),
      ENTRIES,
      FEATURES,
    );

  it('is what comparing with every utterance gives', () => {
    fc.assert(
      fc.property(utterances, components, (list, query) => {
        const found = indexOf(list).similarities(sparse(...query));
        expect(found).toHaveLength(ENTRIES);
        found.forEach((similarity, entry) => {
          const cosines = list.filter((u) => u.entry === entry).map((u) => cosine(u.c, query));
          const nearest = cosines.sort((a, b) => b - a).slice(0, 3);
          expect(similarity).toBeCloseTo(nearest.reduce((sum, c) => sum + c, 0) / 3, 5);
        });
      }),
    );
  });

  it('does not depend on the order of the utterances', () => {
    fc.assert(
      fc.property(utterances, components, (list, query) => {
        const found = indexOf(list).similarities(sparse(...query));
        const turned = indexOf(list.toReversed()).similarities(sparse(...query));
        turned.forEach((similarity, entry) => {
          expect(similarity).toBeCloseTo(found[entry] ?? Number.NaN, 5);
        });
      }),
    );
  });

  it('is the same from an index that is put together again from its parts', () => {
    fc.assert(
      fc.property(utterances, components, (list, query) => {
        const built = indexOf(list);
        const restored = new Neighbours({ ...built.index });
        expect(restored.similarities(sparse(...query))).toEqual(built.similarities(sparse(...query)));
      }),
    );
  });
});

/** By its definition; nought where one of the two has no length. */
function cosine(a: readonly number[], b: readonly number[]): number {
  const product = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return product / (Math.hypot(...a) * Math.hypot(...b) || 1);
}
