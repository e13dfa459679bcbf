/**
 * `npm run evaluate -- FILE.jsonl [--json] [--min-right SHARE] [--max-wrong SHARE] [--max-false SHARE]`: scores the engine
 * on labelled questions, and exits with 1 below the shares given. With `--dataset FILE` it builds an index from the train
 * rows of any labelled set instead and ranks its test rows. With `--ablation FILE` it leaves out one part of the engine after
 * the other, calibrates what is left anew, and prints what each part gives; that takes some minutes.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import {
  cachedModels,
  calibrate,
  collectSamples,
  createEngine,
  createLanguage,
  datasetRow,
  judgeAll,
  labelledQuestion,
  loadKnowledge,
  PARTS,
  report,
  scoreDataset,
  type Tally,
} from '../../knowledge/index.ts';
import { modelFiles } from '../modelFiles.ts';
import { calibrationDir, contentDir, modelsDir } from '../paths.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    dataset: { type: 'string' },
    ablation: { type: 'string' },
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

/** @throws Error where it is no share: a threshold that is misread would let everything pass */
function shareOf(flag: string): number {
  const value = Number(flag);
  if (!(value >= 0 && value <= 1)) throw new Error(`"${flag}" is no share. What to do: write a number from 0 to 1.`);
  return value;
}

const below = (name: string, reached: number, least?: string) =>
  least !== undefined && reached < shareOf(least)
    ? `${name}: ${reached.toFixed(3)}, and at least ${least} was asked for`
    : '';
const above = (name: string, reached: number, most?: string) =>
  most !== undefined && reached > shareOf(most)
    ? `${name}: ${reached.toFixed(3)}, and at most ${most} was asked for`
    : '';

const asPercent = ({ n, ...shares }: Tally): Record<string, number> => ({
  n,
  ...Object.fromEntries(Object.entries(shares).map(([verdict, share]) => [verdict, Number((100 * share).toFixed(1))])),
});

function readRows<T extends z.ZodType>(file: string, shape: T): z.infer<T>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => shape.parse(JSON.parse(line)));
}

/** What the engine gets right without each of its parts, each time calibrated without it. */
function ablate(file: string): void {
  const knowledge = loadKnowledge(contentDir);
  const questions = readRows(file, labelledQuestion);
  const calibrationQuestions = readRows(path.join(calibrationDir, 'questions.jsonl'), labelledQuestion);
  const table: Record<string, Record<string, number>> = {};
  // most parts are left out without training anything anew
  const trained = new Map<string, Uint8Array>();
  const models = cachedModels({ read: (key) => trained.get(key), write: (key, bytes) => trained.set(key, bytes) });
  for (const part of [undefined, ...PARTS]) {
    console.error(part ? `without ${part}…` : 'the whole…');
    const without = new Set(part ? [part] : []);
    const calibration = calibrate(collectSamples(knowledge, calibrationQuestions, without, models));
    const { byGroup } = report(
      judgeAll(questions, knowledge, createEngine(knowledge, { calibration, without, models })),
    );
    const inScope = asPercent(byGroup['in scope'] ?? { n: 0 });
    table[part ? `without ${part}` : 'the whole'] = {
      right: inScope.right ?? 0,
      offered: inScope.assisted ?? 0,
      wrong: inScope.wrong ?? 0,
      'several topics': asPercent(byGroup.multi ?? { n: 0 }).right ?? 0,
      'near, falsely answered': asPercent(byGroup['oos-near'] ?? { n: 0 }).wrong ?? 0,
      'far, falsely answered': asPercent(byGroup['oos-far'] ?? { n: 0 }).wrong ?? 0,
    };
  }
  if (flags.json) console.log(JSON.stringify(table));
  else console.table(table);
}

if (flags.ablation) {
  ablate(flags.ablation);
} else if (flags.dataset) {
  const rows = readRows(flags.dataset, datasetRow);
  const rules = loadKnowledge(contentDir).languages[rows[0]?.lang ?? 'fr'];
  // the ideas were chosen for our guide, and say little of other subjects
  const language = createLanguage(rules && { ...rules, concepts: {}, outside: {} });
  const scores = scoreDataset(rows, language, () => performance.now());
  if (flags.json) console.log(JSON.stringify(scores));
  else console.table(scores);
} else if (positionals[0]) {
  evaluate(positionals[0]);
} else {
  console.error(
    'What to evaluate? npm run evaluate -- FILE.jsonl, or -- --dataset FILE.jsonl, or -- --ablation FILE.jsonl',
  );
  process.exitCode = 2;
}
