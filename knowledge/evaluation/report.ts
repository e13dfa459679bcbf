import type { JudgedQuestion, Verdict } from './judge.ts';

/** How often each verdict came up among `n` questions, as shares of them. */
export type Tally = { n: number } & Partial<Record<Verdict, number>>;

/** What a set of labelled questions says about the content and the engine. */
export interface Report {
  byGroup: Record<string, Tally>;
  /** Of the questions in scope. */
  byLanguage: Record<string, Tally>;
  byStyle: Record<string, Tally>;
  byLabel: Record<string, Tally>;
  /** Wrong answers by what was meant and what was answered, most frequent first. */
  confusions: { meant: string; answered: string; times: number }[];
}

export function report(judged: readonly JudgedQuestion[]): Report {
  const inScope = judged.filter((row) => row.group === 'in scope');
  return {
    byGroup: tallies(judged, (row) => row.group),
    byLanguage: tallies(inScope, (row) => row.lang ?? '?'),
    byStyle: tallies(inScope, (row) => row.style ?? '?'),
    byLabel: tallies(inScope, (row) => row.label),
    confusions: confusions(judged),
  };
}

function tallies(rows: readonly JudgedQuestion[], keyOf: (row: JudgedQuestion) => string): Record<string, Tally> {
  const groups = new Map<string, JudgedQuestion[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([key, list]) => [key, tally(list)]),
  );
}

export function tally(rows: readonly JudgedQuestion[]): Tally {
  const counts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return {
    n: rows.length,
    ...Object.fromEntries(Object.entries(counts).map(([v, count]) => [v, count / rows.length])),
  };
}

function confusions(judged: readonly JudgedQuestion[]): Report['confusions'] {
  const counts = new Map<string, { meant: string; answered: string; times: number }>();
  for (const { label, verdict, decision } of judged) {
    if (verdict !== 'wrong') continue;
    const answered = decision.entries.join('+');
    const key = `${label} ${answered}`;
    counts.set(key, { meant: label, answered, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.times - a.times);
}
