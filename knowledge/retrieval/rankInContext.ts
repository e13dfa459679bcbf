import type { Entry, Knowledge } from '../knowledge.ts';
import type { Context } from './context.ts';
import { followUp } from './followUps.ts';
import type { Ranked, Ranker } from './rank.ts';
import type { EntryClass } from './weigh.ts';

type Entries = Knowledge['entries'];

/** By how much the odds of a command grow where it is at hand: those of the quiz while it runs (natural logarithm). */
const AT_HAND = 3;
/** What exactly the guide does not say is told from this share of the probability on that a message is about something else. */
const SPECIFIC_SHARE = 0.2;

/** What the weighing tells entries apart by. */
export const classOf = (entry: Entry): EntryClass =>
  entry.kind === 'absent' && entry.outside ? 'outside' : entry.kind;

/** Whether an entry can be meant at this point of a conversation. */
export function isPossible(entry: Entry, context: Context, entries: Entries): boolean {
  if (entry.kind === 'followup') return followUp(entry.id, context, entries) !== undefined;
  return entry.kind !== 'command' || entry.scope === undefined || entry.scope.some((place) => isAt(place, context));
}

/** Where an entry with a scope is understood. */
type Place = NonNullable<Extract<Entry, { kind: 'command' }>['scope']>[number];

function isAt(place: Place, { quiz, result = false }: Context): boolean {
  return place === 'result' ? result && quiz !== 'asking' : place === quiz;
}

/**
 * Ranks what a message may mean at this point of a conversation.
 * @param ranker of the entries, in their order
 * @param leaning natural logarithms of odds by entry id: see `leanings`
 * @returns what is possible, best first; commands only from their certainty on
 */
export function rankInContext(
  text: string,
  context: Context,
  leaning: ReadonlyMap<string, number>,
  ranker: Ranker,
  entries: Entries,
): Ranked[] {
  const priors = [...entries.values()].map((entry) => {
    if (!isPossible(entry, context, entries)) return Number.NEGATIVE_INFINITY;
    const atHand = entry.kind === 'command' && entry.scope ? AT_HAND : 0;
    return (leaning.get(entry.id) ?? 0) + atHand;
  });
  return preferSpecific(ranker.rank(text, priors), entries).filter(({ id, score }) => {
    const entry = entries.get(id);
    return entry?.kind !== 'command' || score >= (entry.certainty ?? 0);
  });
}

/** What exactly the guide does not say is worth more than that it says nothing. */
function preferSpecific(ranked: Ranked[], entries: Entries): Ranked[] {
  const [best] = ranked;
  const classAt = (id: string) => {
    const entry = entries.get(id);
    return entry && classOf(entry);
  };
  if (!best || classAt(best.id) !== 'outside') return ranked;
  const specific = ranked.find(({ id }) => classAt(id) === 'absent');
  if (!specific || specific.score < SPECIFIC_SHARE * best.score) return ranked;
  const others = ranked.filter((r) => r !== best && r !== specific);
  return [{ id: specific.id, score: best.score }, { id: best.id, score: specific.score }, ...others];
}
