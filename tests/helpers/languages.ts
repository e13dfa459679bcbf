import { createLanguage, type Locale, loadKnowledge } from '../../knowledge/index.ts';
import type { Language } from '../../knowledge/retrieval/language.ts';
import { contentDir } from '../../src/paths.ts';

const { languages } = loadKnowledge(contentDir);
const shipped = new Map(Object.entries(languages).map(([locale, rules]) => [locale, createLanguage(rules)]));

/** How the shipped content reads a language; one that it has no rules for is read by its plain words. */
export const languageOf = (locale: Locale): Language => shipped.get(locale) ?? createLanguage();
