import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correction, questions, segments, sentences, withoutOpeners } from '../../../knowledge/retrieval/segments.ts';
import { languageOf } from '../../helpers/languages.ts';

describe('the parts of a message', () => {
  it.each([
    ['fr', 'quel salaire et quel diplôme ?', ['quel salaire', 'quel diplôme'], 'a word that joins'],
    ['fr', 'le salaire ET les écoles', ['le salaire', 'les écoles'], 'in capitals'],
    ['fr', 'le salaire ainsi que les écoles', ['le salaire', 'les écoles'], 'two words that join'],
    ['fr', 'le salaire et  aussi les écoles', ['le salaire', 'les écoles'], 'the longer of two, whatever the blanks'],
    ['fr', 'salaire, diplôme', ['salaire', 'diplôme'], 'a comma'],
    ['fr', 'C’est quoi ? Ça paie ?', ['C’est quoi', 'Ça paie'], 'two questions'],
    ['fr', 'salaire + écoles & zones / anglais', ['salaire', 'écoles', 'zones', 'anglais'], 'signs'],
    ['fr', 'salaire\nécoles', ['salaire', 'écoles'], 'a new line'],
    ['fr', 'les études', ['les études'], '« et » inside a word'],
    ['fr', 'et en Suisse', ['et en Suisse'], '« et » with nothing before it'],
    ['nl', 'loon en diploma', ['loon', 'diploma'], 'Dutch'],
    ['nl', 'loon en ook de scholen', ['loon', 'de scholen'], 'the longer of two that begin alike'],
    ['en', 'pay and also schools', ['pay', 'schools'], 'English'],
    ['en', 'pay en schools', ['pay en schools'], 'the word of another language joins nothing'],
    ['de', 'Lohn und Schule, Ort', ['Lohn und Schule', 'Ort'], 'no words that join are known: signs alone'],
    ['fr', ' ?! ', [], 'nothing but signs'],
    ['fr', '', [], 'nothing'],
  ])('are told apart in %s: %j is %j (%s)', (locale, text, parts) => {
    expect(segments(text, languageOf(locale))).toEqual(parts);
  });

  it('are trimmed, never empty, and stand in the text in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('salaire', 'et', 'ainsi que', ',', ' ', '\n', '?', 'études')), (pieces) => {
        const text = pieces.join(' ');
        let from = 0;
        for (const part of segments(text, languageOf('fr'))) {
          expect(part).toBe(part.trim());
          expect(part).not.toBe('');
          const at = text.indexOf(part, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + part.length;
        }
      }),
    );
  });
});

describe('the questions of a message', () => {
  it.each([
    ['J’ai 30 ans. Quel est le salaire ?', ['Quel est le salaire ?'], 'after a story'],
    ['Ça paie ? Je demande pour ma fille ! Et où ça ?', ['Ça paie ?', 'Et où ça ?'], 'around one'],
    ['Bonjour\nQuel salaire ?\nMerci', ['Quel salaire ?'], 'in a line of its own'],
    ['Quel salaire ???', ['Quel salaire ?'], 'with more than one mark'],
    ['quel est le salaire', [], 'none without its mark'],
    ['?', [], 'none without words'],
    ['', [], 'none of nothing'],
  ])('are found in %j: %j (%s)', (text, found) => {
    expect(questions(text)).toEqual(found);
  });
});

describe('the sentences of a message', () => {
  it.each([
    ['J’ai 30 ans. Quel salaire ? Merci !', ['J’ai 30 ans', 'Quel salaire', 'Merci'], 'by their marks'],
    ['bonjour\nça va', ['bonjour', 'ça va'], 'by their lines'],
    ['salaire, diplôme et écoles', ['salaire, diplôme et écoles'], 'not by commas or joining words'],
    [' ?! . ', [], 'none where no word stands'],
    ['', [], 'none of nothing'],
  ])('are told apart in %j: %j (%s)', (text, found) => {
    expect(sentences(text)).toEqual(found);
  });
});

describe('what a message opens with', () => {
  it.each([
    ['fr', 'au fait c’est payé combien ?', 'c’est paye combien ?', 'an opening that says nothing'],
    ['fr', 'ok, bon, du coup les horaires', 'les horaires', 'one after another'],
    ['fr', 'bonjour', 'bonjour', 'a greeting that is all there is'],
    ['fr', 'bonjours les horaires', 'bonjours les horaires', 'a word that only begins like one'],
    ['fr', 'les horaires au fait', 'les horaires au fait', 'in the end it is no opening'],
    ['nl', 'trouwens, hoeveel verdien je', 'hoeveel verdien je', 'Dutch'],
    ['en', 'btw what are the hours', 'what are the hours', 'English'],
    ['de', 'ok, was verdient man', 'ok, was verdient man', 'a language without rules'],
  ])('is left out, in %s: %j is %j (%s)', (locale, text, rest) => {
    expect(withoutOpeners(text, languageOf(locale)).replaceAll("'", '’')).toBe(rest);
  });
});

describe('what somebody turns to who takes back what was understood', () => {
  it.each<[locale: string, text: string, meant: string | undefined, why: string]>([
    ['fr', 'non, pas CRA, CTA', 'cta', 'what follows what was not meant'],
    ['fr', 'non pas ça, plutôt les études', 'les etudes', 'two ways of saying no'],
    ['fr', 'je voulais dire les horaires', 'les horaires', 'no « non »'],
    ['fr', 'pas le salaire mais les études', 'les etudes', 'a word in place of the comma'],
    ['nl', 'nee, niet de CRA maar de CTA', 'de cta', 'Dutch'],
    ['nl', 'ik bedoelde de uren', 'de uren', 'Dutch without a no'],
    ['en', 'no, not the CRA, the CTA', 'the cta', 'English'],
    ['en', 'I meant the hours', 'the hours', 'English without a no'],
    ['fr', 'combien on gagne ?', undefined, 'nothing is taken back'],
    ['fr', 'non', undefined, 'nothing is put in its place'],
    ['fr', 'pas le salaire', undefined, 'only what was not meant'],
    ['fr', 'nonante euros', undefined, 'a word that only begins like « non »'],
    ['de', 'nein, die Schule', undefined, 'a language without rules'],
  ])('is found, in %s: %j means %j (%s)', (locale, text, meant) => {
    expect(correction(text, languageOf(locale))).toBe(meant);
  });
});
