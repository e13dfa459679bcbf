/** The public door: what the bot knows and how it finds it. Imports nothing of the bot framework. */
export { ContentError } from './errors.ts';
export type { Entry, Knowledge } from './knowledge.ts';
export { loadKnowledge } from './load.ts';
export { Speller } from './retrieval/correct.ts';
export type { Decision } from './retrieval/decide.ts';
export { type Context, createEngine, type Understand } from './retrieval/engine.ts';
export { plainText, words } from './retrieval/normalise.ts';
export type { BandId, EntryWords, Locale, Quiz, QuizGate, QuizItem, QuizWords } from './schema.ts';
