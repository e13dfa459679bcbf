/**
 * `npm run evaluate -- FILE.jsonl [--json] [--min-right SHARE] [--max-wrong SHARE] [--max-false SHARE]`: scores the engine
 * on labelled questions, and exits with 1 below the shares given. With `--dataset FILE` it builds an index from the train
 * rows of any labelled set instead and ranks its test rows.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import {
  cachedModels,
  createEngine,
  createLanguage,
  datasetRow,
  judgeAll,
  labelledQuestion,
  loadKnowledge,
  report,
  scoreDataset,
  type Tally,
} from '../../knowledge/index.ts';
import { modelFiles } from '../modelFiles.ts';
import { contentDir, modelsDir } from '../paths.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    dataset: { type: 'string' },
    'min-right': { type: 'string' },
    'max-wrong': { type: 'string' },
    'max-false': { type: 'string' },
  },
});

function evaluate(file: string): void {
  const knowledge = loadKnowledge(contentDir);
  const judged = judgeAll(
    readRows(file, labelledQuestion),
    knowledge,
    createEngine(knowledge, { models: cachedModels(modelFiles(modelsDir)) }),
  );
  const result = report(judged);
  if (flags.json) console.log(JSON.stringify(result));
  else {
    for (const [title, table] of Object.entries({
      'by group': result.byGroup,
      'in scope, by language': result.byLanguage,
      'in scope, by style': result.byStyle,
      'in scope, by label': result.byLabel,
    })) {
      console.log(`\n${title}`);
      console.table(Object.fromEntries(Object.entries(table).map(([key, row]) => [key, asPercent(row)])));
    }
    console.log('\nnot right');
    for (const { label, verdict, lang, q, decision } of judged)
      if (verdict !== 'right')
        console.log(
          `${verdict.padEnd(9)}${label.padEnd(16)}${lang} ${decision.outcome} ${decision.entries.join(',')} | ${q}`,
        );
  }
  const inScope = result.byGroup['in scope'];
  const outside = ['oos-near', 'oos-far'].map((group) => result.byGroup[group]?.wrong ?? 0);
  const failures = [
    below('right', inScope?.right ?? 0, flags['min-right']),
    above('wrong', inScope?.wrong ?? 0, flags['max-wrong']),
    above('falsely answered', Math.max(...outside), flags['max-false']),
  ].filter(Boolean);
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}

const below = (name: string, share: number, least?: string) =>
  least !== undefined && share < Number(least)
    ? `${name}: ${share.toFixed(3)}, and at least ${least} was asked for`
    : '';
const above = (name: string, share: number, most?: string) =>
  most !== undefined && share > Number(most) ? `${name}: ${share.toFixed(3)}, and at most ${most} was asked for` : '';

const asPercent = ({ n, ...shares }: Tally) => ({
  n,
  ...Object.fromEntries(Object.entries(shares).map(([verdict, share]) => [verdict, Number((100 * share).toFixed(1))])),
});

function readRows<T extends z.ZodType>(file: string, shape: T): z.infer<T>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => shape.parse(JSON.parse(line)));
}

if (flags.dataset) {
  const rows = readRows(flags.dataset, datasetRow);
  const rules = loadKnowledge(contentDir).languages[rows[0]?.lang ?? 'fr'];
  const scores = scoreDataset(rows, createLanguage(rules), () => performance.now());
  if (flags.json) console.log(JSON.stringify(scores));
  else console.table(scores);
} else if (positionals[0]) {
  evaluate(positionals[0]);
} else {
  console.error('What to evaluate? npm run evaluate -- FILE.jsonl, or npm run evaluate -- --dataset FILE.jsonl');
  process.exitCode = 2;
}
