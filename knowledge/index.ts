/** The public door: what the bot knows and how it finds it. Imports nothing of the bot framework. */
export { type ContentFile, checkContentFile } from './contentFile.ts';
export { ContentError } from './errors.ts';
export { type CalibrationReport, calibrate, collectSamples, crossValidate } from './evaluation/calibrate.ts';
export { datasetRow, scoreDataset } from './evaluation/dataset.ts';
export { describeFindings } from './evaluation/describeFindings.ts';
export { judgeAll, labelledQuestion } from './evaluation/judge.ts';
export { lintContent } from './evaluation/lintContent.ts';
export { report, type Tally } from './evaluation/report.ts';
export type { Entry, Knowledge } from './knowledge.ts';
export { cachedKnowledge } from './knowledgeCache.ts';
export { loadKnowledge } from './load.ts';
export { cachedModels, type ModelCache } from './modelCache.ts';
export type { Context } from './retrieval/context.ts';
export { Speller } from './retrieval/correct.ts';
export type { Decision } from './retrieval/decide.ts';
export { createEngine, trainLocale, type Understand } from './retrieval/engine.ts';
export { createLanguage } from './retrieval/language.ts';
export { holdsPhrase, plainText, words } from './retrieval/normalise.ts';
export { PARTS } from './retrieval/parts.ts';
export {
  type AnswerPhrases,
  type BandId,
  buttonLabel,
  type EntryWords,
  type Locale,
  type Quiz,
  type QuizGate,
  type QuizItem,
  type QuizWords,
  text,
} from './schema.ts';
export { plainSentence, sentence } from './sentences.ts';
