import { describe, expect, it } from 'vitest';
import { textsOf, withSentences } from '../../dialogs/texts/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { expectRefusal, withField } from '../helpers/breakable.ts';

const knowledge = loadKnowledge(contentDir);
const { locales, texts } = knowledge;
const spoken = withSentences(knowledge);

describe('the sentences of the bot', () => {
  it('are there in every language of the content, and in no other', () => {
    expect(Object.keys(spoken.sentences)).toEqual(locales);
    expect(() => textsOf(spoken, 'it')).toThrow('no sentences in "it"');
  });

  it.each<[locale: string, one: string, more: string]>([
    ['fr', 'ta réponse au quiz', 'tes 2 réponses au quiz'],
    ['nl', 'je antwoord op de quiz', 'je 2 antwoorden op de quiz'],
    ['en', 'your quiz answer', 'your 2 quiz answers'],
  ])('count the answers in %s', (locale, one, more) => {
    const { quizAnswers } = textsOf(spoken, locale).erase;
    expect([quizAnswers(1), quizAnswers(2)]).toEqual([one, more]);
  });

  it('list what is stored, one thing a line', () => {
    const { ask } = textsOf(spoken, 'fr').erase;
    expect(ask(['les messages', 'ta réponse'])).toContain(' :\n\n- les messages\n- ta réponse\n\nJe l’efface');
  });

  it.each([
    ['fr', 'Noté : plutôt oui.'],
    ['nl', 'Genoteerd: plutôt oui.'],
    ['en', 'Noted: “Plutôt oui”.'],
  ])('repeat an answer as %s writes it within a sentence', (locale, says) => {
    expect(textsOf(spoken, locale).quiz.noted('Plutôt oui')).toBe(says);
  });
});

describe('sentences that do not hold', () => {
  it.each<[what: string, field: string, value: unknown, says: string[]]>([
    ['a missing sentence', 'greeting', undefined, ['is missing', 'write it']],
    ['a missing group', 'quiz', undefined, ['is missing']],
    ['a missing sentence of a group', 'quiz.noSkip', undefined, ['is missing']],
    ['an unknown sentence', 'farewell', 'Ciao', ['is unknown', 'correct or delete it']],
    ['an unknown sentence of a group', 'unknown.near', 'Ciao', ['is unknown']],
    ['no text at all', 'fault', '', ['must not be empty']],
    ['a list for a text', 'fault', ['a'], ['expected string']],
    ['an unknown placeholder', 'quiz.item', '{index}/{sum} {text}', ['has {sum}', 'write {index}, {total}, {text}']],
    ['a missing placeholder', 'verdict.title', '{label} {score} {low}', ['lacks {high}', 'write it where it belongs']],
    ['a placeholder in a sentence without any', 'clarify', '{name}?', ['has {name}, which nothing is filled in for']],
    ['what is stored left out', 'erase.ask', 'Alles weg?', ['lacks {stored}']],
    ['a plural without its number', 'erase.quizAnswers.more', 'Antworten', ['lacks {count}']],
    ['no singular', 'erase.quizAnswers.one', undefined, ['is missing']],
    ['reasons left out', 'verdict.cappedTogether', '{profile} {cap}', ['lacks {reasons}']],
    ['no word that confirms', 'erase.yes', [], ['needs a phrase']],
    ['a number among the words', 'erase.no.0', 0, ['expected string']],
    ['a button of 21 characters', 'buttons.retake', 'x'.repeat(21), ['at most 20 characters']],
  ])('are refused with file, field and remedy: %s', (_what, field, value, says) => {
    const nl = withField(texts.nl, field, value);
    expectRefusal(() => withSentences({ ...knowledge, texts: { ...texts, nl } }), nl.file, field, says);
  });
});
