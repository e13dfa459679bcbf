import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterGrams } from '../../../knowledge/retrieval/grams.ts';

describe('letter n-grams', () => {
  it.each([
    ['of three letters, edges included', ['cta'], 3, 3, [' ct', 'cta', 'ta ']],
    ['of several lengths, the shortest first', ['ab'], 2, 4, [' a', 'ab', 'b ', ' ab', 'ab ', ' ab ']],
    ['of each word by itself, never across', ['a', 'b'], 3, 3, [' a ', ' b ']],
    ['of a word as often as it stands', ['a', 'a'], 3, 3, [' a ', ' a ']],
    ['none that are longer than the word', ['a'], 4, 9, []],
    ['none without words', [], 2, 5, []],
  ])('are runs %s', (_what, words, shortest, longest, expected) => {
    expect(letterGrams(words, shortest, longest)).toEqual(expected);
  });

  it('tell a beginning from an end', () => {
    // « cra » begins like « cran » and ends like « sacra »: the edges are what tells them apart
    const shared = (a: string, b: string) => letterGrams([a], 2, 2).filter((g) => letterGrams([b], 2, 2).includes(g));
    expect(shared('cra', 'cran')).toEqual([' c', 'cr', 'ra']);
    expect(shared('cra', 'sacra')).toEqual(['cr', 'ra', 'a ']);
  });

  it('leave most of a word standing after one slip', () => {
    const meant = letterGrams(['administratif'], 2, 5);
    const typed = new Set(letterGrams(['administartif'], 2, 5));
    expect(meant.filter((g) => typed.has(g)).length / meant.length).toBeGreaterThan(0.5);
  });

  it('are as many as there are places for them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 6 }), (words, length) => {
        const places = words.reduce((sum, word) => sum + Math.max(0, word.length + 2 - length + 1), 0);
        const grams = letterGrams(words, length, length);
        expect(grams).toHaveLength(places);
        for (const gram of grams) expect(gram).toHaveLength(length);
      }),
    );
  });
});
