import type { Entry } from '../knowledge.ts';
import type { Context } from './context.ts';
import type { Language } from './language.ts';
import { words } from './normalise.ts';

type Entries = ReadonlyMap<string, Entry>;

/** The picks among what was offered; the ids are those of the content. */
const PICKS: Readonly<Record<string, (offered: readonly string[]) => string[]>> = {
  'pick-first': (offered) => offered.slice(0, 1),
  'pick-second': (offered) => offered.slice(1, 2),
  'pick-third': (offered) => offered.slice(2, 3),
  'pick-all': (offered) => [...offered],
};
/** « Plus de détails » stays where it is. */
const SAME_TOPIC = 'more';

/**
 * What a follow-up stands for here: entries that were offered, or what the last topic says that it leads to (`turns` in
 * entries.yaml).
 * @returns nothing where the conversation gives it no meaning, or `id` is no follow-up
 */
export function followUp(
  id: string,
  { quiz, topics = [], offered = [] }: Context,
  entries: Entries,
): string[] | undefined {
  const entry = entries.get(id);
  if (entry?.kind !== 'followup' || quiz === 'asking') return undefined;
  const pick = PICKS[id];
  if (pick) {
    const picked = pick(offered);
    return picked.length > 0 ? picked : undefined;
  }
  const [topic = ''] = topics;
  const last = entries.get(topic);
  if (last?.kind !== 'topic') return undefined;
  const target = last.turns?.[id] ?? (id === SAME_TOPIC ? topic : undefined);
  return target ? [target] : undefined;
}

/** Messages of at most this many words lean on what was said before. */
const SHORT = 6;
/** By how much the odds of the last topic grow then, and of the topics that usually follow it (natural logarithms). */
const LEAN_SAME = 1.5;
const LEAN_NEXT = 0.4;

/**
 * « Et avec de l'expérience ? » after the salary is about the salary: short continuations lean on the last topic.
 * @returns natural logarithms of odds by entry id
 */
export function leanings(
  text: string,
  { topics = [] }: Context,
  { continuations }: Language,
  entries: Entries,
): ReadonlyMap<string, number> {
  const [topic = ''] = topics;
  const last = entries.get(topic);
  const typed = words(text);
  if (last?.kind !== 'topic' || typed.length > SHORT || !continuations.has(typed[0] ?? '')) return new Map();
  return new Map([...last.followUps.map((id): [string, number] => [id, LEAN_NEXT]), [topic, LEAN_SAME]]);
}
