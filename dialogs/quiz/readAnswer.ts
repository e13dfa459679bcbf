import { plainText, type QuizWords, Speller, words } from '../../knowledge/index.ts';
import type { Answer } from './scoring.ts';

/** Reads what somebody typed as an answer to an item; `undefined` where it is none, or could be two. Never guesses. */
export type ReadAnswer = (text: string, itemId: string) => Answer | undefined;

const VALUES: readonly Answer[] = [1, 2, 3, 4, 5];
/** Shorter words are not corrected: they have neighbours that mean something else (« noté » is no "nope"). */
const CORRECTED_FROM = 5;
/** Two slips make « clairement » of « classement ». */
const MAX_EDITS = 1;
/** A question, or a sum: « 2+2 » is no 2. */
const NO_ANSWER = /\?|\+\s*\d/;

/**
 * A message is an answer when nothing in it is left over: known words for a value, and words that may stand around one.
 * « ouais carrément » is one; « 2 ans d'expérience » and « oui mais c'est payé combien » are not.
 */
export function createAnswerReader(quizWords: QuizWords): ReadAnswer {
  const scale = scalePattern(quizWords.outOf);
  const wordsOf = (text: string) => words(text.replace(scale, ''));
  const phrases = VALUES.flatMap((value) =>
    [quizWords.labels[value - 1] ?? '', ...quizWords.answers[value]].map((phrase) => ({
      value,
      phrase: wordsOf(phrase),
    })),
  )
    .filter(({ phrase }) => phrase.length > 0)
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const fillers = new Set(quizWords.fillers.flatMap(words));
  const known = [...phrases.flatMap((p) => p.phrase), ...fillers];
  const speller = Speller.of(new Map(known.map((word) => [word, 1])), MAX_EDITS);

  /** The first letter is seldom mistyped, and another one is another word: « passez » is no « assez ». */
  const spelled = (word: string): string => {
    const corrected = word.length < CORRECTED_FROM ? word : speller.correct(word);
    return corrected[0] === word[0] ? corrected : word;
  };

  const labelOf = (itemId: string, plain: string): Answer | undefined => {
    const labels = quizWords.items[itemId]?.labels ?? quizWords.labels;
    return VALUES.find((value) => plainText(labels[value - 1] ?? '') === plain);
  };

  return (text, itemId) => {
    const label = labelOf(itemId, plainText(text));
    if (label) return label;
    if (NO_ANSWER.test(text)) return undefined;
    const values = new Set<Answer>();
    let rest = wordsOf(text).map(spelled);
    if (new Set(rest.filter((word) => /^\d+$/.test(word))).size > 1) return undefined;
    while (rest.length > 0) {
      const match = phrases.find(({ phrase }) => phrase.every((word, i) => rest[i] === word));
      if (match) values.add(match.value);
      else if (!fillers.has(rest[0] ?? '')) return undefined;
      rest = rest.slice(match?.phrase.length ?? 1);
    }
    return strongest([...values]);
  };
}

/** « 4/5 », « 4 sur 5 »: the five is the scale, not an answer. */
function scalePattern(outOf: readonly string[]): RegExp {
  const written = outOf.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`\\s*(/|(?<!\\p{L})(${written})(?!\\p{L}))\\s*5\\b`, 'giu');
}

/** « oui carrément » says yes twice, the second time more clearly; « bof, oui » says two things. */
function strongest(values: Answer[]): Answer | undefined {
  const [first] = values;
  if (values.every((v) => v >= 4)) return values.includes(5) ? 5 : first;
  if (values.every((v) => v <= 2)) return values.includes(1) ? 1 : first;
  return values.length === 1 ? first : undefined;
}
