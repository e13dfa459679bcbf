import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { DatasetSpec } from './datasets/index.ts';
import { ENGINES } from './engines/index.ts';
import type { Measured } from './measure.ts';
import { packageFiles } from './paths.ts';

/** An engine's figures, or why there are none. */
export type Outcome = { engine: string } & ({ measured: Measured } | { leftOut: string });

export interface Table {
  dataset: DatasetSpec;
  outcomes: Outcome[];
}

const PEERS = ['minisearch', 'lunr', 'lunr-languages', 'flexsearch', 'node-nlp', 'natural'];

/** What a dataset is, in words; where it came from is of no matter to a reader. */
export function titleOf(dataset: DatasetSpec): string {
  if (dataset.kind === 'product') return "The product's French entries";
  if (dataset.kind === 'labelled') return 'A public French set of another subject';
  return `A made-up base of ${dataset.entries.toLocaleString('en')} entries`;
}

/** How much there is of a dataset, as the engines saw it. */
export function sizeOf({ outcomes }: Table): string {
  const first = outcomes.flatMap((outcome) => ('measured' in outcome ? [outcome.measured] : []))[0];
  if (!first) return '';
  const count = (n: number) => n.toLocaleString('en');
  const outside = Object.entries(first.outside).map(([kind, { questions }]) => `${count(questions)} ${kind}`);
  return `${count(first.entries)} entries, ${count(first.utterances)} utterances; ${count(first.questions)} questions in scope, out of scope ${outside.join(', ')}`;
}

/** As Markdown, and readable as it stands. */
export function linesOf({ outcomes }: Table): string[] {
  const kinds = [
    ...new Set(outcomes.flatMap((outcome) => ('measured' in outcome ? Object.keys(outcome.measured.outside) : []))),
  ];
  const rows = [
    ['engine', 'top-1', 'top-3', ...kinds.map((kind) => `AUROC ${kind}`), 'median µs', 'p99 µs', 'build s', 'MB'],
    ...outcomes.map((outcome) => [
      ENGINES[outcome.engine]?.title ?? outcome.engine,
      ...figuresOf('measured' in outcome ? outcome.measured : undefined, kinds),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const [head = '', ...body] = rows.map((row) => {
    const cells = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)));
    return `| ${cells.join(' | ')} |`;
  });
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head, `| ${rule.join(' | ')} |`, ...body];
}

function figuresOf(found: Measured | undefined, kinds: readonly string[]): string[] {
  const figure = (value: number | null | undefined, digits: number, unit = '') =>
    value == null ? '–' : `${value.toFixed(digits)}${unit}`;
  return [
    figure(found && found.top1 * 100, 1, ' %'),
    figure(found && found.top3 * 100, 1, ' %'),
    ...kinds.map((kind) => figure(found?.outside[kind]?.auroc, 3)),
    figure(found?.medianMicros, 0),
    figure(found?.p99Micros, 0),
    figure(found?.buildSeconds, 2),
    figure(found?.memoryMegabytes, 0),
  ];
}

/** Why there are dashes, and what else has to be known. */
export function notesOf({ outcomes }: Table): string[] {
  return outcomes.flatMap((outcome) => {
    const { title = outcome.engine, note } = ENGINES[outcome.engine] ?? {};
    if ('leftOut' in outcome) return [`${title}: ${outcome.leftOut}.`];
    return note ? [`${title}: ${note}.`] : [];
  });
}

export function markdown(tables: readonly Table[], date: string): string {
  const [cpu] = cpus();
  return `# Benchmarks

Our engine beside libraries that people would take in its place. \`npm ci --prefix bench && npm run bench -- --write\` measures
anew and writes this page; \`--questions\` and \`--dataset\` name the labelled questions, \`bench/bench.ts\` says how.

Measured ${date} on ${cpu?.model.trim() ?? 'an unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB,
Node ${process.version.slice(1)}. ${PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ')}.

${tables.map(section).join('\n\n')}

## How it was measured
Each engine is built and asked in a process of its own, over the same texts: one document an entry, all its utterances
joined, for those that search; the utterances as examples for those that learn. Ours takes them as they are. MiniSearch,
FlexSearch and natural get our words and our French stems, lunr our words and its own stems, as they rank better with them
than without; node-nlp has its own. MiniSearch is measured without and with fuzzy and prefix search, the latter for words
of more than three letters.

**Top-1, top-3**: the share of the questions in scope whose entry comes first, or among the first three. **AUROC**: the
chance that a question in scope has a higher best score than one out of scope (0.5: scores say nothing). Of the product's
entries those that say that the guide does not answer are left aside there: what counts is the best score of the others.
**Median, p99**: microseconds from text to ranking, every question once, after 500 other questions. **MB**: heap and array
buffers that the built engine adds, after garbage collection. Times are of a machine that does other things too: a
factor of two between them means little, one of ten does.

**The product's entries** are asked questions by other writers: near ones are about the job, and the guide does not answer
them; far ones are about something else. **The public set** is of another subject; far from it is what the product's content
lists as having nothing to do with its guide, less what has a word of the set's subject (in two phrasings or more, and in a
tenth of the entries at most). **The made-up bases** come from a seed: words that look French by Zipf's law, more of them the
larger the base is, entries of three to six utterances around two to four rarer key words. A question keeps at least half of
an entry's key words, in other forms, with other words around them; a third has one or two typing errors, three in ten
no accents. Unknown questions are made the same way of entries that the base does not have.
`;
}

const section = (table: Table): string =>
  [
    `## ${titleOf(table.dataset)}`,
    `${sizeOf(table)}.`,
    '',
    ...linesOf(table),
    '',
    ...notesOf(table).map((note) => `- ${note}`),
  ].join('\n');

function versionOf(name: string): string {
  const file = packageFiles(name).find((each) => existsSync(each));
  return file ? JSON.parse(readFileSync(file, 'utf8')).version : '';
}
