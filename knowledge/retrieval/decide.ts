import type { Locale } from '../schema.ts';
import type { Ranked } from './rank.ts';

/** What a message was understood as. Ids are those of entries; scores are probabilities, 0 to 1. */
export type Outcome =
  /** The entries that it means, best first. */
  | { outcome: 'answer'; entries: string[]; confidence: number }
  /** Up to three entries that it could mean, likeliest first; a refusal that is in doubt comes last. */
  | { outcome: 'clarify'; entries: string[]; confidence: number }
  /** None: the nearest entries, which may be no help, likeliest first, at most three. */
  | { outcome: 'unknown'; entries: string[]; confidence: number };

/** An outcome, with the language that the message is in. */
export type Decision = Outcome & { locale: Locale };

/** Probabilities from which something is done, 0 to 1; `npm run calibrate` finds them, but for `talk` and `refuse`. */
export interface Thresholds {
  /** The least of an answer. */
  answer: number;
  /** The least of small talk, which does no harm where it was not meant. */
  talk: number;
  /** The least of saying what exactly the guide does not say, or that a message is about something else. */
  refuse: number;
  /** The least at which people are asked what they mean; below it nothing was understood. */
  clarify: number;
  /** The share of a refusal's probability from which a topic is offered in its place. */
  doubt: number;
}

/** What entries are, by their ids. */
export interface Character {
  /** Says that the guide does not answer. */
  isRefusal: (id: string) => boolean;
  isSmallTalk: (id: string) => boolean;
}

/** How many entries are offered at most: what a phone shows without scrolling. */
const MAX_OFFERED = 3;
/** An entry is offered beside the best one where it reaches this share of its probability. */
const OFFER_SHARE = 0.1;

/**
 * @param ranked entries with their probabilities, best first
 */
export function decide(
  ranked: readonly Ranked[],
  { isRefusal, isSmallTalk }: Character,
  thresholds: Thresholds,
): Outcome {
  const [best] = ranked;
  if (!best) return { outcome: 'unknown', entries: [], confidence: 0 };
  const confidence = best.score;
  const unknown = (): Outcome => ({ outcome: 'unknown', entries: idsOf(ranked.slice(0, MAX_OFFERED)), confidence });
  if (isRefusal(best.id)) {
    const others = ranked.filter((r) => !isRefusal(r.id));
    const isDoubtful = (others[0]?.score ?? 0) >= Math.max(thresholds.doubt * confidence, thresholds.clarify);
    if (isDoubtful)
      return { outcome: 'clarify', entries: idsOf([...offered(others).slice(0, MAX_OFFERED - 1), best]), confidence };
    return confidence >= thresholds.refuse ? { outcome: 'answer', entries: [best.id], confidence } : unknown();
  }
  if (confidence >= (isSmallTalk(best.id) ? thresholds.talk : thresholds.answer))
    return { outcome: 'answer', entries: [best.id], confidence };
  return confidence >= thresholds.clarify
    ? { outcome: 'clarify', entries: idsOf(offered(ranked)), confidence }
    : unknown();
}

/** Those that could be meant as well as the best of them. */
const offered = (ranked: readonly Ranked[]) =>
  ranked.slice(0, MAX_OFFERED).filter((r) => r.score >= OFFER_SHARE * (ranked[0]?.score ?? 0));

const idsOf = (ranked: readonly Ranked[]) => ranked.map((r) => r.id);
