import { describe, expect, it } from 'vitest';
import { createLanguageDetector } from '../../../knowledge/retrieval/detectLanguage.ts';
import { understand } from '../../helpers/engine.ts';

const LOCALES = ['fr', 'nl', 'en'];
const languageOf = (text: string, conversation: string) =>
  understand(text, { locale: conversation, quiz: 'none' }).locale;

describe('the language of a message', () => {
  it.each([
    ['fr', 'Bonjour, je voudrais savoir combien on gagne dans ce métier'],
    ['fr', 'est-ce que mes enfants pourraient faire ces études à Namur'],
    ['fr', 'jvoudrai savoir si c dur comme etude'],
    ['fr', 'mon frère travaille chez Pfizer et il dit que c’est stressant'],
    ['fr', 'je suis pas fort en maths, ça pose problème ?'],
    ['fr', 'tu me conseilles quelle haute école'],
    ['nl', 'Goeiedag, ik zou graag weten hoeveel je hiermee verdient'],
    ['nl', 'kan mijn dochter deze opleiding in Leuven volgen'],
    ['nl', 'kweet ni of da iets voor mij is'],
    ['nl', 'mijn broer werkt bij Janssen en die zegt dat het druk is'],
    ['nl', 'ik ben niet zo goed in wiskunde, is dat erg?'],
    ['nl', 'welke school raad je mij aan'],
    ['en', 'Hello, I would like to know how much people earn in this job'],
    ['en', 'could my daughter take this course in Brussels'],
    ['en', 'not sure this would be smth for me tbh'],
    ['en', 'my brother works at Pfizer and says it gets hectic'],
    ['en', "I'm not that good at maths, does it matter?"],
    ['en', 'which school would you recommend'],
  ])('is %s whatever the conversation’s: %s', (expected, text) => {
    for (const conversation of LOCALES) expect(languageOf(text, conversation), conversation).toBe(expected);
  });

  it.each([
    ['CTA', 'the job’s short name'],
    ['CTA - CRA', 'two short names'],
    ['GSK', 'a company'],
    ['TMF', 'an abbreviation of the trade'],
    ['Liège', 'a town'],
    ['ok', 'a word of all three'],
    ['👍', 'no word'],
    ['2', 'a figure'],
    ['Pfizer UCB IQVIA', 'three companies'],
    ['', 'nothing'],
    ['???', 'signs'],
  ])('is the conversation’s for « %s », %s', (text) => {
    for (const conversation of LOCALES) expect(languageOf(text, conversation)).toBe(conversation);
  });

  it.each(['quiz', 'stress', 'stage', 'freelance'])(
    'is the conversation’s for « %s », which it knows as well',
    (text) => {
      for (const conversation of ['fr', 'nl']) expect(languageOf(text, conversation)).toBe(conversation);
    },
  );
});

describe('a detector', () => {
  const french = ['je veux savoir le salaire', 'quel est le diplôme', 'où sont les écoles', 'merci pour la réponse'];
  const dutch = ['ik wil het loon weten', 'wat is het diploma', 'waar zijn de scholen', 'bedankt voor het antwoord'];
  // one in four is sampled, and what is learned of two is surer
  const often = (texts: string[]) => texts.flatMap((text) => new Array<string>(8).fill(text));
  const detect = createLanguageDetector(
    new Map([
      ['fr', often(french)],
      ['nl', often(dutch)],
    ]),
  );

  it('tells its languages apart', () => {
    for (const text of french) expect(detect(text, 'nl')).toBe('fr');
    for (const text of dutch) expect(detect(text, 'fr')).toBe('nl');
  });

  it('stays where it is on what it has never seen', () => {
    for (const locale of ['fr', 'nl']) expect(detect('xyz', locale)).toBe(locale);
  });

  it('chooses one of its own for a conversation in another', () => {
    expect(['fr', 'nl']).toContain(detect('xyz', 'de'));
  });

  it('has nothing to choose where there is one language', () => {
    expect(createLanguageDetector(new Map([['fr', french]]))('what is this', 'fr')).toBe('fr');
  });
});
