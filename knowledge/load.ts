import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type ContentFile, checkContentFile, readContentFile } from './contentFile.ts';
import { crossCheck } from './crossCheck.ts';
import { ContentError } from './errors.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import {
  conceptsFile,
  type EntryWords,
  entriesFile,
  entryWordsFile,
  type GuideWords,
  guideWordsFile,
  type LanguageRules,
  type Locale,
  languageFile,
  localeName,
  type Quiz,
  type QuizWords,
  quizFile,
  quizWordsFile,
} from './schema.ts';

/**
 * Reads the content folder (docs/content.md).
 * @param dir the folder that holds one folder a guide and one for small talk and commands
 * @throws ContentError naming the file, the entry, the field and the remedy
 */
export function loadKnowledge(dir: string): Knowledge {
  const folders = subfolders(dir).filter((name) => existsSync(path.join(dir, name, 'entries.yaml')));
  if (folders.length === 0)
    throw new ContentError(
      dir,
      '',
      'no folder here has an entries.yaml',
      'restore the content folder from the project',
    );

  const locales = sharedLocales(dir, folders);
  const entries = new Map<string, Entry>();
  const guide: Record<Locale, GuideWords> = {};
  const languages: Record<Locale, LanguageRules> = {};
  const quizWords: Record<Locale, QuizWords> = {};
  let quiz: Quiz | undefined;
  let quizFrom = '';

  for (const folder of folders) {
    const at = (...parts: string[]) => path.join(dir, folder, ...parts);
    const listedIn = at('entries.yaml');
    for (const shape of read(listedIn, entriesFile)) {
      const twin = entries.get(shape.id);
      if (twin) throw new ContentError(listedIn, shape.id, `is listed in ${twin.listedIn} too`, 'give it another id');
      const words = Object.fromEntries(
        locales.map((locale) => [locale, readEntryWords(at(locale, 'entries', `${shape.id}.yaml`))]),
      );
      entries.set(shape.id, { ...shape, words, listedIn });
    }
    for (const locale of locales) rejectUnlisted(at(locale, 'entries'), entries, listedIn);

    for (const locale of locales)
      if (existsSync(at(locale, 'language.yaml')))
        languages[locale] = {
          ...read(at(locale, 'language.yaml'), languageFile),
          ...read(at(locale, 'concepts.yaml'), conceptsFile),
        };

    const isGuide = existsSync(at(locales[0] ?? '', 'guide.yaml'));
    if (isGuide && Object.keys(guide).length > 0)
      throw new ContentError(at(), '', 'is a second guide', 'keep one guide for each bot');
    if (isGuide) for (const locale of locales) guide[locale] = read(at(locale, 'guide.yaml'), guideWordsFile);
    if (existsSync(at('quiz.yaml'))) {
      if (quiz) throw new ContentError(at('quiz.yaml'), '', `${quizFrom} is a quiz already`, 'keep one of the two');
      quizFrom = at('quiz.yaml');
      quiz = read(quizFrom, quizFile);
      for (const locale of locales) quizWords[locale] = read(at(locale, 'quiz.yaml'), quizWordsFile);
    }
  }
  if (!quiz) throw new ContentError(dir, '', 'no folder here has a quiz.yaml', "restore the guide's quiz.yaml");

  const texts = sharedWords('texts.yaml', dir, folders, locales);
  const page = sharedWords('page.yaml', dir, folders, locales);
  const knowledge = { locales, entries, languages, guide, quiz, quizWords, texts, page };
  crossCheck(knowledge, { quizFile: quizFrom });
  return knowledge;
}

const read = <T extends z.ZodType>(file: string, shape: T): z.infer<T> =>
  checkContentFile(readContentFile(file), shape);

const readEntryWords = (file: string): EntryWords =>
  checkContentFile(readContentFile(file, 'take its entry out of entries.yaml'), entryWordsFile);

/** A file that one folder has in every language, by language. */
function sharedWords(
  name: string,
  dir: string,
  folders: readonly string[],
  locales: readonly Locale[],
): Record<Locale, ContentFile> {
  const fileOf = (folder: string, locale: Locale) => path.join(dir, folder, locale, name);
  const [folder, other] = folders.filter((f) => locales.some((locale) => existsSync(fileOf(f, locale))));
  if (!folder) throw new ContentError(dir, name, 'is in no language of any folder here', `restore ${name}`);
  if (other) throw new ContentError(path.join(dir, other), name, `is in ${folder} too`, 'keep those of one folder');
  return Object.fromEntries(locales.map((locale) => [locale, readContentFile(fileOf(folder, locale))]));
}

const subfolders = (dir: string) => {
  try {
    return readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    throw new ContentError(dir, '', 'is not a folder that can be read', 'set it to the content folder of the project');
  }
};

/** The languages of the content: every folder has to have the same. */
function sharedLocales(dir: string, folders: string[]): Locale[] {
  const [first = '', ...others] = folders;
  const localesOf = (folder: string) => subfolders(path.join(dir, folder)).filter((name) => localeName.test(name));
  const locales = localesOf(first);
  if (locales.length === 0)
    throw new ContentError(path.join(dir, first), '', 'has no language folder', 'add one, such as "fr"');
  for (const folder of others) {
    const theirs = localesOf(folder);
    const odd = [...locales.filter((l) => !theirs.includes(l)), ...theirs.filter((l) => !locales.includes(l))][0];
    if (odd)
      throw new ContentError(
        path.join(dir, folder),
        odd,
        `this language is in only one of ${first} and ${folder}`,
        'translate all folders or none',
      );
  }
  return locales;
}

/** A file of words whose entry nobody lists would be silently without effect. */
function rejectUnlisted(dir: string, entries: ReadonlyMap<string, Entry>, listedIn: string): void {
  for (const name of readdirSync(dir)) {
    const id = name.replace(/\.ya?ml$/, '');
    if (!entries.has(id))
      throw new ContentError(
        path.join(dir, name),
        id,
        `is not listed in ${listedIn}`,
        'list it there, or delete the file',
      );
  }
}
