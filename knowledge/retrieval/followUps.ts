import type { Entry } from '../knowledge.ts';
import type { Context } from './context.ts';
import type { Language } from './language.ts';
import { words } from './normalise.ts';

type Entries = ReadonlyMap<string, Entry>;

/** « Les deux » means the topics among what was offered; the quiz or a person is no second answer. */
const PICK_ALL = 'pick-all';
/** The picks among what was offered; the ids are those of the content. */
const PICKS: Readonly<Record<string, (offered: readonly string[]) => string[]>> = {
  'pick-first': (offered) => offered.slice(0, 1),
  'pick-second': (offered) => offered.slice(1, 2),
  'pick-third': (offered) => offered.slice(2, 3),
  [PICK_ALL]: (offered) => [...offered],
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
    const picked = pick(id === PICK_ALL ? offered.filter((one) => entries.get(one)?.kind === 'topic') : offered);
    return picked.length > 0 ? picked : undefined;
  }
  const last = topics.map((topic) => entries.get(topic)).find((one) => one?.kind === 'topic');
  if (last?.kind !== 'topic') return undefined;
  const target = last.turns?.[id] ?? (id === SAME_TOPIC ? last.id : undefined);
  return target ? [target] : undefined;
}

/** Messages of at most this many words lean on what was said before… */
const SHORT = 8;
/** …and those that point back at it, of at most so many. */
const SHORT_POINTING_BACK = 12;
/** By how much the odds of an entry grow then (natural logarithms): of the last topic, of those that usually follow it… */
const LEAN_SAME = 3;
const LEAN_NEXT = 1.2;
/** …of what the guide does not say of it… */
const LEAN_ABSENT = 2;
/** …shrink, of what has nothing to do with the guide… */
const LEAN_OUTSIDE = -3;
/** …and grow, of what was offered to pick from. */
const LEAN_OFFERED = 0.5;
/** What is taken back is meant no longer, and what was offered beside it probably is. */
const TAKEN_BACK = -3;
const MEANT_INSTEAD = 3;

/**
 * What a conversation says for and against entries before a message is read. « Et avec de l'expérience ? » after the
 * salary is about the salary: short continuations, and messages that point back, lean on the last topic.
 * @returns natural logarithms of odds by entry id
 */
export function leanings(
  text: string,
  { topics = [], offered = [] }: Context,
  { continuations, references }: Language,
  entries: Entries,
): ReadonlyMap<string, number> {
  const typed = words(text);
  const odds = new Map<string, number>();
  const isShort = typed.length <= SHORT;
  if (isShort) for (const id of offered) if (isAnswered(entries.get(id))) odds.set(id, LEAN_OFFERED);
  const [topic = ''] = topics;
  const last = entries.get(topic);
  const goesOn = isShort && continuations.has(typed[0] ?? '');
  const pointsBack = typed.length <= SHORT_POINTING_BACK && typed.some((word) => references.has(word));
  if ((last?.kind !== 'topic' && last?.kind !== 'absent') || !(goesOn || pointsBack)) return odds;
  for (const id of last.followUps) odds.set(id, LEAN_NEXT);
  // « et en Suisse ? » after the salary: what the guide does not say of it
  for (const entry of entries.values())
    if (entry.kind === 'absent' && entry.outside) odds.set(entry.id, LEAN_OUTSIDE);
    else if (entry.kind === 'absent' && entry.followUps[0] === topic) odds.set(entry.id, LEAN_ABSENT);
  return odds.set(topic, goesOn ? LEAN_SAME : LEAN_NEXT);
}

/** The same for what follows after « non, pas ça »: the last topic was not meant. */
export function leaningsOfCorrection(
  { topics = [], offered = [] }: Context,
  entries: Entries,
): ReadonlyMap<string, number> {
  // what was answered before something that the guide does not say was understood all right
  const takenBack = entries.get(topics[0] ?? '')?.kind === 'absent' ? topics.slice(0, 1) : topics;
  return new Map([
    ...offered.filter((id) => isAnswered(entries.get(id))).map((id): [string, number] => [id, MEANT_INSTEAD]),
    ...takenBack.map((id): [string, number] => [id, TAKEN_BACK]),
  ]);
}

/** What has an answer of its own, rather than something to do. */
const isAnswered = (entry: Entry | undefined): boolean => entry?.kind === 'topic' || entry?.kind === 'absent';
