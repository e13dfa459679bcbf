/** The public door: what the bot knows and how it finds it. Imports nothing of the bot framework. */
export { ContentError } from './errors.ts';
export { type CalibrationReport, calibrate } from './evaluation/calibrate.ts';
export { datasetRow, scoreDataset } from './evaluation/dataset.ts';
export { describeFindings } from './evaluation/describeFindings.ts';
export { judgeAll, labelledQuestion } from './evaluation/judge.ts';
export { lintContent } from './evaluation/lintContent.ts';
export { report, type Tally } from './evaluation/report.ts';
export type { Entry, Knowledge } from './knowledge.ts';
export { loadKnowledge } from './load.ts';
export { cachedModels, type ModelCache } from './modelCache.ts';
export type { Context } from './retrieval/context.ts';
export { Speller } from './retrieval/correct.ts';
export type { Decision } from './retrieval/decide.ts';
export { createEngine, type Understand } from './retrieval/engine.ts';
export { createLanguage } from './retrieval/language.ts';
export { plainText, words } from './retrieval/normalise.ts';
export type { BandId, EntryWords, Locale, Quiz, QuizGate, QuizItem, QuizWords } from './schema.ts';
