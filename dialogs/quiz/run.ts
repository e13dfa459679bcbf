/**
 * One passage through the quiz as plain data, and its transitions. Answers are kept by item id; where the person stands
 * and what the result is are derived from them, so neither can contradict them.
 */
import type { Quiz, QuizItem } from '../../knowledge/index.ts';
import type { Answer, Answers, Circumstances } from './scoring.ts';

export interface QuizRun {
  /** Tells its buttons from those of another run. */
  id: string;
  quizId: string;
  quizVersion: string;
  answers: Record<string, Answer>;
  /** The item whose answer is to change: asked now, before the quiz goes on where it was. Its answer stands until then. */
  changing?: string | undefined;
  /** When the current item was first asked, in milliseconds since the epoch. */
  askedAt: number;
  /** How long each pressed answer took, by item id, in milliseconds. */
  pressMillis: Record<string, number>;
  /** It was paused: the times say nothing then. */
  resumed: boolean;
}

/** @param now milliseconds since the epoch */
export const startRun = (quiz: Quiz, id: string, now: number): QuizRun => ({
  id,
  quizId: quiz.id,
  quizVersion: quiz.version,
  answers: {},
  askedAt: now,
  pressMillis: {},
  resumed: false,
});

/** Whether the run was made with this very quiz: the answers to another version may mean something else. */
export const belongsTo = (run: QuizRun, quiz: Quiz): boolean =>
  run.quizId === quiz.id && run.quizVersion === quiz.version;

/** The item to ask now: one that is to change, else the first without an answer; none when the quiz is complete. */
export const currentItem = (quiz: Quiz, run: QuizRun): QuizItem | undefined =>
  quiz.items.find((item) => item.id === run.changing) ?? quiz.items.find((item) => run.answers[item.id] === undefined);

/** Whether the run was made with this quiz and has items left to answer. */
export const isOpen = (quiz: Quiz, run: QuizRun | undefined): run is QuizRun =>
  run !== undefined && belongsTo(run, quiz) && currentItem(quiz, run) !== undefined;

/** The place of an item in the quiz, counted from 1. */
export const indexOf = (quiz: Quiz, item: QuizItem): number => quiz.items.indexOf(item) + 1;

/** @param pressed by a button, whose time counts (a typed answer takes its own time) */
export function withAnswer(run: QuizRun, item: QuizItem, answer: Answer, now: number, pressed: boolean): QuizRun {
  const pressMillis = pressed ? { ...run.pressMillis, [item.id]: now - run.askedAt } : run.pressMillis;
  const { changing: _changed, ...others } = run;
  return { ...others, answers: { ...run.answers, [item.id]: answer }, pressMillis, askedAt: now };
}

/** Goes back to the item before the current one, which is asked again; the run itself where there is none. */
export function withoutLast(quiz: Quiz, run: QuizRun, now: number): QuizRun {
  const at = currentItem(quiz, run);
  const before = quiz.items[(at ? quiz.items.indexOf(at) : quiz.items.length) - 1];
  if (!before) return run;
  // in a change, and where the quiz is complete, nothing behind it is asked again
  if (run.changing !== undefined || !at) return withChange(run, before.id, now);
  const { [before.id]: _answer, ...answers } = run.answers;
  const { [before.id]: _millis, ...pressMillis } = run.pressMillis;
  return { ...run, answers, pressMillis, askedAt: now };
}

/** Has one answer changed: its item is asked again before the quiz goes on where it was. */
export const withChange = (run: QuizRun, itemId: string, now: number): QuizRun => ({
  ...run,
  changing: itemId,
  askedAt: now,
});

/** @returns the answers once every item has one */
export const completeAnswers = (quiz: Quiz, run: QuizRun): Answers | undefined =>
  currentItem(quiz, run) ? undefined : run.answers;

/** Times count where every answer was pressed in one go. */
export function circumstancesOf(quiz: Quiz, run: QuizRun): Circumstances {
  const times = Object.values(run.pressMillis).sort((a, b) => a - b);
  if (run.resumed || times.length < quiz.items.length) return {};
  const middle = times.length >> 1;
  const upper = times[middle] ?? 0;
  return { medianMillis: times.length % 2 === 1 ? upper : ((times[middle - 1] ?? 0) + upper) / 2 };
}
