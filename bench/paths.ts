import path from 'node:path';

/** The project's folder: what is built of these files lies two levels below it, in bench/dist. */
const root = path.resolve(import.meta.dirname, '..', '..');

export const contentDir = path.join(root, 'knowledge', 'content');
export const questionsDir = path.join(root, 'tests', 'knowledge', 'questions');
export const reportFile = path.join(root, 'docs', 'benchmarks.md');
/** Where a package of the benchmark's, or of the project's, is installed. */
export const packageFiles = (name: string) =>
  ['bench', '.'].map((folder) => path.join(root, folder, 'node_modules', name, 'package.json'));
