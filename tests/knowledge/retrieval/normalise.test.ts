import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, plainText, words } from '../../../knowledge/retrieval/normalise.ts';

/** Any string that JavaScript can hold: half a surrogate pair too, as a channel may cut one. */
const anyString = fc
  .array(
    fc.oneof(fc.nat({ max: 0xffff }), fc.constantFrom(0x27, 0x2019, 0x153, 0x1e9e, 0x130, 0x149, 0xb4, 0xd83d, 0xdc4d)),
  )
  .map((units) => String.fromCharCode(...units));

describe('plain text', () => {
  it.each([
    ['case', 'SALAIRE', 'salaire'],
    ['accents', 'Évolution à Liège, ça va où ?', 'evolution a liege ca va ou'],
    ['accents typed as two characters', 'e\u0301tudes', 'etudes'],
    ['œ and æ', 'SŒUR cœur ex æquo', 'soeur coeur ex aequo'],
    ['ß, which has a capital too', 'groß GROẞ', 'gross gross'],
    ['typographic forms', 'ﬁn du mois, 2² fois', 'fin du mois 22 fois'],
    ['full-width letters of Asian keyboards', 'ＣＴＡ', 'cta'],
    ['punctuation', '« Combien ?! » – dit-il…', 'combien dit il'],
    ['white space of all kinds', ' un\u00a0CTA\u202f?\n\tou\u2003CRA ', 'un cta ou cra'],
    ['the dot of inclusive writing', 'motivé·e·s', 'motive e s'],
    ['an apostrophe is a space', "c'est quoi", 'c est quoi'],
    ['letters stretched for effect', 'saluuuut, ouiiii', 'salut oui'],
    ['accented letters stretched', 'éééécoles', 'ecoles'],
    ['a letter doubled as it should be', 'employée, années, balle', 'employee annees balle'],
    ['figures, which are never stretched', '1000 ou 2.600 €', '1000 ou 2 600'],
    ['an emoji alone, which is a message', '👍', '👍'],
    ['emojis are words of their own', 'ok👍👍merci', 'ok 👍 👍 merci'],
    ['the shade of an emoji', '👍🏽', '👍'],
    ['the variant of an emoji', '❤️', '❤'],
    ['other scripts', 'Привет, 你好', 'привет 你好'],
    ['nothing but punctuation', ' ?!… ', ''],
    ['nothing', '', ''],
  ])('is free of what does not matter: %s', (_what, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('keeps what does matter', () => {
    // « ou » and « où » fold into one, but a negation or another word must not
    expect(plainText("c'est stable")).not.toBe(plainText("c'est pas stable"));
    expect(plainText('CTA')).not.toBe(plainText('CRA'));
  });

  it('of a plain text is that plain text', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const plain = plainText(text);
        expect(plainText(plain)).toBe(plain);
      }),
    );
  });

  it('is the same for a text in capitals and in composed or decomposed accents', () => {
    const french = fc.string({ unit: fc.constantFrom(..."abcdeéèêàçœùïô '-?29") });
    fc.assert(
      fc.property(french, (text) => {
        const plain = plainText(text);
        expect(plainText(text.toUpperCase())).toBe(plain);
        expect(plainText(text.normalize('NFD'))).toBe(plain);
      }),
    );
  });
});

describe('the words of a text', () => {
  it.each([
    ['an elided article', "l'anglais", ['anglais']],
    ['elision in capitals', "L'ANGLAIS D'ABORD", ['anglais', 'abord']],
    ['a typographic apostrophe', 'l’anglais', ['anglais']],
    ['other characters typed for an apostrophe', 'l‘anglais lʼanglais l`anglais', ['anglais', 'anglais', 'anglais']],
    ['an acute accent typed for an apostrophe', 'l´anglais', ['anglais']],
    ['a full-width apostrophe', 'l＇anglais', ['anglais']],
    ['« qu’est-ce », where « est » and « ce » stay', "qu'est-ce", ['est', 'ce']],
    ['a longer elided word', "jusqu'à lorsqu'on", ['a', 'on']],
    ['« c’est », whose « c » says as little as an article', "c'est", ['est']],
    ['« aujourd’hui », one word that is cut', "aujourd'hui", ['aujourd', 'hui']],
    ['an article without its apostrophe, as dictated', 'l anglais', ['l', 'anglais']],
    ['a letter that stands at the end', "plan d'", ['plan']],
    ['hyphens', 'y a-t-il des chèques-repas', ['y', 'a', 't', 'il', 'des', 'cheques', 'repas']],
    ['figures', 'bac+3, 9h-17h, 2600€', ['bac', '3', '9h', '17h', '2600']],
    ['an emoji', 'super 👍', ['super', '👍']],
    ['a character that holds an apostrophe', 'ŉ', ['n']],
    ['nothing', '…', []],
  ])('are cut as people mean them: %s', (_what, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('are those of the plain text, but for the elided ones', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const all = plainText(text).split(' ').filter(Boolean);
        const kept = words(text);
        let at = 0;
        for (const word of all) if (kept[at] === word) at++;
        expect(at).toBe(kept.length);
        expect(fold(text).includes("'") || kept.length === all.length).toBe(true);
      }),
    );
  });
});
