import { z } from 'zod';
import { CALIBRATION } from '../retrieval/calibration.ts';
import type { Language } from '../retrieval/language.ts';
import { LargeRanker } from '../retrieval/largeRanker.ts';
import { Ranker } from '../retrieval/rank.ts';

/** A row of a labelled set of any subject. `oos`: nothing in the train rows answers it. */
export const datasetRow = z.object({
  q: z.string(),
  label: z.string(),
  lang: z.string().optional(),
  split: z.enum(['train', 'test']),
  oos: z.union([z.boolean(), z.string()]).optional(),
});
export type DatasetRow = z.infer<typeof datasetRow>;

/** Fractions of 1; `medianMicros`: microseconds for one query. */
export interface DatasetScores {
  top1: number;
  top3: number;
  /** Mean reciprocal rank, 0 where the right entry is not among the first ten. */
  mrr10: number;
  /** Chance that an answerable question scores higher than an out-of-scope one; `null` where there are none. */
  oosAuroc: number | null;
  medianMicros: number;
}

/** A classifier of more entries than this takes too long to train: they are ranked in two stages. */
const MAX_CLASSES = 1000;
const OUT_OF_SCOPE = /^(oos|__oos__)/;

/**
 * Builds an index from the train rows and ranks the test rows: the engine as an engine, on a subject of somebody else's.
 * @param language what the rows are written in
 * @param clock milliseconds, with fractions
 */
export function scoreDataset(rows: readonly DatasetRow[], language: Language, clock: () => number): DatasetScores {
  const byLabel = new Map<string, string[]>();
  for (const { label, q, split } of rows)
    if (split === 'train' && !OUT_OF_SCOPE.test(label)) byLabel.set(label, [...(byLabel.get(label) ?? []), q]);
  const documents = [...byLabel].map(([id, utterances]) => ({ id, utterances, class: 'topic' as const }));
  const large = documents.length > MAX_CLASSES ? new LargeRanker(documents, language) : undefined;
  const small = large ? undefined : new Ranker(documents, language, CALIBRATION);
  const rank = (q: string) => large?.rank(q) ?? small?.rank(q) ?? [];

  const times: number[] = [];
  const results = rows
    .filter((row) => row.split === 'test')
    .map((row) => {
      const began = clock();
      const ranked = rank(row.q);
      times.push(clock() - began);
      const out = Boolean(row.oos) || OUT_OF_SCOPE.test(row.label);
      return {
        out,
        place: ranked.findIndex((r) => r.id === row.label),
        score: small?.strength(row.q) ?? ranked[0]?.score ?? 0,
      };
    });
  const asked = results.filter((r) => !r.out);
  const share = (test: (place: number) => boolean) => asked.filter((r) => test(r.place)).length / (asked.length || 1);
  return {
    top1: share((place) => place === 0),
    top3: share((place) => place >= 0 && place < 3),
    mrr10:
      asked.reduce((sum, { place }) => sum + (place >= 0 && place < 10 ? 1 / (place + 1) : 0), 0) / (asked.length || 1),
    oosAuroc: auroc(
      asked.map((r) => r.score),
      results.filter((r) => r.out).map((r) => r.score),
    ),
    medianMicros: Math.round(median(times) * 1000),
  };
}

/** Area under the ROC curve by pairs, ties counting half (Mann and Whitney). */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  let wins = 0;
  for (const p of positives) for (const n of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
