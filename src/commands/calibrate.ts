/**
 * `npm run calibrate`: finds how the views of a message are weighed and from which probability something is done, on the
 * labelled questions of `knowledge/calibration/` and on utterances that were held out of the training, and writes the
 * result (`calibration.json`) and what it was worth (`report.md`) beside them. The same content gives the same result.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CalibrationReport,
  calibrate,
  collectSamples,
  crossValidate,
  labelledQuestion,
  loadKnowledge,
} from '../../knowledge/index.ts';
import { calibrationDir, contentDir } from '../paths.ts';

const questions = readFileSync(path.join(calibrationDir, 'questions.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => labelledQuestion.parse(JSON.parse(line)));
console.error('training on most of the content…');
const samples = collectSamples(loadKnowledge(contentDir), questions);
console.error('fitting…');
const report = markdown(crossValidate(samples));
writeFileSync(path.join(calibrationDir, 'calibration.json'), `${JSON.stringify(calibrate(samples), null, 2)}\n`);
writeFileSync(path.join(calibrationDir, 'report.md'), report);
console.log(report);

function markdown({ rows, questions: asked, heldOut }: CalibrationReport): string {
  const table = rows.map(
    ({ group, n, right, offered, refused, wrong }) =>
      `| ${group} | ${n} | ${[right, offered, refused, wrong].map((share) => (100 * share).toFixed(1)).join(' | ')} |`,
  );
  return `# Calibration

Written by \`npm run calibrate\`, with \`calibration.json\`, which the engine reads. Each question was judged by weights and
thresholds that were found without it (five folds): ${asked} labelled questions (\`questions.jsonl\`, by writers who had
seen the guide and nothing else) and ${heldOut} utterances of the content that were kept out of the training. In per cent.

| group | n | right | offered | refused | wrong |
|---|---|---|---|---|---|
${table.join('\n')}
`;
}
