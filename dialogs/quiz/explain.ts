/**
 * What a result comes from and what would change it: pure functions of the quiz file and the answers. They lean on
 * scoring.ts never falling when an answer becomes better for the job.
 */
import type { BandId, Quiz, QuizItem } from '../../knowledge/index.ts';
import { type Answer, type Answers, overallCap, type Result, score, type TriggeredCap, turned } from './scoring.ts';

/** An item answered otherwise. Raw answers. */
export interface AnswerChange {
  item: string;
  from: Answer;
  to: Answer;
}

/** What leads to the next band. */
export type ChangeNeeded =
  /** Up to three items answered otherwise; the smallest such change. In the order of the quiz. */
  | { kind: 'few'; changes: AnswerChange[]; after: Result }
  /** More items than that. `dimensions`: where most points are lost, most first. */
  | { kind: 'many'; band: BandId; dimensions: string[] };

/** The points of the 100 that a dimension brings and leaves; together they are its weight. */
export interface Contribution {
  dimension: string;
  gained: number;
  lost: number;
  /** Its items with their raw answers, least favourable first. */
  items: { item: QuizItem; answer: Answer }[];
}

/** A cap with the points that the score would rise by without it alone. */
export interface CapCost {
  cap: TriggeredCap;
  costs: number;
}

/** Something imagined to be better: one item by one answer, or as good as can be; all items of a dimension. */
export type Wish =
  | { kind: 'item'; item: string; to: 'next' | 'best' }
  /** As good as can be. */
  | { kind: 'dimension'; dimension: string };

/** A number then and now, 0 to 100. `isNoise`: too close for a short quiz to tell apart. */
export interface Difference {
  from: number;
  to: number;
  isNoise: boolean;
}

/** A limit that came, went or moved. Without `from` it is new, without `to` it is gone. */
export interface CapChange {
  cap: TriggeredCap;
  from?: number;
  to?: number;
}

export interface Comparison {
  before: Result;
  after: Result;
  score: Difference;
  /** In the order of the quiz. */
  dimensions: ({ id: string } & Difference)[];
  /** The items answered otherwise, in the order of the quiz. */
  changes: AnswerChange[];
  caps: CapChange[];
}

/** More answers at once are no advice. */
const MAX_CHANGES = 3;
const MAX_COSTLY = 2;
/** What separates two results of the same person who did not change: half the range, docs/quiz.md. */
export const NOISE_BELOW = 10;
const BEST = 5;

/**
 * The smallest change of answers that reaches the next better band: fewest items, then fewest steps, then what can be acquired
 * before what one likes, then the order of the quiz.
 * @returns `undefined` in the best band, and where the result is undetermined
 */
export function smallestChange(quiz: Quiz, answers: Answers): ChangeNeeded | undefined {
  const now = score(quiz, answers);
  const next = nextBand(quiz, now);
  if (!next) return undefined;
  const reached = (changes: readonly AnswerChange[]) => {
    const result = score(quiz, withChanges(answers, changes));
    return result.band !== 'undetermined' && result.final >= next.min ? result : undefined;
  };
  // an item at its best cannot rise
  const open = quiz.items.filter((item) => stepsLeft(item, answers) > 0);
  for (let count = 1; count <= MAX_CHANGES; count++) {
    const sets = subsets(open, count).filter((set) => mayReach(quiz, answers, set, next.min));
    const found = fewestSteps(sets.sort(byPreference(quiz)), answers, reached);
    if (found) return found;
  }
  const costly = [...contributions(quiz, answers).dimensions].sort((a, b) => b.lost - a.lost);
  return { kind: 'many', band: next.id, dimensions: costly.slice(0, MAX_COSTLY).map((c) => c.dimension) };
}

/**
 * What each dimension brings, and what each cap costs.
 * @throws RangeError where an item has no answer
 */
export function contributions(quiz: Quiz, answers: Answers): { dimensions: Contribution[]; caps: CapCost[] } {
  const result = score(quiz, answers);
  const dimensions = quiz.dimensions.map(({ id, weight }): Contribution => {
    const gained = (weight * (result.dimensions[id] ?? 0)) / 100;
    const items = quiz.items
      .filter((item) => item.dimension === id)
      .map((item) => ({ item, answer: answerTo(item, answers) }))
      .sort((a, b) => turned(a.item, a.answer) - turned(b.item, b.answer));
    return { dimension: id, gained, lost: weight - gained, items };
  });
  const caps = result.caps.map((cap): CapCost => {
    const without = overallCap(result.caps.filter((other) => other !== cap));
    return { cap, costs: Math.min(result.profile, without) - result.final };
  });
  return { dimensions, caps };
}

/**
 * What « if it were better » wishes for: a dimension at its best where all of its items are named, else an item by one answer.
 * @param items ids
 */
export function wishesFor(quiz: Quiz, items: readonly string[]): Wish[] {
  const isWhole = (dimension: string) =>
    quiz.items.filter((item) => item.dimension === dimension).every((item) => items.includes(item.id));
  const whole = quiz.dimensions.map(({ id }) => id).filter(isWhole);
  const single = quiz.items.filter((item) => items.includes(item.id) && !whole.includes(item.dimension));
  return [
    ...whole.map((dimension): Wish => ({ kind: 'dimension', dimension })),
    ...single.map((item): Wish => ({ kind: 'item', item: item.id, to: 'next' })),
  ];
}

/** The result as it is and as it would be. Without `changes` everything wished for is at its best already. */
export function whatIf(quiz: Quiz, answers: Answers, wishes: readonly Wish[]) {
  const targets = new Map<string, Answer>();
  for (const wish of wishes)
    for (const item of quiz.items.filter((i) => concerns(wish, i))) targets.set(item.id, wished(wish, item, answers));
  const changes = changesBetween(quiz, answers, { ...answers, ...Object.fromEntries(targets) });
  return { before: score(quiz, answers), after: score(quiz, withChanges(answers, changes)), changes };
}

/** Two results of one person. */
export function compareResults(quiz: Quiz, before: Answers, after: Answers): Comparison {
  const then = score(quiz, before);
  const now = score(quiz, after);
  return {
    before: then,
    after: now,
    score: difference(then.final, now.final),
    dimensions: quiz.dimensions.map(({ id }) => ({
      id,
      ...difference(then.dimensions[id] ?? 0, now.dimensions[id] ?? 0),
    })),
    changes: changesBetween(quiz, before, after),
    caps: capChanges(then.caps, now.caps),
  };
}

const difference = (from: number, to: number): Difference => ({ from, to, isNoise: Math.abs(to - from) < NOISE_BELOW });

function capChanges(before: readonly TriggeredCap[], after: readonly TriggeredCap[]): CapChange[] {
  const twin = (cap: TriggeredCap, caps: readonly TriggeredCap[]) =>
    caps.find((other) => other.gate.id === cap.gate.id && other.dimension === cap.dimension);
  return [
    ...before.flatMap((cap): CapChange[] => {
      const now = twin(cap, after);
      if (!now) return [{ cap, from: cap.cap }];
      return now.cap === cap.cap ? [] : [{ cap: now, from: cap.cap, to: now.cap }];
    }),
    ...after.filter((cap) => !twin(cap, before)).map((cap): CapChange => ({ cap, to: cap.cap })),
  ];
}

/** The band above that of the result. */
function nextBand(quiz: Quiz, { band }: Result) {
  const upwards = [...quiz.bands].sort((a, b) => a.min - b.min);
  const at = upwards.findIndex(({ id }) => id === band);
  return at < 0 ? undefined : upwards[at + 1];
}

/** No answers to these items do better than the best ones. */
function mayReach(quiz: Quiz, answers: Answers, items: readonly QuizItem[], least: number): boolean {
  const best = items.map((item) => rise(item, answers, stepsLeft(item, answers)));
  return score(quiz, withChanges(answers, best)).final >= least;
}

/** The first set of items, in their order, that reaches it with the fewest steps of all. */
function fewestSteps(
  sets: readonly (readonly QuizItem[])[],
  answers: Answers,
  reached: (changes: readonly AnswerChange[]) => Result | undefined,
): ChangeNeeded | undefined {
  const most = Math.max(0, ...sets.map((set) => set.reduce((sum, item) => sum + stepsLeft(item, answers), 0)));
  for (let steps = 1; steps <= most; steps++)
    for (const set of sets)
      for (const changes of waysToRise(set, answers, steps)) {
        const after = reached(changes);
        if (after) return { kind: 'few', changes, after };
      }
  return undefined;
}

/** All ways of raising each of these items, by so many steps together. */
function waysToRise([item, ...others]: readonly QuizItem[], answers: Answers, steps: number): AnswerChange[][] {
  if (!item) return steps === 0 ? [[]] : [];
  return [1, 2, 3, 4]
    .filter((own) => own <= Math.min(steps - others.length, stepsLeft(item, answers)))
    .flatMap((own) => waysToRise(others, answers, steps - own).map((rest) => [rise(item, answers, own), ...rest]));
}

/** What can be acquired comes before what one is like, and that before what one likes; then the order of the quiz. */
function byPreference(quiz: Quiz) {
  const rank = (item: QuizItem) => {
    const gate = quiz.gates.find((g) => 'item' in g && g.item === item.id);
    return { acquirable: 0, foundation: 1, preference: 2 }[gate?.kind ?? 'foundation'];
  };
  const total = (set: readonly QuizItem[]) => set.reduce((sum, item) => sum + rank(item), 0);
  return (a: readonly QuizItem[], b: readonly QuizItem[]) => total(a) - total(b);
}

/** All sets of so many, in the order of the list. */
function subsets<T>(list: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return list.flatMap((first, i) => subsets(list.slice(i + 1), count - 1).map((rest) => [first, ...rest]));
}

const concerns = (wish: Wish, item: QuizItem) =>
  wish.kind === 'item' ? wish.item === item.id : wish.dimension === item.dimension;

function wished(wish: Wish, item: QuizItem, answers: Answers): Answer {
  const left = stepsLeft(item, answers);
  return rise(item, answers, wish.kind === 'item' && wish.to === 'next' ? Math.min(1, left) : left).to;
}

/** The item answered so many steps better for the job. */
function rise(item: QuizItem, answers: Answers, steps: number): AnswerChange {
  const from = answerTo(item, answers);
  return { item: item.id, from, to: turned(item, (turned(item, from) + steps) as Answer) };
}

const stepsLeft = (item: QuizItem, answers: Answers) => BEST - turned(item, answerTo(item, answers));

const withChanges = (answers: Answers, changes: readonly AnswerChange[]): Answers => ({
  ...answers,
  ...Object.fromEntries(changes.map(({ item, to }) => [item, to])),
});

const changesBetween = (quiz: Quiz, before: Answers, after: Answers): AnswerChange[] =>
  quiz.items
    .map((item) => ({ item: item.id, from: answerTo(item, before), to: answerTo(item, after) }))
    .filter(({ from, to }) => from !== to);

function answerTo(item: QuizItem, answers: Answers): Answer {
  const answer = answers[item.id];
  if (answer === undefined) throw new RangeError(`item "${item.id}" has no answer`);
  return answer;
}
