import type { Locale } from '../schema.ts';
import type { Ranked } from './rank.ts';

/** What a message was understood as. Ids are those of entries; scores are 0 to 1. */
export type Outcome =
  /** The entries that it means, best first. */
  | { outcome: 'answer'; entries: string[]; confidence: number }
  /** Two or three entries that it could mean, likeliest first. */
  | { outcome: 'clarify'; entries: string[]; confidence: number }
  /** None: the nearest entries, which may be no help, likeliest first, at most three. */
  | { outcome: 'unknown'; entries: string[]; confidence: number };

/** An outcome, with the language that the message is in. */
export type Decision = Outcome & { locale: Locale };

export interface Thresholds {
  /** The least score of an answer, 0 to 1. */
  answer: number;
  /** The least lead of an answer over the runner-up, as a share of its own score, 0 to 1. */
  lead: number;
  /** The least score of a topic that is offered, 0 to 1. */
  offer: number;
}

/** How many entries are offered at most: what a phone shows without scrolling. */
const MAX_OFFERED = 3;
/** An entry is offered beside the best one where it reaches this share of its score. */
const OFFER_SHARE = 0.6;

/** @param ranked entries with their scores, best first */
export function decide(ranked: readonly Ranked[], thresholds: Thresholds): Outcome {
  const [best, runnerUp] = ranked;
  if (!best || best.score < thresholds.offer)
    return { outcome: 'unknown', entries: nearest(ranked), confidence: best?.score ?? 0 };
  const lead = (best.score - (runnerUp?.score ?? 0)) / best.score;
  if (best.score >= thresholds.answer && lead >= thresholds.lead)
    return { outcome: 'answer', entries: [best.id], confidence: best.score };
  const offered = ranked.slice(0, MAX_OFFERED).filter((r, i) => i < 2 || r.score >= OFFER_SHARE * best.score);
  return { outcome: 'clarify', entries: offered.map((r) => r.id), confidence: best.score };
}

/** Entries with nothing in common with the message are no near topics. */
const nearest = (ranked: readonly Ranked[]) =>
  ranked
    .slice(0, MAX_OFFERED)
    .filter((r) => r.score > 0)
    .map((r) => r.id);
