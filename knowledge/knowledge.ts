import type { ContentFile } from './contentFile.ts';
import type { EntryShape, EntryWords, GuideWords, LanguageRules, Locale, Quiz, QuizWords } from './schema.ts';

/** An entry with its words in every language. */
export type Entry = EntryShape & {
  words: Record<Locale, EntryWords>;
  /** The file that lists it, for messages. */
  listedIn: string;
};

/** All that the bot knows: content that was read, validated and cross-checked. */
export interface Knowledge {
  /** The languages that every part of the content is written in. */
  locales: Locale[];
  /** By id, in the order of the files. */
  entries: ReadonlyMap<string, Entry>;
  /** How each language is read. */
  languages: Record<Locale, LanguageRules>;
  guide: Record<Locale, GuideWords>;
  quiz: Quiz;
  quizWords: Record<Locale, QuizWords>;
  /** The bot's own sentences and the page's own words: their shapes are known to those who say them. */
  texts: Record<Locale, ContentFile>;
  page: Record<Locale, ContentFile>;
}
