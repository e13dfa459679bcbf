import { auroc } from '../knowledge/evaluation/dataset.ts';
import type { Dataset } from './datasets/dataset.ts';
import type { Found, MakeEngine, Rank } from './engines/engine.ts';

/** Shares of 1, microseconds, seconds, megabytes. */
export interface Measured {
  entries: number;
  utterances: number;
  questions: number;
  top1: number;
  top3: number;
  /** By kind of question out of scope: how many there were, and the chance that one in scope scores higher than one of them. */
  outside: Record<string, { questions: number; auroc: number | null }>;
  medianMicros: number;
  p99Micros: number;
  buildSeconds: number;
  memoryMegabytes: number;
}

/** So many utterances are asked before anything is measured, for so many seconds at most. */
const WARM_UP = 500;
const MAX_WARM_UP_SECONDS = 5;

/** Builds an engine and asks it everything once. Wants `--expose-gc`, and a process of its own. */
export async function measure(dataset: Dataset, make: MakeEngine): Promise<Measured> {
  const { documents, questions, refuses } = dataset;
  const before = memory();
  const began = performance.now();
  const rank = await make(dataset);
  const buildSeconds = (performance.now() - began) / 1000;
  const memoryMegabytes = (memory() - before) / 1e6;

  await warmUp(rank, dataset);
  const times: number[] = [];
  const ask = async (text: string): Promise<readonly Found[]> => {
    const asked = performance.now();
    const answer = rank(text);
    const found = answer instanceof Promise ? await answer : answer;
    times.push((performance.now() - asked) * 1000);
    return found;
  };
  const places: number[] = [];
  const scores: number[] = [];
  for (const { text, accepted } of questions) {
    const found = await ask(text);
    places.push(found.findIndex(({ id }) => accepted.includes(id)));
    if (!accepted.every(refuses)) scores.push(scoreOf(found));
  }
  const outside: Measured['outside'] = {};
  for (const [kind, texts] of Object.entries(dataset.outside)) {
    const strangers: number[] = [];
    for (const text of texts) strangers.push(scoreOf(await ask(text)));
    const scored = [...scores, ...strangers].some((score) => score !== 0);
    outside[kind] = { questions: texts.length, auroc: scored ? auroc(scores, strangers) : null };
  }
  times.sort((a, b) => a - b);
  const share = (most: number) => places.filter((place) => place >= 0 && place < most).length / (places.length || 1);
  return {
    entries: documents.length,
    utterances: documents.reduce((sum, { utterances }) => sum + utterances.length, 0),
    questions: questions.length,
    top1: share(1),
    top3: share(3),
    outside,
    medianMicros: times[Math.floor(times.length / 2)] ?? 0,
    p99Micros: times[Math.floor(times.length * 0.99)] ?? 0,
    buildSeconds,
    memoryMegabytes,
  };

  /** How sure an engine is that a question is answered at all: by its best entry that turns nothing down. */
  function scoreOf(found: readonly Found[]): number {
    return found.find(({ id }) => !refuses(id))?.score ?? 0;
  }
}

/** Utterances from all over the base: what is asked later is asked for the first time. */
async function warmUp(rank: Rank, { documents }: Dataset): Promise<void> {
  const utterances = documents.flatMap((document) => document.utterances);
  const step = Math.max(1, Math.floor(utterances.length / WARM_UP));
  const end = performance.now() + MAX_WARM_UP_SECONDS * 1000;
  for (let i = 0; i < utterances.length && performance.now() < end; i += step) await rank(utterances[i] ?? '');
}

/** Bytes that are in use once all that is not has been collected. */
function memory(): number {
  if (!globalThis.gc) throw new Error('start node with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
