import { entryTexts } from '../../knowledge/entryTexts.ts';
import { groupOf, labelledQuestion } from '../../knowledge/evaluation/judge.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { createLanguage } from '../../knowledge/retrieval/language.ts';
import { classOf } from '../../knowledge/retrieval/rankInContext.ts';
import type { Dataset } from './dataset.ts';
import { readRows } from './readRows.ts';

const LOCALE = 'fr';

/**
 * The product's French entries, asked labelled questions. Follow-ups are left out: they mean something only in a
 * conversation.
 * @param files rows {q, label, lang, also?}; labels are entry ids, `oos-near` or `oos-far`; others are left out
 */
export function product(knowledge: Knowledge, files: readonly string[]): Dataset {
  const entries = [...knowledge.entries.values()].filter((entry) => entry.kind !== 'followup');
  const ids = new Set(entries.map((entry) => entry.id));
  const rows = files.flatMap((file) => readRows(file, labelledQuestion)).filter((row) => row.lang === LOCALE);
  const outside = (group: string) => rows.filter((row) => groupOf(row.label, knowledge) === group).map((row) => row.q);
  return {
    language: createLanguage(knowledge.languages[LOCALE]),
    documents: entries.map((entry) => ({ id: entry.id, class: classOf(entry), utterances: entryTexts(entry, LOCALE) })),
    questions: rows
      .filter((row) => ids.has(row.label))
      .map(({ q, label, also = [] }) => ({ text: q, accepted: [label, ...also] })),
    outside: { near: outside('oos-near'), far: outside('oos-far') },
    refuses: (id) => knowledge.entries.get(id)?.kind === 'absent',
  };
}
