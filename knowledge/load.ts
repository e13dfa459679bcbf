import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { crossCheck } from './crossCheck.ts';
import { ContentError } from './errors.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import {
  conceptsFile,
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
        locales.map((locale) => [locale, read(at(locale, 'entries', `${shape.id}.yaml`), entryWordsFile)]),
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

  const knowledge = { locales, entries, languages, guide, quiz, quizWords };
  crossCheck(knowledge, { quizFile: quizFrom });
  return knowledge;
}

/** Reads one YAML file and holds it against its shape. */
function read<T extends z.ZodType>(file: string, shape: T): z.infer<T> {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    const remedy = file.includes(`${path.sep}entries${path.sep}`)
      ? 'take its entry out of entries.yaml'
      : 'see docs/content.md';
    throw new ContentError(file, '', 'is missing or cannot be read', `write it, or ${remedy}`);
  }
  const document = parseDocument(source);
  const fault = document.errors[0];
  if (fault) throw new ContentError(file, '', `is no valid YAML: ${fault.message}`, 'mend the line it names');
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  // what is wrong with a key is told one level deeper
  const [issue] = first?.code === 'invalid_key' ? [{ ...first, message: first.issues[0]?.message }] : [first];
  throw new ContentError(
    file,
    placeOf(issue?.path ?? [], document.toJS()),
    issue?.message ?? 'does not hold',
    'docs/content.md shows the shape',
  );
}

/** Where a field is, for an author: an entry of a list by its id, the rest dotted (`salaire.followUps.0`). */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  const [first, ...rest] = path;
  const id = Array.isArray(content) && typeof first === 'number' ? content[first]?.id : undefined;
  return [typeof id === 'string' ? id : first, ...rest]
    .filter((part) => part !== undefined)
    .map(String)
    .join('.');
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
