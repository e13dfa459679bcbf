/**
 * `npm run quiz:simulate [-- --n PEOPLE] [--seed NUMBER] [--json]`: says what the quiz's formula does with invented people of
 * many kinds: how often each band, gate and cap comes up, and how often a second try gives another band. Exits with 1 where
 * something that the quiz file has cannot come up at all. For an author who changes a weight, a cap or a band.
 */
import { parseArgs } from 'node:util';
import { describeSimulation, unreachable } from '../../dialogs/quiz/simulation/describeSimulation.ts';
import { simulate } from '../../dialogs/quiz/simulation/simulate.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../paths.ts';

const { values: flags } = parseArgs({
  options: {
    n: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

/** @throws Error where it is none: a number that is misread would say something about another simulation */
function wholeNumber(name: string, flag: string): number {
  const value = Number(flag);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} is "${flag}". What to do: write a whole number from 1 on.`);
  return value;
}

try {
  const { quiz } = loadKnowledge(contentDir);
  const simulation = simulate(quiz, { n: wholeNumber('n', flags.n), seed: wholeNumber('seed', flags.seed) });
  console.log(flags.json ? JSON.stringify(simulation) : describeSimulation(simulation));
  for (const { kind, name } of unreachable(simulation)) {
    console.error(
      `nobody can get this ${kind}: ${name}. What to do: look at the weights, gates and bands in quiz.yaml.`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
