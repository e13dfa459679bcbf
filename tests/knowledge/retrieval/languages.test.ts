import { describe, expect, it } from 'vitest';
import { Analyser } from '../../../knowledge/retrieval/analyse.ts';
import { languageOf } from '../../../knowledge/retrieval/languages/index.ts';
import { abbreviationTable, wordSet } from '../../../knowledge/retrieval/languages/language.ts';
import { plainText } from '../../../knowledge/retrieval/normalise.ts';

const LOCALES = ['fr', 'nl', 'en'];

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
    const analyser = new Analyser([], languageOf(locale));
    expect(analyser.analyse(short).stems).toEqual(analyser.analyse(long).stems);
  });

  it.each(LOCALES)('is folded in "%s", or no word typed would ever match it', (locale) => {
    for (const [short, long] of Object.entries(languageOf(locale).abbreviations)) {
      expect(plainText(short)).toBe(short);
      expect(plainText(long)).toBe(long);
      expect(short).not.toBe(long);
    }
  });

  it.each(LOCALES)('is no word of the language’s own that stands for everything: "%s"', (locale) => {
    // a language that is not its own would inherit « constructor » from every object
    expect(languageOf(locale).abbreviations.constructor).toBeUndefined();
  });

  it('is written as lines of short forms and their meaning', () => {
    expect({
      ...abbreviationTable(`
        koi kwa = quoi

        jsp = je sais pas
      `),
    }).toEqual({ koi: 'quoi', kwa: 'quoi', jsp: 'je sais pas' });
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
});

describe('function words', () => {
  it.each([
    ['fr', 'ou quand pourquoi combien quoi pas sans mon plus'],
    ['nl', 'waar wanneer waarom hoeveel wat niet zonder mijn meer'],
    ['en', 'where when why how what not without'],
  ])('that decide between topics are kept in %s: %s', (locale, words) => {
    const { stopWords } = languageOf(locale);
    expect(words.split(' ').filter((word) => stopWords.has(word))).toEqual([]);
  });

  it.each([
    ['fr', 'le salaire', 'salaire'],
    ['nl', 'het loon', 'loon'],
    ['en', 'the salary', 'salary'],
  ])('that do not are left out in %s: « %s » is « %s »', (locale, long, short) => {
    const analyser = new Analyser([], languageOf(locale));
    expect(analyser.analyse(long).stems).toEqual(analyser.analyse(short).stems);
  });

  it.each([
    ['fr', 'et il y a', 4],
    ['en', 'is that you', 3],
    ['nl', 'en gij', 2],
  ])('are all there is to go by in %s where nothing else stands: « %s »', (locale, text, count) => {
    expect(new Analyser([], languageOf(locale)).analyse(text).stems).toHaveLength(count);
  });

  it('are a set, whatever the line breaks', () => {
    expect([...wordSet(' a b\n  c ')]).toEqual(['a', 'b', 'c']);
  });
});

describe('a text taken apart', () => {
  const analyser = new Analyser(['le salaire brut', 'les diplômes'], languageOf('fr'));

  it('has its typing errors corrected in its stems', () => {
    expect(analyser.analyse('salaiire').stems).toEqual(analyser.analyse('salaire').stems);
  });

  it('keeps them in its letters: a name that looks like a word stays a name', () => {
    expect(analyser.analyse('salaiire').trigrams).not.toEqual(analyser.analyse('salaire').trigrams);
  });

  it('has pairs of neighbours among its features, function words included', () => {
    expect(analyser.analyse('le salaire brut').features[0]).toEqual(
      expect.arrayContaining(['le salair', 'salair brut']),
    );
  });

  it.each(['', '?!'])('is empty where it has no words: %j', (text) => {
    expect(analyser.analyse(text)).toEqual({ stems: [], trigrams: [], features: [[], []] });
  });
});

describe('a language without rules of its own', () => {
  it('is matched by its plain words', () => {
    const plain = languageOf('de');
    expect(plain.stem('gehälter')).toBe('gehälter');
    expect(plain.connectors).toEqual([]);
  });
});
