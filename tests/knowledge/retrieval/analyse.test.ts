import { describe, expect, it } from 'vitest';
import { Analyser, wordsOf } from '../../../knowledge/retrieval/analyse.ts';
import { createLanguage, type Language } from '../../../knowledge/retrieval/language.ts';
import type { LanguageRules } from '../../../knowledge/schema.ts';
import { languageOf } from '../../helpers/languages.ts';

const languageWith = (rules: Partial<LanguageRules>) => createLanguage({ ...createLanguage().rules, ...rules });
/** Knows no word, so that none is corrected. */
const untaught = (language: Language) => Analyser.of([], language);

describe('what people write for short', () => {
  it.each([
    ['fr', 'c koi', 'est quoi', 'phonetic'],
    ['fr', 'jsp cb sa paye', 'je sais pas combien ca paye', 'one short form for three words'],
    ['fr', 'kel taf', 'quel travail', 'slang for work'],
    ['fr', 'slt, pk pas ?', 'salut pourquoi pas', 'a greeting and a question word'],
    ['nl', 'wa verdiende', 'wat verdient ge', 'tussentaal: verb and pronoun in one'],
    ['nl', 'hvl betaalt da aub', 'hoeveel betaalt dat alstublieft', 'SMS'],
    ['nl', 'kheb gin dipl', 'ik heb geen diploma', 'tussentaal: pronoun and verb in one'],
    ['en', 'wat r u', 'what are you', 'single letters'],
    ['en', 'idk abt uni', 'i do not know about university', 'one short form for four words'],
  ])('means in %s: « %s » is « %s » (%s)', (locale, short, long) => {
    const analyser = untaught(languageOf(locale));
    expect(analyser.analyse(short)).toEqual(analyser.analyse(long));
  });

  it('is no word that stands for everything: every object has a « constructor »', () => {
    for (const locale of ['fr', 'nl', 'en', 'de']) {
      const text = 'constructor toString __proto__';
      expect(wordsOf(text, languageOf(locale))).toEqual(['constructor', 'tostring', 'proto']);
      expect(untaught(languageOf(locale)).analyse('constructor toString').concepts).toEqual([]);
    }
  });
});

describe('function words', () => {
  it.each([
    ['fr', 'le salaire', 'salaire'],
    ['nl', 'het loon', 'loon'],
    ['en', 'the salary', 'salary'],
  ])('are left out of the stems in %s: « %s » is « %s »', (locale, long, short) => {
    const analyser = untaught(languageOf(locale));
    expect(analyser.analyse(long).stems).toEqual(analyser.analyse(short).stems);
  });

  it.each([
    ['fr', 'et il y a', 4],
    ['en', 'is that you', 3],
    ['nl', 'en gij', 2],
  ])('are all there is to go by in %s where nothing else stands: « %s »', (locale, text, count) => {
    expect(untaught(languageOf(locale)).analyse(text).stems).toHaveLength(count);
  });

  it('that were mistyped are left out as well', () => {
    const analyser = Analyser.of(['le salaire dans le secteur'], languageOf('fr'));
    // two letters swapped in « dans »
    expect(analyser.analyse('salaire dnas secteur').stems).toEqual(analyser.analyse('salaire secteur').stems);
  });
});

describe('a text taken apart', () => {
  const analyser = Analyser.of(['le salaire brut', 'les diplômes', 'quoi'], languageOf('fr'));
  /** The pairs of neighbours among the terms of a text. */
  const pairsOf = (text: string) => {
    const { stems, terms } = analyser.analyse(text);
    return terms.filter((term) => !stems.includes(term));
  };

  it('has the words as they were typed, but for what is written for short', () => {
    expect(analyser.analyse('Koi, le SALAIIRE ?').words).toEqual(['quoi', 'le', 'salaiire']);
  });

  it('has its typing errors corrected in its stems', () => {
    expect(analyser.analyse('salaiire').stems).toEqual(analyser.analyse('salaire').stems);
  });

  it('keeps them in its letters: a name that looks like a word stays a name', () => {
    expect(analyser.analyse('salaiire').grams).not.toEqual(analyser.analyse('salaire').grams);
  });

  it('has its stems and the pairs of neighbours among its terms, function words included', () => {
    const { stems, terms } = analyser.analyse('le salaire brut');
    expect(terms).toEqual([...stems, ...pairsOf('le salaire'), ...pairsOf('salaire brut')]);
    expect(stems).toHaveLength(2);
    expect(terms).toHaveLength(4);
  });

  it.each([
    ['brut salaire', 'their order'],
    ['diplômes brut', 'the first of them'],
    ['salaire diplômes', 'the second'],
  ])('tells pairs apart by each of the two: « salaire brut » from « %s » (%s)', (other) => {
    expect(pairsOf('salaire brut')).not.toEqual(pairsOf(other));
  });

  it('has no pair where a word stands alone', () => {
    const { stems, terms } = analyser.analyse('salaire');
    expect(terms).toEqual(stems);
  });

  it('has features of its own for each kind: a word is no idea of the same name, nor a run of letters', () => {
    const named = untaught(languageWith({ concepts: { b: ['b'], ' b ': ['b'] } }));
    const { stems, terms, concepts, grams } = named.analyse('b b');
    expect(new Set([...stems, ...terms, ...concepts, ...grams]).size).toBe(
      new Set(terms).size + new Set(concepts).size + new Set(grams).size,
    );
    expect(concepts).toHaveLength(2);
  });

  it.each(['', '?!'])('is empty where it has no words: %j', (text) => {
    expect(analyser.analyse(text)).toEqual({ words: [], stems: [], terms: [], concepts: [], grams: [] });
  });

  it('is the same however often the words have been seen', () => {
    const first = analyser.analyse('le salaire brut des diplômés');
    expect(analyser.analyse('le salaire brut des diplômés')).toEqual(first);
  });
});

describe('the ideas that a text hints at', () => {
  const language = languageWith({
    stemmer: 'fr',
    concepts: { money: ['thune', 'fric', 'blé'], pay: ['salaire', 'thune'], moon: ['lune'] },
    outside: { food: ['blé'] },
    stopWords: ['fric'],
  });
  const analyser = Analyser.of(['le salaire', 'la lune', 'lunes'], language);
  /** As the word that hints at this idea alone has it. */
  const idea = { money: 'fric', pay: 'salaire', moon: 'lune' };
  const [money, pay, moon] = Object.values(idea).map((word) => analyser.analyse(word).concepts[0] ?? Number.NaN);

  it('are different features', () => {
    expect(new Set([money, pay, moon]).size).toBe(3);
    for (const word of Object.values(idea)) expect(analyser.analyse(word).concepts).toHaveLength(1);
  });

  it.each([
    ['thunes', [money, pay], 'a word may hint at two; its forms count'],
    ['la thune et le fric', [money, pay], 'each once, however many words hint at it'],
    ['du fric', [money], 'even words that carry no intent may hint'],
    ['salire', [pay], 'a typing error hints at what was meant'],
    ['thine', [], 'no utterance has « thune », so nothing corrects a word into it'],
    ['rien de tout ça', [], 'nothing hints at anything'],
  ])('are those of its words: « %s » at %j (%s)', (text, expected) => {
    expect(analyser.analyse(text).concepts).toEqual(expected);
  });

  it('are those of a word that was taken for a typing error as well: it may have been right', () => {
    // no utterance has « tune », and « lune » is one letter off
    const other = Analyser.of(['lune'], languageWith({ concepts: { tuna: ['tune'], moon: ['lune'] } }));
    expect(other.speller.correct('tune')).toBe('lune');
    const [tuna] = untaught(languageWith({ concepts: { tuna: ['tune'] } })).analyse('tune').concepts;
    expect(other.analyse('tune').concepts).toEqual([...other.analyse('lune').concepts, tuna]);
  });
});

describe('a known word', () => {
  const analyser = Analyser.of(['le salaire', 'koi', 'je sais pas'], languageOf('fr'));

  it.each([
    ['salaire', true, 'an utterance has it'],
    ['quoi', true, 'an utterance has it written for short'],
    ['koi', true, 'as it stands in an utterance'],
    ['jsp', true, 'an utterance has all words that it is short for'],
    ['kel', false, 'no utterance has what it is short for'],
    ['salaires', false, 'another form of it'],
    ['salire', false, 'a typing error'],
    ['diplome', false, 'no utterance has it'],
  ])('is one of the utterances, as it stands or written out: « %s » %s (%s)', (word, expected) => {
    expect(analyser.knows(word)).toBe(expected);
  });
});
