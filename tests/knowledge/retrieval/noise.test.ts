import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguage, type Language } from '../../../knowledge/retrieval/language.ts';
import { withNoise } from '../../../knowledge/retrieval/noise.ts';
import { languageOf } from '../../helpers/languages.ts';

const languageWith = (slips: Record<string, string>) => createLanguage({ ...createLanguage().rules, slips });
const PLAIN = languageWith({});
/** A long message of one word: what can become of it, and how often. */
const manyOf = (word: string, language: Language, count = 10_000) =>
  withNoise(new Array<string>(count).fill(word), language, 1);

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoqrstuvxyz'), minLength: 1, maxLength: 12 });
const message = fc.array(letters, { maxLength: 12 });
const anySeed = fc.nat({ max: 100_000 });

describe('noise', () => {
  it('is the same for the same words and seed: what is learned must not change from start to start', () => {
    const french = languageOf('fr');
    fc.assert(
      fc.property(message, anySeed, (words, seed) => {
        expect(withNoise(words, french, seed)).toEqual(withNoise(words, french, seed));
      }),
    );
  });

  it('is another for another seed: alike utterances are misspelt differently', () => {
    const words = 'quel est le salaire moyen apres quelques annees'.split(' ');
    const variants = Array.from({ length: 100 }, (_, seed) => withNoise(words, languageOf('fr'), seed).join(' '));
    expect(new Set(variants).size).toBeGreaterThan(80);
  });

  it('leaves the words that it was given as they were', () => {
    const words = ['quel', 'est', 'le', 'salaire'];
    withNoise(words, languageOf('fr'), 1);
    expect(words).toEqual(['quel', 'est', 'le', 'salaire']);
  });

  it('leaves short words their letters, and at most the blank between them is lost', () => {
    const short = fc.string({ unit: fc.constantFrom(...'abé'), minLength: 1, maxLength: 2 });
    const everything = languageWith({ '.+': 'x' });
    fc.assert(
      fc.property(fc.array(short), anySeed, (words, seed) => {
        expect(withNoise(words, everything, seed).join('')).toBe(words.join(''));
      }),
    );
  });

  it('leaves words of three letters their letters, but for what the language misspells', () => {
    expect(new Set(manyOf('cta', PLAIN))).toEqual(new Set(['cta']));
    expect(new Set(manyOf('qui', languageWith({ qu: 'kw' })))).toEqual(new Set(['qui', 'kwi']));
  });

  it.each([
    ['a language as people write it', languageOf('fr')],
    ['a language whose misspelling leaves nothing of a word', languageWith({ '.+': '' })],
    ['a language without misspellings', PLAIN],
  ])('never makes an empty word, nor more words than there were: %s', (_what, language) => {
    fc.assert(
      fc.property(message, anySeed, (words, seed) => {
        const noisy = withNoise(words, language, seed);
        expect(noisy).not.toContain('');
        expect(noisy.length).toBeLessThanOrEqual(words.length);
        expect(noisy.length).toBeGreaterThanOrEqual(words.length / 2);
      }),
    );
  });
});

describe('a misspelt word', () => {
  it.each([
    ['where the language has a misspelling that fits', languageWith({ a: 'X' }), 0.4, 'two in five words'],
    ['where none fits', languageWith({ z: 'X' }), 0.18, 'two in five, of which 45 in a hundred are no systematic ones'],
    ['where there is none', PLAIN, 0.18, 'as above'],
  ])('is as frequent as it should be %s', (_where, language, rate) => {
    const noisy = manyOf('banane', language);
    const share = noisy.filter((word) => word !== 'banane').length / noisy.length;
    expect(Math.abs(share - rate)).toBeLessThan(0.02);
  });

  it('is as frequent at the beginning of messages as further on', () => {
    // the seed is the number of the utterance: the numbers of one entry follow one another
    const messages = Array.from({ length: 2000 }, (_, seed) =>
      withNoise(new Array(6).fill('banane'), languageWith({ a: 'X' }), seed),
    );
    for (const place of [0, 1, 2, 3, 4, 5]) {
      const share = messages.filter((words) => words[place] !== 'banane').length / messages.length;
      expect(Math.abs(share - 0.4), `word ${place + 1}`).toBeLessThan(0.05);
    }
  });

  it('is more often one as it sounds than a slip', () => {
    const noisy = manyOf('banane', languageWith({ a: 'X' })).filter((word) => word !== 'banane');
    const share = noisy.filter((word) => word.includes('X')).length / noisy.length;
    expect(Math.abs(share - 0.55)).toBeLessThan(0.03);
  });

  it.each([
    [
      'quoi',
      ['qoi', 'quuoi', 'qoui', 'qyoi', 'qioi'],
      ['qui', 'quooi', 'quio', 'quii', 'qupi'],
      'two keys beside each',
    ],
    ['mars', ['mrs', 'maars', 'mras', 'mzrs'], ['mas', 'marrs', 'masr', 'maes', 'mats'], '« a » has one key beside it'],
    ['c2ab', ['cab', 'c22ab', 'ca2b'], ['c2b', 'c2aab', 'c2ba', 'c2zb'], '« 2 » has none, and stays'],
  ])(
    'has a letter left out, doubled, swapped with the next or of the key beside, never the first: %s',
    (word, second, third) => {
      expect([...new Set(manyOf(word, PLAIN))].sort()).toEqual([word, ...second, ...third].sort());
    },
  );

  it.each(['koi', 'quwa', 'kwa'])('is written as it sounds in one place or in two: « quoi » as « %s »', (expected) => {
    expect(manyOf('quoi', languageWith({ '^qu': 'k', oi$: 'wa' }))).toContain(expected);
  });

  it('is written as any of the misspellings that fit, none of which is left out', () => {
    const fitting = languageWith({ e$: '1', '^s': '2', ai: '3', xx: '4' });
    const signs = new Set(manyOf('salaire', fitting).flatMap((word) => word.match(/\d/g) ?? []));
    expect([...signs].sort()).toEqual(['1', '2', '3']);
  });
});

describe('a short word', () => {
  it('is written together with the next as often as it should be', () => {
    const noisy = manyOf('de', PLAIN);
    expect(new Set(noisy)).toEqual(new Set(['de', 'dede']));
    const share = noisy.filter((word) => word === 'dede').length / noisy.length;
    expect(Math.abs(share - 0.15)).toBeLessThan(0.02);
  });

  it('is written together with a longer word too: « langlais »', () => {
    const messages = Array.from({ length: 100 }, (_, seed) => withNoise(['l', 'cta'], PLAIN, seed).join(' '));
    expect(new Set(messages)).toEqual(new Set(['l cta', 'lcta']));
  });

  it('stays alone at the end, where no word is next', () => {
    const messages = Array.from({ length: 100 }, (_, seed) => withNoise(['cta', 'la'], PLAIN, seed).join(' '));
    expect(new Set(messages)).toEqual(new Set(['cta la']));
  });
});
