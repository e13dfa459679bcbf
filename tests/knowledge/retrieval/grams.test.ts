import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterGrams } from '../../../knowledge/retrieval/grams.ts';

/** Which of a list are the same: each by the place where it first stands. */
const patternOf = (list: readonly unknown[]) => list.map((item) => list.indexOf(item));

/** The runs of letters that the n-grams are hashes of, in their order. */
const runsOf = (words: readonly string[], shortest: number, longest: number) =>
  words.flatMap((word) => {
    const edged = ` ${word} `;
    return Array.from(edged, (_, start) =>
      Array.from({ length: longest - shortest + 1 }, (_, i) => edged.slice(start, start + shortest + i)).filter(
        (run, i) => run.length === shortest + i,
      ),
    ).flat();
  });

describe('letter n-grams', () => {
  it.each([
    ['of three letters, edges included', ['cta'], 3, 3, [' ct', 'cta', 'ta ']],
    ['of several lengths', ['ab'], 2, 4, [' a', ' ab', ' ab ', 'ab', 'ab ', 'b ']],
    ['of each word by itself, never across', ['a', 'b'], 3, 3, [' a ', ' b ']],
    ['of a word as often as it stands', ['a', 'a'], 3, 3, [' a ', ' a ']],
    ['that are the same inside a word', ['papa'], 2, 2, [' p', 'pa', 'ap', 'pa', 'a ']],
    ['that are the same in two words', ['la', 'ma'], 2, 2, [' l', 'la', 'a ', ' m', 'ma', 'a ']],
    ['none that are longer than the word', ['a'], 4, 9, []],
    ['none without words', [], 2, 5, []],
  ])('are hashes of runs %s', (_what, words, shortest, longest, runs) => {
    expect(runsOf(words, shortest, longest)).toEqual(runs);
    expect(patternOf(letterGrams(words, shortest, longest))).toEqual(patternOf(runs));
  });

  it('tell a beginning from an end', () => {
    // « cra » begins like « cran » and ends like « sacra »: the edges are what tells them apart
    const gramsOf = (word: string) => letterGrams([word], 2, 2);
    const [start, cr, ra, end] = gramsOf('cra');
    const shared = (a: string, b: string) => gramsOf(a).filter((g) => gramsOf(b).includes(g));
    expect(shared('cra', 'cran')).toEqual([start, cr, ra]);
    expect(shared('cra', 'sacra')).toEqual([cr, ra, end]);
  });

  it('leave most of a word standing after one slip', () => {
    const meant = letterGrams(['administratif'], 2, 5);
    const typed = new Set(letterGrams(['administartif'], 2, 5));
    expect(meant.filter((g) => typed.has(g)).length / meant.length).toBeGreaterThan(0.5);
  });

  it('are the same wherever the same letters stand, and only there', () => {
    // so few letters that all their runs are known to differ: no two of them meet by chance
    const word = fc.string({ unit: fc.constantFrom(...'abé'), minLength: 1, maxLength: 8 });
    const hashes = new Map<string, number>();
    const runs = new Map<number, string>();
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (words) => {
        const grams = letterGrams(words, 2, 5);
        expect(grams).toHaveLength(runsOf(words, 2, 5).length);
        runsOf(words, 2, 5).forEach((run, i) => {
          const gram = grams[i] ?? Number.NaN;
          expect(hashes.get(run) ?? gram).toBe(gram);
          expect(runs.get(gram) ?? run).toBe(run);
          hashes.set(run, gram);
          runs.set(gram, run);
        });
      }),
    );
  });

  it('are as many as there are places for them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 6 }), (words, length) => {
        const places = words.reduce((sum, word) => sum + Math.max(0, word.length + 2 - length + 1), 0);
        expect(letterGrams(words, length, length)).toHaveLength(places);
      }),
    );
  });
});
