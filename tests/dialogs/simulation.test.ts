import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCode } from '../../dialogs/quiz/resultCode.ts';
import { bindingCaps, score } from '../../dialogs/quiz/scoring.ts';
import { describeSimulation, unreachable } from '../../dialogs/quiz/simulation/describeSimulation.ts';
import { seeded } from '../../dialogs/quiz/simulation/random.ts';
import { type PopulationReport, type Simulation, simulate } from '../../dialogs/quiz/simulation/simulate.ts';
import type { Quiz } from '../../knowledge/index.ts';
import { quiz } from './quizAnswers.ts';

const SIZE = { n: 1000, seed: 7 };
const simulation = simulate(quiz, SIZE);

const reportOf = (name: string, { populations }: Simulation): PopulationReport => {
  const found = populations.find((p) => p.name === name);
  if (!found) throw new Error(`no population "${name}"`);
  return found;
};
const share = (outcome: string, population: string, of: Simulation) => reportOf(population, of).shares[outcome] ?? 0;
const limited = (population: string, of: Simulation) =>
  ['limited to 39', 'limited to 59', 'limited to 74'].reduce((sum, name) => sum + share(name, population, of), 0);

/** What the formula gives, each within what chance does at this size. A careless edit of the quiz file leaves one of them. */
const FIGURES: [what: string, figure: (of: Simulation) => number, low: number, high: number][] = [
  // both directions of every item count alike
  ['mean before the caps: uniform', (of) => reportOf('uniform', of).profile.mean, 49, 51],
  ['mean before the caps: people', (of) => reportOf('people', of).profile.mean, 49, 51],
  // no dimension outweighs the others
  ['spread before the caps: uniform', (of) => reportOf('uniform', of).profile.sd, 10.2, 11.2],
  ['spread before the caps: people', (of) => reportOf('people', of).profile.sd, 11.6, 12.8],
  [
    'mean before the caps: a condition lacks',
    (of) => reportOf('profile: a condition lacks', of).profile.mean,
    89.6,
    90.6,
  ],
  [
    'mean before the caps: a dimension is low',
    (of) => reportOf('profile: a dimension is low', of).profile.mean,
    82.8,
    84,
  ],
  ['second try, r before the caps', (of) => reportOf('people', of).retest?.profile ?? 0, 0.81, 0.86],
  ['second try, r', (of) => reportOf('people', of).retest?.final ?? 0, 0.7, 0.8],
  ['second try, error', (of) => reportOf('people', of).retest?.error ?? 0, 4.6, 5.3],
  ['second try, same band', (of) => reportOf('people', of).retest?.sameBand ?? 0, 0.6, 0.69],
  ['second try, same or next band', (of) => reportOf('people', of).retest?.sameOrAdjacentBand ?? 0, 0.97, 1],
  ['strong match: people drawn to the job', (of) => share('A', 'people drawn to the job', of), 0.17, 0.26],
  ['weak match: people drawn to the job', (of) => share('D', 'people drawn to the job', of), 0.05, 0.1],
  ['limited: people drawn to the job', (of) => limited('people drawn to the job', of), 0.28, 0.38],
  ['limited: uniform', (of) => limited('uniform', of), 0.45, 0.55],
  ['by two together: uniform', (of) => share('limited by two together', 'uniform', of), 0.22, 0.31],
  ['strong match: who fits', (of) => share('A', 'profile: fits', of), 0.99, 1],
  ['strong match: a condition lacks', (of) => share('A', 'profile: a condition lacks', of), 0.06, 0.14],
  ['mixed match: in between', (of) => share('C', 'profile: in between', of), 0.78, 0.9],
  ['weak match: fits little', (of) => share('D', 'profile: fits little', of), 0.99, 1],
  // all buttons but the middle one
  ['no verdict: one button', (of) => share('undetermined', 'careless: one button', of), 0.76, 0.84],
  ['doubtful: ends of the scale', (of) => share('inconsistent', 'careless: ends of the scale', of), 0.44, 0.56],
  ['doubtful: people', (of) => share('inconsistent', 'people', of), 0, 0.015],
  ['doubtful: fast', (of) => share('fast', 'careless: fast', of), 0.98, 1],
  ['all in the middle', (of) => share('all-neutral', 'careless: all in the middle', of), 1, 1],
];

const strayed = (of: Simulation) =>
  FIGURES.filter(([, figure, low, high]) => !(figure(of) >= low && figure(of) <= high)).map(([what]) => what);

const withWeights = (weights: Record<string, number>): Quiz => ({
  ...quiz,
  dimensions: quiz.dimensions.map((d) => ({ ...d, weight: weights[d.id] ?? d.weight })),
});
const withRules = (id: string, rules: { favourableMax: number; cap: number }[]): Quiz => ({
  ...quiz,
  gates: quiz.gates.map((gate) => (gate.id === id && 'item' in gate ? { ...gate, rules } : gate)),
});

describe('the simulation', () => {
  it('is the same with the same seed, and another with another', () => {
    const small = { n: 50, seed: 3 };
    expect(simulate(quiz, small)).toEqual(simulate(quiz, small));
    expect(simulate(quiz, { ...small, seed: 4 }).populations).not.toEqual(simulate(quiz, small).populations);
  });

  it('has bands that add up to everybody', () => {
    for (const { shares } of simulation.populations) {
      const sum = ['A', 'B', 'C', 'D', 'undetermined'].reduce((total, band) => total + (shares[band] ?? 0), 0);
      expect(sum).toBeCloseTo(1, 9);
    }
  });

  it.each(FIGURES)('gives what the formula is known to give: %s', (_, figure, low, high) => {
    expect(figure(simulation)).toBeGreaterThanOrEqual(low);
    expect(figure(simulation)).toBeLessThanOrEqual(high);
  });

  it.each<[what: string, edited: Quiz]>([
    ['one dimension that outweighs the others', withWeights({ RIG: 54, ADM: 10, COU: 5, EQU: 5, STR: 16 })],
    ['the conditions weigh as much as rigour', withWeights({ ACC: 24, RIG: 10 })],
    ['an item keyed the other way round', { ...quiz, items: quiz.items.map((i) => ({ ...i, keyed: '+' as const })) }],
    ['English in between limits to 59', withRules('G_ANG', [{ favourableMax: 3, cap: 59 }])],
    ['no gate on English', { ...quiz, gates: quiz.gates.filter(({ id }) => id !== 'G_ANG') }],
    [
      'a wider highest band',
      { ...quiz, bands: [{ id: 'A', min: 70, max: 100 }, { id: 'B', min: 60, max: 69 }, ...quiz.bands.slice(2)] },
    ],
  ])('notices a careless edit: %s', (_, edited) => {
    expect(strayed(simulate(edited, SIZE))).not.toEqual([]);
  });
});

describe('everything that the quiz can say', () => {
  it.each(simulation.outcomes.map((outcome) => [outcome.name, outcome] as const))(
    'comes up for the one whose code is given: %s',
    (name, { kind, example = '' }) => {
      const read = readCode(quiz, example);
      if (read?.kind !== 'code') throw new Error(`no code for ${name}`);
      const result = score(quiz, read.answers, name === 'fast' ? { medianMillis: 1000 } : {});
      const said = {
        band: [result.band],
        quality: [result.quality],
        gate: result.caps.map(({ gate, cap }) => `${gate.id} ${cap}`),
        cap: [
          ...(result.cap < result.profile ? [`limited to ${result.final}`] : []),
          ...(bindingCaps(result).length > 1 && bindingCaps(result).every((c) => c.cap > result.final)
            ? ['limited by two together']
            : []),
        ],
      }[kind];
      expect(said).toContain(name);
    },
  );

  it('is all of it: five bands, eleven gate rules, three caps and two together, four qualities', () => {
    const count = (kind: string) => simulation.outcomes.filter((outcome) => outcome.kind === kind).length;
    expect(['band', 'gate', 'cap', 'quality'].map(count)).toEqual([5, 11, 4, 4]);
    expect(unreachable(simulation)).toEqual([]);
  });

  it.each<[what: string, edited: Quiz, names: string[]]>([
    [
      'every English answer limits to 59',
      withRules('G_ANG', [{ favourableMax: 5, cap: 59 }]),
      ['A', 'B', 'limited to 74'],
    ],
    [
      // the lower cap of the wider rule always holds
      'a rule behind another',
      withRules('G_PAT', [
        { favourableMax: 1, cap: 58 },
        { favourableMax: 2, cap: 39 },
      ]),
      ['G_PAT 58', 'limited to 58'],
    ],
  ])('is missed where it cannot come up: %s', (_, edited, names) => {
    const small = simulate(edited, { n: 200, seed: 1 });
    expect(unreachable(small).map(({ name }) => name)).toEqual(names);
    expect(describeSimulation(small)).toContain('| **no** |');
  });
});

describe('chance', () => {
  const random = seeded(42);
  const many = <T>(draw: () => T) => Array.from({ length: 20_000 }, draw);
  const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

  it('is even between 0 and 1', () => {
    const values = many(() => random.uniform());
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (const edge of [0.1, 0.5, 0.9]) expect(mean(values.map((v) => (v < edge ? 1 : 0)))).toBeCloseTo(edge, 1);
  });

  it('is normal around 0 with a deviation of 1', () => {
    const values = many(() => random.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((v) => v * v))).toBeCloseTo(1, 1);
    // two thirds within one deviation
    expect(mean(values.map((v) => (Math.abs(v) < 1 ? 1 : 0)))).toBeCloseTo(0.683, 1);
  });

  it('picks each as often', () => {
    const picks = many(() => random.pick(['a', 'b', 'c', 'd']));
    for (const one of ['a', 'b', 'c', 'd']) expect(mean(picks.map((p) => (p === one ? 1 : 0)))).toBeCloseTo(0.25, 1);
  });
});

describe('npm run quiz:simulate', () => {
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [path.join(import.meta.dirname, '..', '..', 'dist', 'quizSimulate.js'), ...flags], {
      encoding: 'utf8',
    });

  it('prints tables, or one line of JSON that says the same', () => {
    const tables = run('--n', '300', '--seed', '5');
    expect(tables.status).toBe(0);
    expect(tables.stdout.trimEnd()).toBe(describeSimulation(simulate(quiz, { n: 300, seed: 5 })));
    expect(JSON.parse(run('--n', '300', '--seed', '5', '--json').stdout)).toEqual(simulate(quiz, { n: 300, seed: 5 }));
  });

  it.each([
    ['--n', '0'],
    ['--n', 'many'],
    ['--seed', '1.5'],
  ])('refuses %s %s', (flag, value) => {
    const { status, stderr } = run(flag, value);
    expect(status).toBe(2);
    expect(stderr).toContain(flag);
  });
});
