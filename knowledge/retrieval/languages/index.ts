import type { Locale } from '../../schema.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import type { Language } from './language.ts';
import { dutch } from './nl.ts';

export type { Language } from './language.ts';

const LANGUAGES: Record<Locale, Language> = { fr: french, nl: dutch, en: english };

/** Words as they are: for a language whose content is there before its rules are. */
const PLAIN: Language = {
  stem: (word) => word,
  stopWords: new Set(),
  abbreviations: {},
  connectors: [],
  continuations: new Set(),
};

/** The rules of a language; one that has none of its own is matched by its plain words. */
export const languageOf = (locale: Locale): Language => LANGUAGES[locale] ?? PLAIN;
