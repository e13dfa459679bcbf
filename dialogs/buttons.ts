import type { Entry, Knowledge, Locale } from '../knowledge/index.ts';
import type { Button } from './reply.ts';

/** A button for each entry; pressing it asks the entry's own question. */
export const buttonsFor = (entries: readonly Entry[], locale: Locale): Button[] =>
  entries.flatMap(({ id, words: { [locale]: words } }) =>
    words ? { label: words.label, say: words.question, entry: id } : [],
  );

/** The entries with these ids, as far as the content has them. */
export const entriesOf = (knowledge: Knowledge, ids: readonly string[]): Entry[] =>
  ids.flatMap((id) => knowledge.entries.get(id) ?? []);
