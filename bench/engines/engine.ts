import type { Dataset } from '../datasets/dataset.ts';

/** An entry that an engine found. */
export interface Found {
  id: string;
  /** The greater the better; an engine may have none. */
  score?: number;
}

/** Entries for a question, best first. */
export type Rank = (text: string) => readonly Found[] | Promise<readonly Found[]>;

/** Builds an engine of a dataset's documents. */
export type MakeEngine = (dataset: Dataset) => Rank | Promise<Rank>;
