import { describe, expect, it } from 'vitest';
import type { Locale, QuizWords } from '../../knowledge/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { readability } from '../helpers/readability.ts';
import { GENDERED, PRIVATE } from './wording.ts';

const { quiz, quizWords, texts, locales } = loadKnowledge(contentDir);

const wordsOf = (locale: Locale): QuizWords => {
  const words = quizWords[locale];
  if (!words) throw new Error(`no quiz in ${locale}`);
  return words;
};

/** All that people read of the quiz, by what it is; not what they may type. */
function read(locale: Locale): Record<'items' | 'labels' | 'whys' | 'verdict', string[]> {
  const { items, labels, dimensions, gates, bands, undetermined, allNeutral, lowConfidence, disclaimer } =
    wordsOf(locale);
  const all = Object.values(items);
  return {
    items: all.map(({ text }) => text),
    labels: [...labels, ...all.flatMap((item) => item.labels ?? [])],
    whys: all.map(({ why }) => why),
    verdict: [
      ...Object.values(dimensions).flatMap((d) => [d.strength, d.watch, d.next]),
      ...Object.values(gates).flatMap((g) => [g.reason, g.advice]),
      ...Object.values(bands).flatMap((b) => [b.text, ...b.next]),
      ...[undetermined.text, allNeutral, lowConfidence, disclaimer],
    ],
  };
}

/** Every text of a value, at any depth. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value instanceof Object ? Object.values(value).flatMap(textsIn) : [];

const found = (list: readonly string[], patterns: readonly RegExp[] = []) =>
  list.filter((text) => patterns.some((pattern) => pattern.test(text)));

describe('what the quiz asks', () => {
  it.each(locales)('is nothing about age, gender, health, origin, family or money, in %s', (locale) => {
    const { items, labels } = read(locale);
    expect(PRIVATE[locale]?.length).toBeGreaterThan(0);
    expect(found([...items, ...labels], PRIVATE[locale])).toEqual([]);
  });

  it.each([
    ['fr', 'Quel âge as-tu ?'],
    ['fr', 'Ma santé me permet de rester assis.'],
    ['fr', 'Je suis une femme.'],
    ['nl', 'Wat is je leeftijd?'],
    ['nl', 'Hoeveel jaar oud ben je?'],
    ['nl', 'Mijn gezondheid is goed.'],
    ['en', 'Were you born in Belgium?'],
    ['en', 'My health is good.'],
  ])('would be noticed in %s: %s', (locale, text) => {
    expect(found([text], PRIVATE[locale])).toEqual([text]);
  });

  it('agrees with the job in one item of each statement dimension and disagrees in the other, so that agreeing gives nothing', () => {
    const keys = quiz.dimensions.map(({ id }) =>
      quiz.items
        .filter((item) => item.dimension === id)
        .map(({ keyed }) => keyed)
        .sort()
        .join(''),
    );
    expect(keys.filter((key) => key === '+-')).toHaveLength(5);
  });
});

describe('the words of the quiz', () => {
  /** Measured when the words were last reviewed, and what they may not fall below. 60 is plain, 70 easy, 80 very easy. */
  it.each<[locale: Locale, part: 'items' | 'whys' | 'verdict', least: number]>([
    ['fr', 'items', 85],
    ['fr', 'whys', 85],
    ['fr', 'verdict', 82],
    ['nl', 'items', 70],
    ['nl', 'whys', 70],
    ['nl', 'verdict', 70],
    ['en', 'items', 72],
    ['en', 'whys', 78],
    ['en', 'verdict', 74],
  ])('are easy to read in %s: %s', (locale, part, least) => {
    expect(readability(read(locale)[part], locale).score).toBeGreaterThanOrEqual(least);
  });

  it.each(locales)('are short: no statement of more than 13 words, no sentence of more than 30, in %s', (locale) => {
    const count = (text: string) => text.match(/[\p{L}\d'’·-]+/gu)?.length ?? 0;
    const { items, whys, verdict } = read(locale);
    expect(items.filter((text) => count(text) > 13)).toEqual([]);
    const sentences = [...whys, ...verdict].flatMap((text) => text.split(/[.!?:]\s/));
    expect(sentences.filter((text) => count(text) > 30)).toEqual([]);
  });

  it.each(locales)('have no form of one gender where another turn exists, in %s', (locale) => {
    const { answers: _typed, fillers: _around, ...said } = wordsOf(locale);
    expect(GENDERED[locale]?.length).toBeGreaterThan(0);
    expect(found(textsIn(said), GENDERED[locale])).toEqual([]);
  });

  it.each(locales)('have none in what the bot says of the quiz and the verdict, in %s', (locale) => {
    const { quiz, verdict, explain } = (texts[locale]?.content ?? {}) as Record<string, unknown>;
    const said = textsIn([quiz, verdict, explain]);
    expect(said.length).toBeGreaterThan(40);
    expect(found(said, GENDERED[locale])).toEqual([]);
  });

  it.each([
    ['fr', 'Es-tu prêt(e) ?'],
    ['fr', 'Tu es motivé.'],
    ['fr', 'Tu es très heureux de travailler en équipe.'],
    ['fr', 'Parle à une conseillère.'],
    ['fr', 'Deviens infirmier.'],
    ['fr', 'Il ou elle répond.'],
    ['nl', 'Vraag het aan je begeleider: hij/zij weet het.'],
    ['nl', 'Een verpleegster helpt.'],
    ['en', 'Ask your adviser; he or she knows.'],
    ['en', 'Ask the chairman.'],
  ])('would be noticed in %s: %s', (locale, text) => {
    expect(found([text], GENDERED[locale])).toEqual([text]);
  });
});

describe('the measure of readability', () => {
  it.each<[locale: Locale, easy: string, hard: string]>([
    [
      'fr',
      'Je range mes notes. Tu lis bien.',
      "L'opérationnalisation des responsabilités organisationnelles nécessite une appropriation institutionnelle.",
    ],
    [
      'nl',
      'Ik werk graag. Jij leest goed.',
      'De operationalisering van organisatorische verantwoordelijkheden vereist institutionele betrokkenheid.',
    ],
    [
      'en',
      'I like to work. You read well.',
      'The operationalisation of organisational responsibilities necessitates institutional appropriation.',
    ],
  ])('tells easy from hard in %s', (locale, easy, hard) => {
    expect(readability([easy], locale).score).toBeGreaterThan(95);
    expect(readability([hard], locale).score).toBeLessThan(10);
  });

  it.each<[locale: Locale, word: string, syllables: number]>([
    ['fr', 'vérifier', 3],
    ['fr', 'tâches', 1],
    ['fr', 'coulisses', 2],
    ['nl', 'geneeskunde', 4],
    ['nl', 'patiënten', 4],
    ['en', 'mistake', 2],
    ['en', 'medical', 3],
  ])('counts syllables in %s: %s has %i', (locale, word, syllables) => {
    expect(readability([word], locale).word).toBe(syllables);
  });
});
