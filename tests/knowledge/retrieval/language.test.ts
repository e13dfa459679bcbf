import { describe, expect, it } from 'vitest';
import { entryTexts } from '../../../knowledge/entryTexts.ts';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { createLanguage } from '../../../knowledge/retrieval/language.ts';
import { plainText, words } from '../../../knowledge/retrieval/normalise.ts';
import type { LanguageRules, StemmerName } from '../../../knowledge/schema.ts';
import { contentDir } from '../../../src/paths.ts';
import { languageOf } from '../../helpers/languages.ts';

const LOCALES = ['fr', 'nl', 'en'];
const languageWith = (rules: Partial<LanguageRules>) => createLanguage({ ...createLanguage().rules, ...rules });

describe('what people write for short', () => {
  it.each([
    ['quoi', 'koi', ['quoi'], 'one word for another'],
    ['je sais pas', 'jsp', ['je', 'sais', 'pas'], 'one for several'],
    ['Où ça', 'OÙÇA', ['ou', 'ca'], 'accents and capitals are folded as in messages'],
    ["l'école", 'lecole', ['ecole'], 'what is elided in messages is in its meaning too'],
    ['demain', '2m1', ['demain'], 'figures are letters here'],
  ])('stands for the words of its meaning: « %s » by « %s »', (meaning, form, expected) => {
    const { abbreviations } = languageWith({ abbreviations: { [meaning]: ['autre', form] } });
    expect(abbreviations.get(plainText(form))).toEqual(expected);
    expect(abbreviations.get('autre')).toEqual(expected);
    expect(abbreviations.size).toBe(2);
  });

  it.each(LOCALES)('is one plain word in "%s", or no word typed would ever match it', (locale) => {
    for (const form of languageOf(locale).abbreviations.keys()) expect(words(form)).toEqual([form]);
  });

  it.each(LOCALES)('never stands for itself in "%s", which would say nothing', (locale) => {
    for (const [form, meaning] of languageOf(locale).abbreviations) {
      expect(meaning.length, form).toBeGreaterThan(0);
      expect(meaning).not.toEqual([form]);
    }
  });

  it.each(LOCALES)('has one meaning in "%s", as only one would be taken', (locale) => {
    const forms = Object.values(languageOf(locale).rules.abbreviations).flat().map(plainText);
    expect(forms.filter((form, i) => forms.indexOf(form) !== i)).toEqual([]);
  });
});

describe('the stem of a word', () => {
  it.each([
    ['fr', ['salaire', 'salaires'], 'a plural'],
    ['fr', ['gagner', 'gagne', 'gagnez'], 'a verb'],
    ['fr', ['clinique', 'cliniques'], 'an adjective'],
    ['nl', ['werkgever', 'werkgevers'], 'a plural'],
    ['nl', ['dag', 'dagen'], 'a plural in -en'],
    ['nl', ['school', 'scholen'], 'a plural with one vowel less'],
    ['en', ['salary', 'salaries'], 'a plural'],
    ['en', ['employ', 'employed', 'employs'], 'a verb'],
    ['en', ['hospital', 'hospitals'], 'a plural'],
  ])('is shared in %s by %j (%s)', (locale, forms) => {
    expect(new Set(forms.map(languageOf(locale).stem)).size).toBe(1);
  });

  it.each([
    ['fr', 'salaire', 'salarie', 'pay and who is paid'],
    ['nl', 'loon', 'leren', 'pay and learning'],
    ['en', 'salary', 'sales', 'pay and selling'],
    ['fr', 'cta', 'cra', 'two jobs'],
  ])('keeps apart in %s what only looks alike: %s and %s (%s)', (locale, one, other) => {
    const { stem } = languageOf(locale);
    expect(stem(one)).not.toBe(stem(other));
  });

  it.each<[stemmer: StemmerName, plural: string, singular: string, why: string]>([
    ['fr', 'salaires', 'salaire', 'French'],
    ['nl', 'scholen', 'school', 'Dutch'],
    ['en', 'salaries', 'salary', 'English'],
    ['de', 'gehalter', 'gehalt', 'German, which the shipped content does not speak'],
  ])('is taken from the stemmer that the rules name: %s (%s is %s: %s)', (stemmer, plural, singular) => {
    const { stem } = languageWith({ stemmer });
    expect(stem(plural)).toBe(stem(singular));
  });
});

describe('function words', () => {
  it.each([
    ['fr', 'ou quand pourquoi combien quoi pas sans mon plus'],
    ['nl', 'waar wanneer waarom hoeveel wat niet zonder mijn meer'],
    ['en', 'where when why how what not without'],
  ])('that decide between topics are kept in %s: %s', (locale, list) => {
    const { stopWords } = languageOf(locale);
    expect(list.split(' ').filter((word) => stopWords.has(word))).toEqual([]);
  });

  it('and the words that go on with a topic are folded as in messages', () => {
    const { stopWords, continuations } = languageWith({ stopWords: ['À', 'le'], continuations: ['Évidemment', 'et'] });
    expect([...stopWords]).toEqual(['a', 'le']);
    expect([...continuations]).toEqual(['evidemment', 'et']);
  });
});

describe('the ideas that a word hints at', () => {
  const { stem, concepts } = languageWith({
    stemmer: 'fr',
    concepts: { money: ['thune', 'thunes', 'blé'], 'pay-salary': ['paie', 'blé', 'pouvoir-achat'] },
    outside: { food: ['blé', 'Pâtes'] },
  });

  it.each<[word: string, ideas: string[] | undefined, why: string]>([
    ['thune', ['money'], 'once, though two of its forms are listed'],
    ['paie', ['pay-salary'], 'the idea that lists it'],
    ['paies', ['pay-salary'], 'another form: words are known by their stems'],
    ['ble', ['money', 'pay-salary', 'food'], 'all that list it, those outside the guide last'],
    ['pates', ['food'], 'folded as in messages'],
    ['pouvoir', ['pay-salary'], 'a part of a compound'],
    ['achat', ['pay-salary'], 'the other part'],
    ['salaire', undefined, 'no idea that lists it'],
    ['constructor', undefined, 'every object has it, no idea does'],
  ])('are those of its stem: « %s » at %j (%s)', (word, expected) => {
    expect(concepts().get(stem(word))).toEqual(expected);
  });

  it.each(LOCALES)('have names in "%s" that no other idea has: of two, one would be lost', (locale) => {
    const { rules } = languageOf(locale);
    expect(Object.keys(rules.outside).filter((name) => name in rules.concepts)).toEqual([]);
  });
});

describe('a systematic misspelling', () => {
  it('is a pattern and what is written in its place', () => {
    const { slips } = languageWith({ slips: { er$: 'e', '(a)(i)': '$2$1' } });
    expect(slips.map(([pattern, becomes]) => 'gagner salaire'.replace(pattern, becomes))).toEqual([
      'gagner salaire',
      'gagner saliare',
    ]);
    expect(slips.map(([pattern, becomes]) => 'gagner'.replace(pattern, becomes))).toEqual(['gagne', 'gagner']);
  });

  it.each(LOCALES)('changes some word of the content in "%s": the others are without effect', (locale) => {
    const { entries } = loadKnowledge(contentDir);
    const list = [...new Set([...entries.values()].flatMap((entry) => entryTexts(entry, locale)).flatMap(words))];
    const idle = languageOf(locale).slips.filter(([pattern, becomes]) =>
      list.every((word) => word.replace(pattern, becomes) === word),
    );
    expect(idle).toEqual([]);
  });
});

describe('a language without rules of its own', () => {
  const plain = languageOf('de');

  it('is matched by its plain words', () => {
    for (const word of ['gehälter', 'salaires', 'scholen', 'salaries']) expect(plain.stem(word)).toBe(word);
  });

  it('has no words that mean anything else than themselves', () => {
    const { rules, stem, concepts, ...parts } = plain;
    expect(concepts()).toEqual(new Map());
    expect(parts).toEqual({
      stopWords: new Set(),
      abbreviations: new Map(),
      connectors: [],
      continuations: new Set(),
      references: new Set(),
      openers: [],
      alarms: [],
      corrections: { openings: [], negations: [], contrasts: [] },
      slips: [],
    });
  });
});

it('a language tells what it was made of, on which the models depend', () => {
  const rules: LanguageRules = { ...createLanguage().rules, stemmer: 'nl', stopWords: ['de'] };
  expect(createLanguage(rules).rules).toEqual(rules);
});
