/** Invented people who take the quiz. None of them is data: they show what the formula does, not how people are. */
import type { Quiz, QuizItem } from '../../../knowledge/index.ts';
import { type Answer, type Answers, type Circumstances, turned } from '../scoring.ts';
import type { Random } from './random.ts';

/** One of them. `again`: the answers of a second try. */
export interface Person {
  answers: Answers;
  again?: Answers;
  circumstances?: Circumstances;
}

export interface Population {
  name: string;
  draw(quiz: Quiz, random: Random): Person;
}

/** What is assumed of people who answer with care. Correlations and standard deviations of what lies behind an answer. */
const ASSUMED = {
  betweenDimensions: 0.25,
  withinDimension: 0.4,
  retest: 0.68,
  acquiescence: 0.3,
};
/** Where what lies behind an answer, with mean 0 and standard deviation 1, becomes the next answer. */
const CUTS = [-1.35, -0.45, 0.45, 1.35];
/** People who come to a guide about a job are not like everybody: their answers are better by as many standard deviations. */
const DRAWN = 0.8;
/** How often an answer of a profile is one off, to each side. */
const SLIP = 0.2;
const FAST_MILLIS = 1000;
const VALUES = [1, 2, 3, 4, 5] as const;

export const populations: readonly Population[] = [
  { name: 'uniform', draw: (quiz, random) => ({ answers: answersOf(quiz, () => random.pick(VALUES)) }) },
  { name: 'people', draw: (quiz, random) => careful(quiz, random, 0) },
  { name: 'people drawn to the job', draw: (quiz, random) => careful(quiz, random, DRAWN) },
  { name: 'profile: fits', draw: (quiz, random) => profile(quiz, random, () => 5) },
  { name: 'profile: a condition lacks', draw: lacksCondition },
  { name: 'profile: a dimension is low', draw: lacksDimension },
  { name: 'profile: in between', draw: (quiz, random) => profile(quiz, random, () => 3) },
  { name: 'profile: fits little', draw: (quiz, random) => profile(quiz, random, () => 2) },
  { name: 'careless: one button', draw: oneButton },
  { name: 'careless: all in the middle', draw: (quiz) => ({ answers: answersOf(quiz, () => 3) }) },
  {
    name: 'careless: ends of the scale',
    draw: (quiz, random) => ({ answers: answersOf(quiz, () => random.pick([1, 5])) }),
  },
  {
    name: 'careless: fast',
    draw: (quiz, random) => ({
      answers: careful(quiz, random, 0).answers,
      circumstances: { medianMillis: FAST_MILLIS },
    }),
  },
];

/**
 * One factor behind all dimensions; behind an item its dimension, what is its own, and the day's mood; behind the statements a
 * leaning to agree.
 * @param shift by how much what lies behind every answer is more favourable than on average
 */
function careful(quiz: Quiz, random: Random, shift: number): Person {
  const { betweenDimensions, withinDimension, retest, acquiescence } = ASSUMED;
  const share = (part: number) => Math.sqrt(part) * random.normal();
  const general = random.normal();
  const traits = new Map(
    quiz.dimensions.map(({ id }) => [id, Math.sqrt(betweenDimensions) * general + share(1 - betweenDimensions)]),
  );
  const lasting = new Map(
    quiz.items.map((item) => [
      item.id,
      Math.sqrt(withinDimension) * (traits.get(item.dimension) ?? 0) + share(retest - withinDimension),
    ]),
  );
  const agrees = acquiescence * random.normal();
  const isStatement = statementsOf(quiz);
  const sitting = () =>
    answersOf(quiz, (item) => {
      const favourable = shift + (lasting.get(item.id) ?? 0) + share(1 - retest);
      return cut((item.keyed === '-' ? -favourable : favourable) + (isStatement(item) ? agrees : 0));
    });
  return { answers: sitting(), again: sitting() };
}

/** Favourable answers as given, each now and then one off. */
function profile(quiz: Quiz, random: Random, favourable: (item: QuizItem) => number): Person {
  const answers = answersOf(quiz, (item) => {
    const chance = random.uniform();
    const slip = chance < SLIP ? -1 : chance > 1 - SLIP ? 1 : 0;
    return turned(item, nearest(favourable(item) + slip));
  });
  return { answers };
}

/** Fits but for one item that a gate watches. */
function lacksCondition(quiz: Quiz, random: Random): Person {
  const watched = quiz.gates.flatMap((gate) => ('item' in gate ? [gate.item] : []));
  const lacking = oneOf(random, watched);
  return profile(quiz, random, (item) => (item.id === lacking ? 2 : 5));
}

/** Fits but for one dimension. */
function lacksDimension(quiz: Quiz, random: Random): Person {
  const low = oneOf(
    random,
    quiz.dimensions.map(({ id }) => id),
  );
  return profile(quiz, random, (item) => (item.dimension === low ? 2 : 5));
}

function oneButton(quiz: Quiz, random: Random): Person {
  const button = random.pick(VALUES);
  return { answers: answersOf(quiz, () => button) };
}

/** Only dimensions asked by items of both keyings are asked by statements that one may lean to agree with. */
function statementsOf(quiz: Quiz): (item: QuizItem) => boolean {
  const reversed = new Set(quiz.items.filter((item) => item.keyed === '-').map((item) => item.dimension));
  return (item) => reversed.has(item.dimension);
}

const answersOf = (quiz: Quiz, answerTo: (item: QuizItem) => Answer): Answers =>
  Object.fromEntries(quiz.items.map((item) => [item.id, answerTo(item)]));

const cut = (latent: number): Answer => nearest(1 + CUTS.filter((at) => latent > at).length);

const nearest = (value: number): Answer => VALUES.find((v) => v >= value) ?? 5;

const oneOf = (random: Random, [first, ...rest]: readonly string[]): string | undefined =>
  first === undefined ? undefined : random.pick([first, ...rest]);
