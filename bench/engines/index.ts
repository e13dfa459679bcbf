/// <reference path="../peers.d.ts" />
import type { DatasetSpec } from '../datasets/index.ts';
import type { MakeEngine } from './engine.ts';
import { MOST_EXAMPLES_TIMES_ENTRIES } from './limits.ts';

export interface EngineEntry {
  title: string;
  /** Imported where it is measured, so that no engine's code weighs on another's memory. */
  load(): Promise<MakeEngine>;
  /** Why it is not asked about a dataset; nothing where it is. */
  leftOut?(dataset: DatasetSpec): string | undefined;
  /** What has to be known of its figures. */
  note?: string;
}

const moreThan = (entries: number, dataset: DatasetSpec) => dataset.kind === 'synthetic' && dataset.entries > entries;

/** In the order of the tables: ours, then the others. */
export const ENGINES: Readonly<Record<string, EngineEntry>> = {
  ranker: {
    title: 'ours (Ranker)',
    load: async () => (await import('./ranker.ts')).make,
    leftOut: ({ kind }) =>
      kind === 'synthetic' ? 'learns a row of weights for each entry; LargeRanker is for so many' : undefined,
  },
  largeRanker: { title: 'ours (LargeRanker)', load: async () => (await import('./largeRanker.ts')).make },
  miniSearch: { title: 'MiniSearch, stems', load: async () => (await import('./miniSearch.ts')).stemmed },
  miniSearchFuzzy: {
    title: 'MiniSearch, stems, fuzzy 0.2, prefix',
    load: async () => (await import('./miniSearch.ts')).fuzzy,
  },
  lunr: { title: 'lunr, French', load: async () => (await import('./lunr.ts')).make },
  flexSearch: {
    title: 'FlexSearch, stems',
    load: async () => (await import('./flexSearch.ts')).make,
    note: 'gives no scores, so nothing tells an answer from a guess',
  },
  nodeNlp: {
    title: 'node-nlp',
    load: async () => (await import('./nodeNlp.ts')).make,
    leftOut: (dataset) => (moreThan(0, dataset) ? 'trains a perceptron for each entry over all of them' : undefined),
  },
  tfIdf: {
    title: 'natural TfIdf, stems',
    load: async () => (await import('./natural.ts')).tfIdf,
    leftOut: (dataset) => (moreThan(10_000, dataset) ? 'looks at every entry for every word' : undefined),
  },
  logisticRegression: {
    title: 'natural LogisticRegression, stems',
    load: async () => (await import('./natural.ts')).logisticRegression,
    leftOut: (dataset) => (moreThan(0, dataset) ? 'would train for days' : undefined),
    note: `learns of at most as many utterances as make ${MOST_EXAMPLES_TIMES_ENTRIES.toLocaleString('en')} with the number of entries, spread over each: all of a larger set would train for hours`,
  },
};
