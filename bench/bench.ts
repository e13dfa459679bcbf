/**
 * `npm run bench -- [--questions FILE]… [--dataset FILE] [--engine NAME]… [--only KIND]… [--write]`: our engine beside its
 * peers. `--questions`: labelled questions for the product's entries (default: those of the tests). `--dataset`: a labelled
 * set of any subject. `--engine`, `--only`: some engines, some datasets (product, labelled, synthetic) only. `--write`:
 * writes docs/benchmarks.md.
 */
import { fork } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DatasetSpec } from './datasets/index.ts';
import { ENGINES } from './engines/index.ts';
import type { Measured } from './measure.ts';
import { questionsDir, reportFile } from './paths.ts';
import { linesOf, markdown, notesOf, type Outcome, sizeOf, type Table, titleOf } from './report.ts';
import type { Task } from './worker.ts';

const SIZES = [10_000, 100_000];
const MAX_MINUTES = 15;
const KINDS = ['product', 'labelled', 'synthetic'];

const { values: flags } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true },
    dataset: { type: 'string' },
    engine: { type: 'string', multiple: true, default: Object.keys(ENGINES) },
    only: { type: 'string', multiple: true, default: KINDS },
    write: { type: 'boolean', default: false },
  },
});

const unknown = [
  ...flags.engine.filter((name) => !(name in ENGINES)),
  ...flags.only.filter((kind) => !KINDS.includes(kind)),
];
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}. Engines: ${Object.keys(ENGINES).join(', ')}; datasets: ${KINDS.join(', ')}.`,
  );
  process.exit(2);
}

const files = flags.questions ?? questionsOfTests();
const datasets: DatasetSpec[] = [];
if (files.length > 0) datasets.push({ kind: 'product', files });
else console.log('No questions for the product: name some with --questions FILE.');
if (flags.dataset) datasets.push({ kind: 'labelled', file: flags.dataset });
else console.log('No labelled set of another subject: name one with --dataset FILE.');
datasets.push(...SIZES.map((entries): DatasetSpec => ({ kind: 'synthetic', entries })));

const tables: Table[] = [];
for (const dataset of datasets) {
  if (!flags.only.includes(dataset.kind)) continue;
  const table: Table = { dataset, outcomes: [] };
  for (const engine of flags.engine) table.outcomes.push(await outcomeOf({ engine, dataset }));
  tables.push(table);
  console.log(`\n${titleOf(dataset)}\n${sizeOf(table)}`);
  for (const line of [...linesOf(table), ...notesOf(table)]) console.log(line);
}
const empty = tables.filter(({ outcomes }) => outcomes.every((outcome) => 'leftOut' in outcome));
if (empty.length > 0) {
  console.error(`Nothing was measured: ${empty.map(({ dataset }) => titleOf(dataset)).join('; ')}.`);
  process.exitCode = 1;
} else if (flags.write) writeFileSync(reportFile, markdown(tables, new Date().toISOString().slice(0, 10)));

function questionsOfTests(): string[] {
  if (!existsSync(questionsDir)) return [];
  return readdirSync(questionsDir)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => path.join(questionsDir, name));
}

async function outcomeOf(task: Task): Promise<Outcome> {
  const { engine, dataset } = task;
  const leftOut = ENGINES[engine]?.leftOut?.(dataset);
  if (leftOut) return { engine, leftOut };
  process.stderr.write(`${titleOf(dataset)}: ${engine}…\n`);
  const measured = await inProcess(task);
  return typeof measured === 'string' ? { engine, leftOut: measured } : { engine, measured };
}

/** @returns figures, or why there are none */
function inProcess(task: Task): Promise<Measured | string> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'worker.js'), {
      execArgv: ['--expose-gc', '--max-old-space-size=12000', '--enable-source-maps'],
      timeout: MAX_MINUTES * 60_000,
    });
    let measured: Measured | string = 'failed';
    child.once('message', (message) => {
      measured = message as Measured;
    });
    child.once('error', reject);
    child.once('exit', (_code, signal) => resolve(signal ? `was not done in ${MAX_MINUTES} minutes` : measured));
    child.send(task);
  });
}
