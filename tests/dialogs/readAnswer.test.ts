import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerReader } from '../../dialogs/quiz/readAnswer.ts';
import type { Answer } from '../../dialogs/quiz/scoring.ts';
import { type Locale, loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';

const { quiz, quizWords, entries, locales } = loadKnowledge(contentDir);
const wordsIn = (locale: Locale) => {
  const words = quizWords[locale];
  if (!words) throw new Error(`the content has no quiz in "${locale}"`);
  return words;
};
const read = createAnswerReader(wordsIn('fr'));

/** An item with the common labels, and the two with labels of their own. */
const STATEMENT = 'rig_detail';
const ENGLISH = 'acc_anglais';
const STUDIES = 'acc_etudes';

const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '');

describe('what stands between an answer and the scale', () => {
  const french = wordsIn('fr');

  it.each<[outOf: string[], text: string, value: Answer | undefined, why: string]>([
    [['von'], '4 von 5', 4, 'as the language says it'],
    [['von', 'auf'], '4 auf 5', 4, 'in each of its ways'],
    [['von'], '4/5', 4, 'the stroke is the same in all'],
    [['von'], '4 sur 5', undefined, 'not as another language says it'],
    [['(von)', 'a.b'], '4 axb 5', undefined, 'is taken as it is written'],
    [['là'], '4 voilà 5', undefined, 'is a word of its own, after letters with accents too'],
  ])('is what the content says: %j, « %s » is %s', (outOf, text, value) => {
    expect(createAnswerReader({ ...french, outOf })(text, STATEMENT)).toBe(value);
  });
});

describe('what somebody types as an answer to a statement', () => {
  it.each<[text: string, value: Answer, why: string]>([
    ['4', 4, 'a number'],
    ['4.', 4, 'a number with a full stop'],
    ['(4)', 4, 'a number in brackets'],
    ['4️⃣', 4, 'a number on a key'],
    ['４', 4, 'a full-width number, as some keyboards write it'],
    ['4/5', 4, 'the five is the scale'],
    ['4 / 5', 4, 'the five is the scale, with spaces'],
    ['4 sur 5', 4, 'the five is the scale, in words'],
    ['4/5 !', 4, 'the five is the scale, with an exclamation mark'],
    ['4/5 je dirais', 4, 'the five is the scale, also where words follow'],
    ['5/5', 5, 'the same five twice'],
    ['réponse 4', 4, '« réponse » carries no value'],
    ['oui', 4, 'a bare yes is 4'],
    ['non', 2, 'a bare no is 2'],
    ['bah oui', 4, '« bah » carries no value'],
    ['euh oui je crois', 4, 'hesitation carries no value'],
    ['ben non', 2, '« ben » carries no value'],
    ['ouiiii', 4, 'a stretched yes stays a yes'],
    ['nooon', 2, 'a stretched no stays a no'],
    ['ouais carrément', 5, 'says yes twice: the stronger one counts'],
    ['oui toujours', 5, 'says yes twice: the stronger one counts'],
    ['non jamais', 1, 'says no twice: the stronger one counts'],
    ['je dirais plutôt oui', 4, 'words around an answer'],
    ['plutôt oui', 4, 'the label'],
    ['oui et non', 3, 'both at once is the middle, not two answers'],
    ['ni oui ni non', 3, 'neither is the middle'],
    ['je sais pas', 3, 'not knowing is the middle'],
    ['jsp', 3, 'not knowing, as it is texted'],
    ['ça dépend', 3, 'the middle'],
    ['sa dépend', 3, 'the middle, as it is texted'],
    ['un peu', 3, 'the middle'],
    ['pas toujours', 3, '« pas » turns « toujours » into the middle, not into 1'],
    ['pas tout à fait', 3, '« pas » turns « tout à fait » into the middle'],
    ['pas mal', 4, '« pas mal » is praise'],
    ['pas faux', 4, 'two negations'],
    ['pas trop', 2, 'a soft no'],
    ['bof', 2, 'a soft no'],
    ['presque jamais', 2, '« presque » softens « jamais »'],
    ['pas du tout', 1, 'a hard no, although « tout » is in it'],
    ['PAS DU TOUT', 1, 'in capitals'],
    ['absolument', 5, 'a hard yes'],
    ['absolument pas', 1, 'the same word turned round'],
    ['je suis pas d’accord', 2, '« pas d’accord » is longer than « d’accord »'],
    ['jamais de la vie', 1, 'an everyday no'],
    ['grave', 5, 'slang for a hard yes'],
    ['100 %', 5, 'all of it'],
    ['50/50', 3, 'half of it; the fifty is no five'],
    ['50-50', 3, 'twice the same number is one number'],
    ['plutot oui', 4, 'without its accent'],
    ['pltuot oui', 4, 'two letters swapped'],
    ['carement', 5, 'a letter missing'],
    ['abolument', 5, 'a letter missing'],
    ['tt a fait', 5, 'as it is texted'],
    ['👍', 4, 'a thumb up'],
    ['👍🏽', 4, 'a thumb up of another colour'],
    ['👎', 2, 'a thumb down'],
    ['🤷', 3, 'a shrug'],
    ['💯', 5, 'a hundred'],
  ])('is understood: « %s » is %i (%s)', (text, value) => {
    expect(read(text, STATEMENT)).toBe(value);
  });

  it.each<[text: string, why: string]>([
    ['', 'nothing'],
    ['oui mais c’est payé combien', 'a question that starts with yes'],
    ['oui si c’est bien payé', 'a condition'],
    ['oui, surtout le matin', 'more than an answer'],
    ['2 ans d’expérience', 'a number that counts something else'],
    ['5 jours', 'a number that counts something else'],
    ['4 ?', 'a question'],
    ['oui ?', 'a question'],
    ['4 ou 5', 'two answers'],
    ['4-5', 'two answers'],
    ['4 5', 'two answers'],
    ['1/2', 'a half, or 1 and 2: who knows'],
    ['½', 'a half is no 1 and no 2'],
    ['3,5', 'between two answers'],
    ['3.5', 'between two answers'],
    ['entre 3 et 4', 'between two answers'],
    ['0', 'not on the scale'],
    ['6', 'not on the scale'],
    ['45', 'not on the scale'],
    ['8/10', 'another scale'],
    ['bof, oui', 'says two things'],
    ['oui non', 'says two things'],
    ['oui jamais', 'says two things'],
    ['5 non', 'says two things'],
    ['plutôt non mais ça dépend', 'says two things'],
    ['c’est pas grave', 'a consolation, although « grave » is a hard yes'],
    ['pas grave', 'a consolation'],
    ['toujours pas', 'not yet: « toujours » does not mean always here'],
    ['je pense pas', '« pas » alone has no value'],
    ['moi', 'words that stand around an answer are none'],
    ['c’est moi', 'words that stand around an answer are none'],
    ['facile', 'the label of another item'],
    ['classement', 'two letters from « clairement », and a topic'],
    ['2+2', 'a sum'],
    ['passez', 'one letter from « assez », and a wish to skip'],
    ['bonjours', 'two letters from « toujours », and a greeting'],
    ['paiement', 'two letters from « rarement », and a topic'],
    ['noté', 'one letter from "nope", and a word of consent'],
    ['je comprends pas', 'a cry for help'],
    ['retour', 'a command'],
    ['stop', 'a command'],
    ['pourquoi', 'a command'],
    ['salaire', 'a topic'],
    ['merci', 'a courtesy'],
    ['repose-moi la 3', 'one letter from « réponse », which carries no value'],
    ['franchemnt oui', 'a slip in a word around an answer: rather asked again than guessed'],
    ['est-ce que c’est moi', 'a question without its mark'],
    ['est ce que c’est souvent', 'a question without its mark'],
    ['constructor', 'a name that every object has'],
    ['__proto__', 'a name that every object has'],
  ])('is asked again: « %s » (%s)', (text) => {
    expect(read(text, STATEMENT)).toBeUndefined();
  });

  it.each<[text: string, value: Answer]>([
    ['un', 1],
    ['deux', 2],
    ['trois', 3],
    ['quatre', 4],
    ['cinq', 5],
    ['quatre sur cinq', 4],
  ])('may be a number in words, and is then never taken for another one: « %s »', (text, value) => {
    expect([value, undefined]).toContain(read(text, STATEMENT));
  });
});

describe.each<[locale: Locale, rows: [text: string, value: Answer | undefined, why: string][]]>([
  [
    'nl',
    [
      ['4', 4, 'a number'],
      ['4 op 5', 4, 'the five is the scale, in words'],
      ['4/5', 4, 'the five is the scale'],
      ['ja', 4, 'a bare yes is 4'],
      ['nee', 2, 'a bare no is 2'],
      ['neen', 2, 'a bare no, as it is said in Flanders'],
      ['ja hoor', 4, '« hoor » carries no value'],
      ['eerder wel', 4, 'the label'],
      ['ertussenin', 3, 'the label'],
      ['helemaal niet', 1, '« niet » turns « helemaal » round'],
      ['zeker niet', 1, '« niet » turns « zeker » round'],
      ['ik weet het niet', 3, 'not knowing is the middle'],
      ['weet ik niet', 3, 'not knowing is the middle, in the other order'],
      ['kweet nie', 3, 'not knowing, as it is texted'],
      ['ja en nee', 3, 'both at once is the middle, not two answers'],
      ['soms', 3, 'the middle'],
      ['altijd', 5, 'a hard yes'],
      ['nooit', 1, 'a hard no'],
      ['4 of 5', undefined, 'two answers'],
      ['4-5', undefined, 'two answers'],
      ['6', undefined, 'not on the scale'],
      ['ja maar wat verdien je', undefined, 'a question that starts with yes'],
      ['ja?', undefined, 'a question'],
      ['2 jaar ervaring', undefined, 'a number that counts something else'],
      ['loon', undefined, 'a topic'],
      ['terug', undefined, 'a command'],
      ['stop', undefined, 'a command'],
      ['waarom', undefined, 'a command'],
    ],
  ],
  [
    'en',
    [
      ['4', 4, 'a number'],
      ['4 out of 5', 4, 'the five is the scale, in words'],
      ['4/5', 4, 'the five is the scale'],
      ['yes', 4, 'a bare yes is 4'],
      ['no', 2, 'a bare no is 2'],
      ['yeah', 4, 'a casual yes'],
      ['nope', 2, 'a casual no'],
      ['rather yes', 4, 'the label'],
      ['in between', 3, 'the label'],
      ['not at all', 1, 'a hard no'],
      ['absolutely', 5, 'a hard yes'],
      ['absolutely not', 1, '« not » turns « absolutely » round'],
      ['i don’t know', 3, 'not knowing is the middle'],
      ['idk', 3, 'not knowing, as it is texted'],
      ['yes and no', 3, 'both at once is the middle, not two answers'],
      ['it depends', 3, 'the middle'],
      ['sometimes', 3, 'the middle'],
      ['never', 1, 'a hard no'],
      ['always', 5, 'a hard yes'],
      ['4 or 5', undefined, 'two answers'],
      ['6', undefined, 'not on the scale'],
      ['yes but what does it pay', undefined, 'a question that starts with yes'],
      ['yes?', undefined, 'a question'],
      ['2 years of experience', undefined, 'a number that counts something else'],
      ['salary', undefined, 'a topic'],
      ['back', undefined, 'a command'],
      ['stop', undefined, 'a command'],
      ['why', undefined, 'a command'],
    ],
  ],
])('what somebody types as an answer to a statement in %s', (locale, rows) => {
  const read = createAnswerReader(wordsIn(locale));

  it.each(rows)('is read: « %s » is %s (%s)', (text, value) => {
    expect(read(text, STATEMENT)).toBe(value);
  });
});

describe('what somebody types as an answer to an item with labels of its own', () => {
  it.each<[item: string, text: string, value: Answer]>([
    [ENGLISH, 'impossible', 1],
    [ENGLISH, 'tres difficile', 2],
    [ENGLISH, 'possible avec de l aide', 3],
    [ENGLISH, 'facile', 4],
    [ENGLISH, 'TRES FACILE', 5],
    [STUDIES, 'non je n en veux pas', 1],
    [STUDIES, 'peu probable pour moi', 2],
    [STUDIES, 'je ne sais pas encore', 3],
    [STUDIES, 'oui je veux l etudier', 4],
    [STUDIES, 'je l ai ou je l etudie', 5],
    // the scale still holds
    [ENGLISH, '4', 4],
    [STUDIES, '3/5', 3],
  ])('is understood for %s: « %s » is %i', (item, text, value) => {
    expect(read(text, item)).toBe(value);
  });

  it.each<[locale: Locale, item: string, text: string, value: Answer | undefined, why: string]>([
    ['fr', ENGLISH, 'difficile', 2, 'an everyday word'],
    ['fr', ENGLISH, 'c’est dur pour moi', 2, 'an everyday word with others around it'],
    ['fr', ENGLISH, 'pas facile', 2, 'longer than « facile »'],
    ['fr', ENGLISH, 'avec de l’aide', 3, 'half of the label'],
    ['fr', ENGLISH, 'oui, facile', 4, 'a yes and an easy say the same'],
    ['fr', ENGLISH, 'pas trop difficile', 4, 'more than its two halves'],
    ['fr', ENGLISH, 'couramment !', 5, 'an everyday word'],
    ['fr', ENGLISH, 'courament', 5, 'a letter missing'],
    ['fr', ENGLISH, 'je suis bilingue', 5, 'an everyday word with others around it'],
    ['fr', ENGLISH, 'pas du tout difficile', undefined, 'the no of the scale denies the word, and is no 1'],
    ['fr', ENGLISH, 'rarement difficile', undefined, 'the no of the scale denies the word, and is no 2'],
    ['fr', ENGLISH, 'facile mais dur', undefined, 'says two things'],
    ['fr', ENGLISH, 'difficile ?', undefined, 'a question'],
    ['fr', ENGLISH, 'est-ce que c’est difficile', undefined, 'a question without its mark'],
    ['fr', ENGLISH, 'oui', 4, 'the scale still holds'],
    ['fr', ENGLISH, 'je l’ai déjà', undefined, 'answers another item'],
    ['fr', STUDIES, 'je l’ai déjà', 5, 'an everyday answer'],
    ['fr', STUDIES, 'j’y suis', 5, 'an everyday answer'],
    ['fr', STUDIES, 'je suis en bac 2', 5, 'the two counts years'],
    ['fr', STUDIES, 'pas encore décidé', 3, 'an everyday answer'],
    ['fr', STUDIES, 'non pas envie', 1, 'longer than « non »'],
    ['fr', STUDIES, 'je pense pas', 2, 'a no, where no statement could be meant'],
    ['fr', STUDIES, 'oui', 4, 'a bare yes is 4'],
    ['fr', STUDIES, 'non', 2, 'a bare no is 2'],
    ['fr', STUDIES, 'je l’ai pas', undefined, 'a no beside words that say yes'],
    ['fr', STUDIES, 'pas encore', undefined, 'not decided, or not begun'],
    ['fr', STUDIES, 'j’ai un bachelier en droit', undefined, 'another degree'],
    ['fr', STUDIES, 'diplôme', undefined, 'a topic'],
    ['fr', STUDIES, 'c’est fait pour moi', undefined, 'made for me, and not done'],
    ['nl', ENGLISH, 'moeilijk', 2, 'an everyday word'],
    ['nl', ENGLISH, 'met hulp', 3, 'half of the label'],
    ['nl', ENGLISH, 'gemakkelijk', 4, 'as it is said in Flanders'],
    ['nl', ENGLISH, 'vlot', 4, 'an everyday word'],
    ['nl', ENGLISH, 'heel gemakkelijk', 5, 'as it is said in Flanders'],
    ['nl', ENGLISH, 'vloeiend', 5, 'an everyday word'],
    ['nl', ENGLISH, 'helemaal niet moeilijk', undefined, 'the no of the scale denies the word, and is no 1'],
    ['nl', ENGLISH, 'is dat moeilijk', undefined, 'a question without its mark'],
    ['nl', STUDIES, 'ik heb er een', 5, 'an everyday answer; « een » is no 1'],
    ['nl', STUDIES, 'nog niet beslist', 3, 'an everyday answer'],
    ['nl', STUDIES, 'ja dat wil ik', 4, 'a yes and a wish say the same'],
    ['nl', STUDIES, 'ik heb het nog niet', undefined, 'not decided, or not begun'],
    ['nl', STUDIES, 'ja', 4, 'a bare yes is 4'],
    ['en', ENGLISH, 'hard', 2, 'an everyday word'],
    ['en', ENGLISH, 'with help', 3, 'half of the label'],
    ['en', ENGLISH, 'fluent', 5, 'an everyday word'],
    ['en', ENGLISH, 'rarely hard', undefined, 'the no of the scale denies the word, and is no 2'],
    ['en', ENGLISH, 'is it hard', undefined, 'a question without its mark'],
    ['en', STUDIES, 'i have one', 5, 'an everyday answer; "one" is no 1'],
    ['en', STUDIES, 'i don’t have one', undefined, 'a no beside words that say yes'],
    ['en', STUDIES, 'not sure yet', 3, 'an everyday answer'],
    ['en', STUDIES, 'no thanks', 1, 'an everyday answer'],
    ['en', STUDIES, 'yes', 4, 'a bare yes is 4'],
  ])('is read in everyday words in %s for %s: « %s » is %s (%s)', (locale, item, text, value) => {
    expect(createAnswerReader(wordsIn(locale))(text, item)).toBe(value);
  });

  it('has words that count before those of the scale', () => {
    const french = wordsIn('fr');
    const english = french.items[ENGLISH];
    if (!english) throw new Error('the content has no item about English');
    const items = { ...french.items, [ENGLISH]: { ...english, answers: { 5: ['bof'] } } };
    const read = createAnswerReader({ ...french, items });
    expect([read('bof', ENGLISH), read('bof', STATEMENT)]).toEqual([5, 2]);
  });

  it.each([
    [ENGLISH, 'je l ai ou je l etudie'],
    [STUDIES, 'tres facile'],
    ['no_such_item', 'tres facile'],
    ['constructor', 'tres facile'],
  ])('is not understood for %s where another item has the label: « %s »', (item, text) => {
    expect(read(text, item)).toBeUndefined();
  });
});

describe.each(locales)('a label in %s', (locale) => {
  const words = wordsIn(locale);
  const read = createAnswerReader(words);
  const labels = quiz.items.flatMap(({ id }) =>
    (words.items[id]?.labels ?? words.labels).map((label, i) => ({ item: id, label, value: i + 1 })),
  );
  const anyCase = (text: string) =>
    fc
      .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
      .map((upper) => [...text].map((c, i) => (upper[i] ? c.toUpperCase() : c.toLowerCase())).join(''));

  it('reads as its value, in any case, with or without accents, with spaces or a full stop around it', () => {
    const typed = fc
      .constantFrom(...labels)
      .chain((label) =>
        fc.tuple(fc.constant(label), anyCase(label.label), fc.boolean(), fc.constantFrom('', ' ', '.', ' !')),
      );
    fc.assert(
      fc.property(typed, ([{ item, value }, text, accents, tail]) => {
        expect(read((accents ? text : withoutAccents(text)) + tail, item)).toBe(value);
      }),
      { numRuns: 600 },
    );
  });

  it('is there for each value of each item', () => {
    expect(labels).toHaveLength(60);
    for (const { item, label, value } of labels) expect(read(label, item), label).toBe(value);
  });
});

describe.each(locales)('everyday words for an answer in %s', (locale) => {
  const { answers, items } = wordsIn(locale);
  const read = createAnswerReader(wordsIn(locale));

  it('read as the value under which the content lists them', () => {
    const misread = ([1, 2, 3, 4, 5] as const).flatMap((value) =>
      answers[value].filter((phrase) => read(phrase, STATEMENT) !== value).map((phrase) => [phrase, value]),
    );
    expect(misread).toEqual([]);
  });

  it.each([ENGLISH, STUDIES])('read as the value under which %s lists them', (item) => {
    const own = items[item]?.answers ?? {};
    const listed = ([1, 2, 3, 4, 5] as const).flatMap((value) =>
      (own[value] ?? []).map((phrase) => ({ phrase, value })),
    );
    expect(listed.length).toBeGreaterThan(80);
    expect(listed.filter(({ phrase, value }) => read(phrase, item) !== value)).toEqual([]);
  });
});

/** Working hours, or an answer on the scale; a wish to stop, or to get no degree. Where an item is asked, they answer it. */
const EITHER = ['4/5', '50 %', 'pas envie', 'geen zin'];

describe.each(locales)('a message that means something else in %s', (locale) => {
  const read = createAnswerReader(wordsIn(locale));
  /** Thanks are left out: « d’accord merci » is an answer to a statement. Follow-ups mean nothing within the quiz. */
  const elsewhere = [...entries.values()].filter(({ id, kind }) => id !== 'thanks' && kind !== 'followup');

  it.each(elsewhere.map((entry) => [entry.id, entry] as const))('is never counted as an answer: %s', (_, entry) => {
    const { question = '', utterances = [] } = entry.words[locale] ?? {};
    const counted = [question, ...utterances]
      .filter((text) => !EITHER.includes(text))
      .flatMap((text) => quiz.items.flatMap(({ id }) => (read(text, id) ? [`${id}: ${text}`] : [])));
    expect(counted).toEqual([]);
  });
});

describe('any text', () => {
  it('is an answer from 1 to 5 or none, and never a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...quiz.items), (text, { id }) => {
        expect([undefined, 1, 2, 3, 4, 5]).toContain(read(text, id));
      }),
    );
  });
});
