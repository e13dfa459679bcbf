import type { Knowledge, Locale, QuizItem, QuizWords } from '../../knowledge/index.ts';
import { buttonsFor, entriesOf } from '../buttons.ts';
import type { QuizData, Reply } from '../reply.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import { indexOf, type QuizRun } from './run.ts';
import type { Answer, Answers } from './scoring.ts';

/** The item to answer now. @param before what is said first: the introduction, an echo of the last answer */
export function itemReply(
  knowledge: SpokenKnowledge,
  run: QuizRun,
  item: QuizItem,
  locale: Locale,
  before: string[],
): Reply {
  const { quiz } = knowledge;
  const words = quizWordsOf(knowledge, locale);
  const texts = textsOf(knowledge, locale).quiz;
  const statement = texts.item(indexOf(quiz, item), quiz.items.length, words.items[item.id]?.text ?? item.id);
  return {
    text: [...before, statement].join('\n\n'),
    buttons: labelsOf(words, item.id).map((label, i) => ({
      label,
      say: label,
      value: { quiz: run.id, question: item.id, value: i + 1 },
    })),
    data: { quiz: standing('question', knowledge, item) },
  };
}

/** The quiz is left: what was answered is kept. */
export function stoppedReply(knowledge: SpokenKnowledge, item: QuizItem, locale: Locale): Reply {
  const data = standing('cancelled', knowledge, item);
  return {
    text: textsOf(knowledge, locale).quiz.stopped(data.index, data.total),
    buttons: buttonsFor(entriesOf(knowledge, ['quiz-resume', 'presentation', 'handoff']), locale),
    data: { quiz: data },
  };
}

/** The answers of a finished quiz with their numbers, to say which one is to change. */
export function changeableReply(knowledge: SpokenKnowledge, answers: Answers, locale: Locale): Reply {
  const { quiz } = knowledge;
  const words = quizWordsOf(knowledge, locale);
  const texts = textsOf(knowledge, locale).quiz;
  const lines = quiz.items.map((item) => {
    const label = labelsOf(words, item.id)[(answers[item.id] ?? 0) - 1] ?? '';
    return texts.answered(indexOf(quiz, item), words.items[item.id]?.text ?? item.id, label);
  });
  return {
    text: [texts.changeWhich, lines.join('\n')].join('\n\n'),
    data: { answer: { kind: 'verdict', entries: [], locale } },
  };
}

/** What the person was understood to answer: « Noté : plutôt oui. » */
export function notedText(knowledge: SpokenKnowledge, itemId: string, answer: Answer, locale: Locale): string {
  const label = labelsOf(quizWordsOf(knowledge, locale), itemId)[answer - 1] ?? String(answer);
  return textsOf(knowledge, locale).quiz.noted(label);
}

/** Why an item is asked, with the section of the guide that it comes from. */
export function whyText(knowledge: SpokenKnowledge, item: QuizItem, locale: Locale): string {
  const why = quizWordsOf(knowledge, locale).items[item.id]?.why ?? '';
  return textsOf(knowledge, locale).quiz.why(why, knowledge.guide[locale]?.sections[item.section] ?? item.section);
}

/** Said before the first item: how long, how it works, what is kept. */
export function introText(knowledge: SpokenKnowledge, locale: Locale): string {
  const { intro, privacy } = quizWordsOf(knowledge, locale);
  return `${intro}\n\n${privacy}`;
}

const standing = (event: QuizData['event'], { quiz }: Knowledge, item: QuizItem): QuizData => ({
  event,
  question: item.id,
  index: indexOf(quiz, item),
  total: quiz.items.length,
});

/** The five labels of an item, from 1 to 5. */
export const labelsOf = (words: QuizWords, itemId: string) => words.items[itemId]?.labels ?? words.labels;

/** @throws Error where the content has no quiz in that language; the loader lets no such content through */
export function quizWordsOf({ quizWords }: Knowledge, locale: Locale): QuizWords {
  const words = quizWords[locale];
  if (!words) throw new Error(`no quiz in "${locale}"`);
  return words;
}
