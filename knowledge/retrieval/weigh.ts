/** What speaks for an entry in general, before any word of the message is read. */
export type EntryClass = 'topic' | 'absent' | 'outside' | 'smalltalk' | 'command' | 'followup';

/** How the views of a message add up to the odds of an entry; found by `npm run calibrate`. */
export interface Weights {
  /** Of the classifier's margin, of BM25's scores of words and of letters, and of the nearest utterances' similarity. */
  margin: number;
  words: number;
  letters: number;
  neighbours: number;
  /** By class: what speaks for each of its entries from the start. */
  classes: Record<EntryClass, number>;
  /** What speaks for `outside` entries: the share of stems and of words that no utterance has, and being short. */
  unknownStems: number;
  unknownWords: number;
  brevity: number;
  /** How much surer the words of a longer message make: its odds are raised to exp(sureness · (1 - brevity)). */
  sureness: number;
}

/** What the views say of one message. */
export interface Evidence {
  /** By entry: around 1 for a clear member, around -1 for a stranger. */
  margins: Float64Array;
  /** By entry, 0 to 1. */
  words: Float64Array;
  letters: Float64Array;
  neighbours: Float64Array;
  /** Shares of the message that no utterance has, 0 to 1. */
  unknownStems: number;
  unknownWords: number;
  /** How many words the message has. */
  length: number;
}

/** Up to so many words a message is short. */
const SHORT = 4;

/** 1 for a short message, and less the longer it is. @param length in words */
export const brevityOf = (length: number): number => Math.min(1, SHORT / Math.max(1, length));

/** A word that no utterance has speaks against all entries alike. */
const UNKNOWN = 2;

/**
 * How much speaks for the likeliest entry, in absolute terms: probabilities compare entries with one another, this tells
 * messages apart that are about them from others, where no entry is of class `outside`.
 */
export const strengthOf = (evidence: Evidence, classes: readonly EntryClass[], weights: Weights): number =>
  Math.max(...classes.map((entryClass, i) => said(evidence, i, entryClass, weights))) - UNKNOWN * evidence.unknownWords;

/**
 * What the views say of one entry. For what is outside only the classifier speaks, which has learned what tells it from
 * the guide: « quels sont les avantages ? » is in the words of, and next to, questions about anything.
 */
const said = (evidence: Evidence, i: number, entryClass: EntryClass, weights: Weights): number =>
  weights.margin * (evidence.margins[i] as number) +
  weights.classes[entryClass] +
  (entryClass === 'outside'
    ? 0
    : weights.words * (evidence.words[i] as number) +
      weights.letters * (evidence.letters[i] as number) +
      weights.neighbours * (evidence.neighbours[i] as number));

/**
 * The probability of each entry: a conditional logit (McFadden 1974) of what the views say and what the entry is.
 * @param classes of the entries, in their order
 * @param priors by entry: natural logarithm of the odds that the conversation gives it beforehand; -Infinity where it is
 *   impossible there
 * @returns by entry, adding up to 1; all 0 where every entry is impossible
 */
export function probabilities(
  evidence: Evidence,
  classes: readonly EntryClass[],
  weights: Weights,
  priors?: readonly number[],
): Float64Array {
  const brevity = brevityOf(evidence.length);
  const outside =
    weights.unknownStems * evidence.unknownStems +
    weights.unknownWords * evidence.unknownWords +
    weights.brevity * brevity;
  const sureness = Math.exp(weights.sureness * (1 - brevity));
  const odds = new Float64Array(classes.length);
  let most = Number.NEGATIVE_INFINITY;
  classes.forEach((entryClass, i) => {
    const total = said(evidence, i, entryClass, weights) + (entryClass === 'outside' ? outside : 0);
    odds[i] = total * sureness + (priors?.[i] ?? 0);
    most = Math.max(most, odds[i] as number);
  });
  if (most === Number.NEGATIVE_INFINITY) return odds.fill(0);
  let sum = 0;
  for (let i = 0; i < odds.length; i++) {
    odds[i] = Math.exp((odds[i] as number) - most);
    sum += odds[i] as number;
  }
  return odds.map((value) => value / sum);
}
