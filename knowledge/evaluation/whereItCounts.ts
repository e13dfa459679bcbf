import type { Entry, Knowledge } from '../knowledge.ts';
import type { Context } from '../retrieval/context.ts';
import { followUp } from '../retrieval/followUps.ts';
import type { Locale } from '../schema.ts';

/** How many entries a reply offers to pick from. */
const OFFERED = 3;

/**
 * A conversation in which an entry may be meant, and the entries that its words stand for there.
 * @returns nothing for a follow-up that no conversation gives a meaning to
 */
export function whereItCounts(
  entry: Entry,
  { entries }: Pick<Knowledge, 'entries'>,
  locale: Locale,
): { context: Context; means: string[] } | undefined {
  if (entry.kind !== 'followup') return { context: { locale, ...placeOf(entry) }, means: [entry.id] };
  const topics = [...entries.values()].filter(({ kind }) => kind === 'topic').map(({ id }) => id);
  const contexts: Context[] = [
    { locale, quiz: 'none', offered: topics.slice(0, OFFERED) },
    ...topics.map((topic): Context => ({ locale, quiz: 'none', topics: [topic] })),
  ];
  for (const context of contexts) {
    const means = followUp(entry.id, context, entries);
    if (means) return { context, means };
  }
  return undefined;
}

/** The first place of an entry's scope. */
function placeOf(entry: Entry): Pick<Context, 'quiz' | 'result'> {
  const [place] = entry.kind === 'command' ? (entry.scope ?? []) : [];
  if (place === undefined) return { quiz: 'none' };
  return place === 'result' ? { quiz: 'none', result: true } : { quiz: place };
}
