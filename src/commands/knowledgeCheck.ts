/**
 * `npm run knowledge:check [-- --quick] [--json]`: says what an author should look at in the content, and exits with 1 where
 * people are not understood. `--quick` leaves out what has models trained, which takes a minute or two.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withSentences } from '../../dialogs/texts/index.ts';
import { checkCommands } from '../../dialogs/understand.ts';
import {
  ContentError,
  cachedModels,
  createEngine,
  describeFindings,
  type Knowledge,
  lintContent,
  loadKnowledge,
} from '../../knowledge/index.ts';
import { modelFiles } from '../modelFiles.ts';
import { contentDir, modelsDir } from '../paths.ts';
import { readPageTexts } from '../server/pageTexts.ts';

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
});

/** What the start would refuse, in whichever part of the bot. */
function load(): Knowledge {
  const knowledge = loadKnowledge(contentDir);
  withSentences(knowledge);
  readPageTexts(knowledge);
  checkCommands(knowledge);
  return knowledge;
}

function check(knowledge: Knowledge): void {
  const findings = lintContent(knowledge, {
    understand: createEngine(knowledge, { models: cachedModels(modelFiles(modelsDir)) }),
    quick: flags.quick,
    progress: (line) => console.error(line),
  }).map((finding) => ({ ...finding, file: path.relative(process.cwd(), finding.file) }));
  console.log(flags.json ? JSON.stringify(findings) : describeFindings(findings));
  if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

try {
  check(load());
} catch (error) {
  // content that does not load has one fault at a time: the first
  if (!(error instanceof ContentError)) throw error;
  const { message } = error;
  console.log(flags.json ? JSON.stringify([{ kind: 'does-not-load', severity: 'error', message }]) : message);
  process.exitCode = 1;
}
