/** Measures one engine on one dataset in a process of its own; both are named by the one message that starts it. */
import { type DatasetSpec, makeDataset } from './datasets/index.ts';
import { ENGINES } from './engines/index.ts';
import { measure } from './measure.ts';

export interface Task {
  engine: string;
  dataset: DatasetSpec;
}

process.once('message', async ({ engine, dataset }: Task) => {
  const made = makeDataset(dataset);
  const load = ENGINES[engine]?.load;
  if (!load) throw new Error(`no engine "${engine}"`);
  const measured = await measure(made, await load());
  process.send?.(measured, () => process.exit());
});
