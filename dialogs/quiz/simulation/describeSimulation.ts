import type { Outcome, PopulationReport, Simulation } from './simulate.ts';

/** Populations beside one another in the table of outcomes; of the others the one where it comes up most is named. */
const SHOWN = ['uniform', 'people', 'people drawn to the job'];

/** The simulation as Markdown tables, for a terminal and for docs/quiz.md. */
export function describeSimulation({ n, seed, populations, outcomes }: Simulation): string {
  const bands = outcomes.filter(({ kind }) => kind === 'band').map(({ name }) => name);
  const shown = populations.filter(({ name }) => SHOWN.includes(name));
  return [
    `${n} invented people of each kind, seed ${seed}.`,
    table(
      ['population', ...bands, 'score', 'before the caps'],
      populations.map((p) => [
        p.name,
        ...bands.map((band) => percent(p.shares[band])),
        `${p.final.mean.toFixed(1)} ± ${p.final.sd.toFixed(1)}`,
        `${p.profile.mean.toFixed(1)} ± ${p.profile.sd.toFixed(1)}`,
      ]),
    ),
    table(
      ['second try', 'r', 'r before the caps', 'error before the caps', 'same band', 'same or next band'],
      populations.flatMap(({ name, retest }) =>
        retest
          ? [
              [
                name,
                retest.final.toFixed(2),
                retest.profile.toFixed(2),
                retest.error.toFixed(1),
                percent(retest.sameBand),
                percent(retest.sameOrAdjacentBand),
              ],
            ]
          : [],
      ),
    ),
    table(
      ['outcome', ...shown.map(({ name }) => name), 'most often', 'reachable'],
      outcomes.map((outcome) => [
        outcome.name,
        ...shown.map((p) => percent(p.shares[outcome.name])),
        mostOften(outcome, populations),
        outcome.example ? `yes: \`${outcome.example}\`` : '**no**',
      ]),
    ),
  ].join('\n\n');
}

/** What the quiz file says can come out, and nobody was found to get. */
export const unreachable = ({ outcomes }: Simulation): Outcome[] =>
  outcomes.filter(({ example }) => example === undefined);

function mostOften({ name }: Outcome, populations: readonly PopulationReport[]): string {
  const [most] = [...populations].sort((a, b) => (b.shares[name] ?? 0) - (a.shares[name] ?? 0));
  return most?.shares[name] ? `${percent(most.shares[name])} of ${most.name}` : '–';
}

const percent = (share = 0) => {
  if (share === 0) return '–';
  return share < 0.001 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`;
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
