import type { Quiz } from '../../knowledge/index.ts';
import { type Answers, type Circumstances, type Result, score } from './scoring.ts';

/** A quiz that came to its end, as the session keeps it. What it comes to is computed anew each time. */
export interface FinishedQuiz {
  quizId: string;
  quizVersion: string;
  answers: Answers;
  circumstances: Circumstances;
}

/** A finished quiz and what it comes to. */
export interface ScoredQuiz {
  answers: Answers;
  result: Result;
}

/** The last one, and the one before it to compare with. */
const KEPT = 2;

export const finishedQuiz = (quiz: Quiz, answers: Answers, circumstances: Circumstances = {}): FinishedQuiz => ({
  quizId: quiz.id,
  quizVersion: quiz.version,
  answers,
  circumstances,
});

/** @returns the latest first; the same answers again take the place of those before */
export function withFinished(latest: FinishedQuiz, earlier: readonly FinishedQuiz[] = []): FinishedQuiz[] {
  const others = earlier.filter((one) => !isSame(one, latest));
  return [latest, ...others].slice(0, KEPT);
}

/** @returns what was made with this very quiz, latest first: answers to another version may mean something else */
export const scored = (quiz: Quiz, finished: readonly FinishedQuiz[] = []): ScoredQuiz[] =>
  finished
    .filter((one) => one.quizId === quiz.id && one.quizVersion === quiz.version)
    .map(({ answers, circumstances }) => ({ answers, result: score(quiz, answers, circumstances) }));

function isSame(a: FinishedQuiz, b: FinishedQuiz): boolean {
  const ids = Object.keys(a.answers);
  return (
    a.quizId === b.quizId &&
    a.quizVersion === b.quizVersion &&
    ids.length === Object.keys(b.answers).length &&
    ids.every((id) => a.answers[id] === b.answers[id])
  );
}
