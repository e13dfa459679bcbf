import type { Entry } from '../knowledge.ts';
import type { Context } from './context.ts';
import type { Language } from './languages/index.ts';
import { words } from './normalise.ts';
import type { Ranked } from './rank.ts';

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
/** How much the last topic gains then, and the topics that usually follow it. */
const LEAN_SAME = 0.14;
const LEAN_NEXT = 0.04;
/** What a message has nothing in common with, it does not lean on. */
const LEAN_FROM = 0.12;

/** « et avec de l'expérience ? » after the salary is about the salary: short continuations lean on the last topic. */
export function lean(
  ranked: readonly Ranked[],
  text: string,
  { topics = [] }: Context,
  { continuations }: Language,
  entries: Entries,
): readonly Ranked[] {
  const [topic] = topics;
  const last = topic === undefined ? undefined : entries.get(topic);
  const typed = words(text);
  if (last?.kind !== 'topic' || typed.length > SHORT || !continuations.has(typed[0] ?? '')) return ranked;
  const gain = (id: string) => (id === topic ? LEAN_SAME : last.followUps.includes(id) ? LEAN_NEXT : 0);
  return ranked
    .map(({ id, score }) => ({ id, score: score < LEAN_FROM ? score : Math.min(1, score + gain(id)) }))
    .sort((a, b) => b.score - a.score);
}
