/** What the formula does with invented people, and whether everything that it can say comes up at all. */
import type { Quiz } from '../../../knowledge/index.ts';
import { writeCode } from '../resultCode.ts';
import { type Answer, type Answers, bindingCaps, type Circumstances, type Result, score, turned } from '../scoring.ts';
import { type Person, type Population, populations } from './populations.ts';
import { seeded } from './random.ts';

export interface Simulation {
  n: number;
  seed: number;
  populations: PopulationReport[];
  /** Bands, gate rules, caps and qualities, in this order. */
  outcomes: Outcome[];
}

/** Shares are 0 to 1. */
export interface PopulationReport {
  name: string;
  /** By name of the outcome. */
  shares: Record<string, number>;
  final: Spread;
  /** The same before the caps. */
  profile: Spread;
  /** A second try beside the first; missing where the population has none. */
  retest?: Retest;
}

/** Of scores from 0 to 100. */
export interface Spread {
  mean: number;
  sd: number;
}

export interface Retest {
  /** Correlation of the final scores, and of those before the caps. */
  final: number;
  profile: number;
  /** By how much a score differs from the one that the person would have on average: standard error, before the caps. */
  error: number;
  sameBand: number;
  sameOrAdjacentBand: number;
}

/** Something that can come out. */
export interface Outcome {
  kind: 'band' | 'gate' | 'cap' | 'quality';
  name: string;
  /** The result code of somebody to whom it happens; missing where it was not found to happen to anybody. */
  example?: string;
}

/** @param n people of each population */
export function simulate(quiz: Quiz, { n, seed }: { n: number; seed: number }): Simulation {
  const outcomes = allOutcomes(quiz);
  const examples = new Map<string, string>();
  const note = (answers: Answers, circumstances: Circumstances = {}) => {
    const result = score(quiz, answers, circumstances);
    const names = outcomesOf(result);
    for (const name of names) if (!examples.has(name)) examples.set(name, writeCode(quiz, answers));
    return { result, names };
  };
  for (const answers of systematic(quiz)) note(answers);
  const reports = populations.map((population) => report(quiz, population, note, { n, seed }));
  return {
    n,
    seed,
    populations: reports,
    outcomes: outcomes.map((outcome) => {
      const example = examples.get(outcome.name);
      return example === undefined ? outcome : { ...outcome, example };
    }),
  };
}

/** What the quiz file says can come out; nobody may get it all the same. */
function allOutcomes(quiz: Quiz): Outcome[] {
  const gates = quiz.gates.flatMap((gate) => gate.rules.map(({ cap }) => gateName(gate.id, cap)));
  const caps = [...new Set(quiz.gates.flatMap((gate) => gate.rules.map(({ cap }) => cap)))].sort((a, b) => a - b);
  return [
    ...[...quiz.bands.map(({ id }) => id), 'undetermined'].map((name): Outcome => ({ kind: 'band', name })),
    ...gates.map((name): Outcome => ({ kind: 'gate', name })),
    ...[...caps.map(capName), TOGETHER].map((name): Outcome => ({ kind: 'cap', name })),
    ...['straightline', 'all-neutral', 'inconsistent', 'fast'].map((name): Outcome => ({ kind: 'quality', name })),
  ];
}

/** Two caps that only together limit the score so far. */
const TOGETHER = 'limited by two together';
const gateName = (gate: string, cap: number) => `${gate} ${cap}`;
const capName = (cap: number) => `limited to ${cap}`;

/** The names of what came out for one person. */
function outcomesOf(result: Result): string[] {
  const { band, caps, cap, profile, quality } = result;
  const isLimited = cap < profile;
  return [
    band,
    ...new Set(caps.map((c) => gateName(c.gate.id, c.cap))),
    ...(isLimited ? [capName(cap)] : []),
    ...(isLimited && bindingCaps(result).every((c) => c.cap > cap) ? [TOGETHER] : []),
    quality,
  ];
}

function report(
  quiz: Quiz,
  population: Population,
  note: (answers: Answers, circumstances?: Circumstances) => { result: Result; names: string[] },
  { n, seed }: { n: number; seed: number },
): PopulationReport {
  const random = seeded(seed);
  const people = Array.from({ length: n }, (): Person => population.draw(quiz, random));
  const counts = new Map<string, number>();
  const results = people.map(({ answers, circumstances }) => {
    const { result, names } = note(answers, circumstances);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return result;
  });
  const again = people.flatMap((person) => (person.again ? [score(quiz, person.again)] : []));
  return {
    name: population.name,
    shares: Object.fromEntries([...counts].map(([name, count]) => [name, count / n])),
    final: spread(results.map(({ final }) => final)),
    profile: spread(results.map(({ profile }) => profile)),
    ...(again.length === n && { retest: retest(quiz, results, again) }),
  };
}

function retest(quiz: Quiz, first: readonly Result[], second: readonly Result[]): Retest {
  const order = ['undetermined', ...quiz.bands.map(({ id }) => id)];
  const apart = first.map(({ band }, i) => Math.abs(order.indexOf(band) - order.indexOf(second[i]?.band ?? band)));
  const profiles = first.map(({ profile }) => profile);
  const profile = correlation(
    profiles,
    second.map((result) => result.profile),
  );
  return {
    final: correlation(
      first.map(({ final }) => final),
      second.map(({ final }) => final),
    ),
    profile,
    error: spread(profiles).sd * Math.sqrt(1 - profile),
    sameBand: mean(apart.map((steps) => (steps === 0 ? 1 : 0))),
    sameOrAdjacentBand: mean(apart.map((steps) => (steps <= 1 ? 1 : 0))),
  };
}

/**
 * Answers that ought to bring up whatever can come up: all at their best but one item, or but the items of one dimension or of
 * two conditions; each step on the way from the best to the worst; the same button everywhere.
 */
function* systematic(quiz: Quiz): Generator<Answers> {
  const levels: readonly Answer[] = [1, 2, 3, 4, 5];
  const but = (favourable: Record<string, Answer>): Answers =>
    Object.fromEntries(quiz.items.map((item) => [item.id, turned(item, favourable[item.id] ?? 5)]));
  for (const [i, one] of quiz.items.entries())
    for (const other of quiz.items.slice(i))
      for (const a of levels) for (const b of levels) yield but({ [one.id]: a, [other.id]: b });
  for (const { id } of quiz.dimensions)
    for (const level of levels)
      yield but(Object.fromEntries(quiz.items.filter((item) => item.dimension === id).map((item) => [item.id, level])));
  for (const level of levels)
    for (const upTo of quiz.items.keys())
      yield but(
        Object.fromEntries(quiz.items.map((item, i): [string, Answer] => [item.id, i <= upTo ? level : higher(level)])),
      );
  for (const level of levels) yield Object.fromEntries(quiz.items.map((item) => [item.id, level]));
}

const higher = (answer: Answer): Answer => (({ 1: 2, 2: 3, 3: 4, 4: 5, 5: 5 }) as const)[answer];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): Spread {
  const middle = mean(values);
  return { mean: middle, sd: Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) };
}

/** @param b as long as `a` */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [first, second] = [spread(a), spread(b)];
  const together = mean(a.map((value, i) => (value - first.mean) * ((b[i] ?? 0) - second.mean)));
  return together / (first.sd * second.sd);
}
