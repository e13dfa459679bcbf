import type { LanguageRules } from '../schema.ts';

/** The parts of the engine that can be left out, to see what each gives. */
export const PARTS = [
  'classifier',
  'words',
  'letters',
  'neighbours',
  'noise',
  'ideas',
  'spelling',
  'abbreviations',
  'unknown words',
  'parts of messages',
] as const;
export type Part = (typeof PARTS)[number];

/** What is left out; usually nothing. */
export type Without = ReadonlySet<Part>;
export const WHOLE: Without = new Set();

/** A language without what is left out of it. */
export const rulesWithout = (rules: LanguageRules | undefined, without: Without): LanguageRules | undefined =>
  rules && {
    ...rules,
    ...(without.has('ideas') ? { concepts: {}, outside: {} } : {}),
    ...(without.has('abbreviations') ? { abbreviations: {} } : {}),
  };
