import { type AnswerPhrases, plainText, type QuizWords, Speller, words } from '../../knowledge/index.ts';
import type { Answer } from './scoring.ts';

/** Reads what somebody typed as an answer to an item; `undefined` where it is none, or could be two. Never guesses. */
export type ReadAnswer = (text: string, itemId: string) => Answer | undefined;

/** Words for an answer. `own`: they answer one item alone, and mean nothing on the scale of the others. */
interface Phrase {
  value: Answer;
  words: readonly string[];
  own: boolean;
}

const VALUES: readonly Answer[] = [1, 2, 3, 4, 5];
/** Shorter words are not corrected: they have neighbours that mean something else (« noté » is no "nope"). */
const CORRECTED_FROM = 5;
/** Two slips make « clairement » of « classement ». */
const MAX_EDITS = 1;
/** A question, or a sum: « 2+2 » is no 2. */
const NO_ANSWER = /\?|\+\s*\d/;

/**
 * A message is an answer when nothing in it is left over: known words for a value, and words that may stand around one.
 * « ouais carrément » is one; « 2 ans d'expérience » and « oui mais c'est payé combien » are not. An item's own words come
 * before those of the scale.
 */
export function createAnswerReader(quizWords: QuizWords): ReadAnswer {
  const { items, labels, answers, outOf } = quizWords;
  const scale = scalePattern(outOf);
  const wordsOf = (text: string) => words(text.replace(scale, ''));
  const fillers = new Set(quizWords.fillers.flatMap(words));
  const questions = quizWords.questions.map(words).filter((question) => question.length > 0);

  const phrasesOf = (fiveLabels: readonly string[], said: Partial<AnswerPhrases>, own: boolean): Phrase[] =>
    VALUES.flatMap((value) =>
      [fiveLabels[value - 1] ?? '', ...(said[value] ?? [])].map((text) => ({ value, words: wordsOf(text), own })),
    ).filter((phrase) => phrase.words.length > 0);

  const common = phrasesOf(labels, answers, false);
  const readCommon = phraseReader(common, fillers);
  const readOwn = new Map(
    Object.entries(items).flatMap(([id, { labels: own = [], answers: said = {} }]) => {
      const phrases = phrasesOf(own, said, true);
      return phrases.length > 0 ? [[id, phraseReader([...phrases, ...common], fillers)] as const] : [];
    }),
  );

  const labelOf = (itemId: string, plain: string): Answer | undefined => {
    const five = items[itemId]?.labels ?? labels;
    return VALUES.find((value) => plainText(five[value - 1] ?? '') === plain);
  };

  return (text, itemId) => {
    const label = labelOf(itemId, plainText(text));
    if (label) return label;
    const typed = wordsOf(text);
    if (NO_ANSWER.test(text) || questions.some((question) => startsWith(typed, question))) return undefined;
    return (readOwn.get(itemId) ?? readCommon)(typed);
  };
}

/** @param phrases of two that are equally long the first counts */
function phraseReader(phrases: readonly Phrase[], fillers: ReadonlySet<string>) {
  const longestFirst = [...phrases].sort((a, b) => b.words.length - a.words.length);
  const spelled = createSpelling(phrases, fillers);

  return (typed: readonly string[]): Answer | undefined => {
    let rest = typed.map(spelled);
    if (new Set(rest.filter((word) => /^\d+$/.test(word))).size > 1) return undefined;
    const found: Phrase[] = [];
    while (rest.length > 0) {
      const match = longestFirst.find((phrase) => startsWith(rest, phrase.words));
      if (match) found.push(match);
      else if (!fillers.has(rest[0] ?? '')) return undefined;
      rest = rest.slice(match?.words.length ?? 1);
    }
    return isTurnedRound(found) ? undefined : strongest([...new Set(found.map(({ value }) => value))]);
  };
}

const startsWith = (typed: readonly string[], phrase: readonly string[]) =>
  phrase.every((word, i) => typed[i] === word);

/** Corrects words towards those of an answer, and no others: « repose-moi la 3 » is no « réponse ». */
function createSpelling(phrases: readonly Phrase[], fillers: ReadonlySet<string>) {
  const speller = Speller.of(new Map(phrases.flatMap((phrase) => phrase.words).map((word) => [word, 1])), MAX_EDITS);
  /** The first letter is seldom mistyped, and another one is another word: « passez » is no « assez ». */
  return (word: string): string => {
    if (word.length < CORRECTED_FROM || fillers.has(word)) return word;
    const corrected = speller.correct(word);
    return corrected[0] === word[0] ? corrected : word;
  };
}

/** « 4/5 », « 4 sur 5 »: the five is the scale, not an answer. */
function scalePattern(outOf: readonly string[]): RegExp {
  const written = outOf.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`\\s*(/|(?<!\\p{L})(${written})(?!\\p{L}))\\s*5\\b`, 'giu');
}

/** « pas trop difficile » is not hard: a no of the scale beside an item's own words may deny them. */
const isTurnedRound = (found: readonly Phrase[]) =>
  found.some(({ own }) => own) && found.some(({ own, value }) => !own && value <= 2);

/** « oui carrément » says yes twice, the second time more clearly; « bof, oui » says two things. */
function strongest(values: Answer[]): Answer | undefined {
  const [first] = values;
  if (values.every((v) => v >= 4)) return values.includes(5) ? 5 : first;
  if (values.every((v) => v <= 2)) return values.includes(1) ? 1 : first;
  return values.length === 1 ? first : undefined;
}
