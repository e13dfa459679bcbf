import type { Locale } from '../../knowledge/index.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import { type AnswerChange, smallestChange } from './explain.ts';
import { labelsOf, quizWordsOf } from './replies.ts';
import type { Answer, Answers, TriggeredCap } from './scoring.ts';

/**
 * The smallest change of answers that reaches the next band, in words.
 * @returns `undefined` in the best band, and where the result is undetermined
 */
export function describeChange(knowledge: SpokenKnowledge, answers: Answers, locale: Locale): string | undefined {
  const needed = smallestChange(knowledge.quiz, answers);
  if (!needed) return undefined;
  const { bands, dimensions } = quizWordsOf(knowledge, locale);
  const { explain } = textsOf(knowledge, locale);
  if (needed.kind === 'many') {
    const names = needed.dimensions.map((id) => dimensions[id]?.label ?? id);
    return explain.manyChanges(bands[needed.band]?.label ?? '', names.join(', '));
  }
  const { band, final } = needed.after;
  return explain.changesTo(changesText(knowledge, needed.changes, locale), final, bands[band]?.label ?? '');
}

/** Items answered otherwise, as the conditions behind an « if ». */
export function changesText(knowledge: SpokenKnowledge, changes: readonly AnswerChange[], locale: Locale): string {
  const { explain } = textsOf(knowledge, locale);
  return changes
    .map(({ item, from, to }) =>
      explain.change(
        shortOf(knowledge, item, locale),
        labelOf(knowledge, item, from, locale),
        labelOf(knowledge, item, to, locale),
      ),
    )
    .join(` ${explain.and} `);
}

/** An item in a few words, for the middle of a sentence. */
export const shortOf = (knowledge: SpokenKnowledge, item: string, locale: Locale): string =>
  quizWordsOf(knowledge, locale).items[item]?.short ?? item;

/** The button that gives this answer. */
export const labelOf = (knowledge: SpokenKnowledge, item: string, answer: Answer, locale: Locale): string =>
  labelsOf(quizWordsOf(knowledge, locale), item)[answer - 1] ?? String(answer);

/** What a cap is about: its item, or the dimension that fell too low. */
export function nameOfCap(knowledge: SpokenKnowledge, { gate, dimension }: TriggeredCap, locale: Locale): string {
  if ('item' in gate) return shortOf(knowledge, gate.item, locale);
  const id = dimension ?? gate.dimensions[0] ?? '';
  return quizWordsOf(knowledge, locale).dimensions[id]?.label ?? id;
}
