import type { Entry } from './knowledge.ts';
import type { Locale } from './schema.ts';

/** All texts by which an entry is found in a language: its button, what pressing it says, and its utterances. */
export function entryTexts(entry: Entry, locale: Locale): string[] {
  const words = entry.words[locale];
  return words ? [words.label, words.question, ...words.utterances] : [];
}
