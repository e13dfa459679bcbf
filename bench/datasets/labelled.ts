import { entryTexts } from '../../knowledge/entryTexts.ts';
import { datasetRow } from '../../knowledge/evaluation/dataset.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { createLanguage, type Language } from '../../knowledge/retrieval/language.ts';
import { words } from '../../knowledge/retrieval/normalise.ts';
import type { RankedDocument } from '../../knowledge/retrieval/rank.ts';
import type { Dataset } from './dataset.ts';
import { readRows } from './readRows.ts';

/** A word is of the set's subject where it is in at least so many phrasings, and in at most this share of the entries. */
const LEAST_PHRASINGS = 2;
const MOST_ENTRIES = 0.1;

/**
 * A labelled set of any subject: its entries are made of its train rows, its questions are its test rows. Out of scope are
 * what the product's content knows as having nothing to do with its guide, less whatever has a word of the set's subject.
 */
export function labelled(knowledge: Knowledge, file: string): Dataset {
  const rows = readRows(file, datasetRow);
  const locale = rows[0]?.lang ?? 'fr';
  // the ideas were chosen for our guide
  const rules = knowledge.languages[locale];
  const language = createLanguage(rules && { ...rules, concepts: {}, outside: {} });
  const byLabel = new Map<string, string[]>();
  for (const { q, label, split } of rows) if (split === 'train') byLabel.set(label, [...(byLabel.get(label) ?? []), q]);
  const documents = [...byLabel].map(([id, utterances]) => ({ id, class: 'topic' as const, utterances }));
  const isOfSubject = subjectOf(documents, language);
  const strangers = [...knowledge.entries.values()]
    .filter((entry) => entry.kind === 'absent' && entry.outside)
    .flatMap((entry) => entryTexts(entry, locale));
  return {
    language,
    documents,
    questions: rows.filter((row) => row.split === 'test').map(({ q, label }) => ({ text: q, accepted: [label] })),
    outside: { far: strangers.filter((text) => !words(text).some(isOfSubject)) },
    refuses: () => false,
  };
}

/** Words that tell the entries apart, rather than words of any question or of one phrasing by chance. */
function subjectOf(documents: readonly RankedDocument[], { stem, stopWords }: Language): (word: string) => boolean {
  const phrasings = new Map<string, number>();
  const entries = new Map<string, number>();
  for (const { utterances } of documents) {
    const stems = utterances.map((text) => new Set(words(text).map(stem)));
    for (const found of stems) for (const each of found) phrasings.set(each, (phrasings.get(each) ?? 0) + 1);
    for (const each of new Set(stems.flatMap((found) => [...found]))) entries.set(each, (entries.get(each) ?? 0) + 1);
  }
  return (word) =>
    !stopWords.has(word) &&
    (phrasings.get(stem(word)) ?? 0) >= LEAST_PHRASINGS &&
    (entries.get(stem(word)) ?? 0) <= MOST_ENTRIES * documents.length;
}
