/** Answers to the shipped quiz, made and generated. */
import fc from 'fast-check';
import type { Answer, Answers } from '../../dialogs/quiz/scoring.ts';
import { loadKnowledge, type QuizItem } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';

export const { quiz } = loadKnowledge(contentDir);

/** A raw answer turned so that 5 speaks for the job, and back. */
export const turned = (item: QuizItem, answer: number): Answer => (item.keyed === '-' ? 6 - answer : answer) as Answer;
export const answersFrom = (answerTo: (item: QuizItem, index: number) => Answer): Answers =>
  Object.fromEntries(quiz.items.map((item, i) => [item.id, answerTo(item, i)]));

/** All answers as good for the job as can be, but for these favourable ones by item id. */
export const bestBut = (favourable: Record<string, number>): Answers =>
  answersFrom((item) => turned(item, favourable[item.id] ?? 5));
export const best = bestBut({});
export const worst = answersFrom((item) => turned(item, 1));
/** Answers from a result code's digits. */
export const coded = (digits: string) => answersFrom((_, i) => Number(digits[i]) as Answer);

export const answer = fc.constantFrom<Answer>(1, 2, 3, 4, 5);
const answerList = (one: fc.Arbitrary<Answer>) =>
  fc.array(one, { minLength: quiz.items.length, maxLength: quiz.items.length });
/** Any answers; half of them good for the job, since few random ones come near the upper bands. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.oneof(
  answerList(answer).map((list) => answersFrom((_, i) => list[i] ?? 3)),
  answerList(fc.constantFrom<Answer>(3, 4, 5, 5, 5)).map((list) =>
    answersFrom((item, i) => turned(item, list[i] ?? 3)),
  ),
);
export const anyItem = fc.constantFrom(...quiz.items);
