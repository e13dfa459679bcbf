import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Thresholds } from '../../../knowledge/retrieval/decide.ts';
import type { Ranked } from '../../../knowledge/retrieval/rank.ts';

// fractions that binary numbers hold exactly, so that « just reached » can be tested
const THRESHOLDS: Thresholds = { answer: 0.5, talk: 0.375, refuse: 0.25, clarify: 0.125, doubt: 0.5 };
/** Entries that say that the guide does not answer; « a », « b »… are topics. */
const CHARACTER = { isRefusal: (id: string) => 'rst'.includes(id), isSmallTalk: (id: string) => id === 'm' };
const rankedOf = (scores: Record<string, number>): Ranked[] =>
  Object.entries(scores).map(([id, score]) => ({ id, score }));

interface Case {
  why: string;
  scores: Record<string, number>;
  outcome: string;
  entries: string[];
}

describe('the decision', () => {
  it.each<Case>([
    { why: 'a high probability', scores: { a: 0.875, b: 0.125 }, outcome: 'answer', entries: ['a'] },
    { why: 'a probability just reached', scores: { a: 0.5, b: 0.25, c: 0.25 }, outcome: 'answer', entries: ['a'] },
    {
      why: 'another as likely: both cannot be likelier',
      scores: { a: 0.5, b: 0.5 },
      outcome: 'answer',
      entries: ['a'],
    },
    { why: 'a refusal not far behind', scores: { a: 0.5, r: 0.4 }, outcome: 'answer', entries: ['a'] },
    {
      why: 'small talk from less on: it does no harm',
      scores: { m: 0.375, a: 0.3 },
      outcome: 'answer',
      entries: ['m'],
    },
    { why: 'small talk that just misses that', scores: { m: 0.374, a: 0.3 }, outcome: 'clarify', entries: ['m', 'a'] },
    { why: 'no other entry', scores: { a: 0.5 }, outcome: 'answer', entries: ['a'] },
    { why: 'a probability just missed', scores: { a: 0.499, b: 0.1 }, outcome: 'clarify', entries: ['a', 'b'] },
    {
      why: 'several that are about as likely, three at most',
      scores: { a: 0.25, b: 0.25, c: 0.25, d: 0.25 },
      outcome: 'clarify',
      entries: ['a', 'b', 'c'],
    },
    {
      why: 'others of which only one has a tenth of the best',
      scores: { a: 0.4, b: 0.05, c: 0.03 },
      outcome: 'clarify',
      entries: ['a', 'b'],
    },
    {
      why: 'no other that has a tenth of it: asking beats guessing',
      scores: { a: 0.4, b: 0.03 },
      outcome: 'clarify',
      entries: ['a'],
    },
    {
      why: 'a refusal among the likely ones: what the guide does not say may be meant',
      scores: { a: 0.3, r: 0.2, b: 0.1 },
      outcome: 'clarify',
      entries: ['a', 'r', 'b'],
    },
    { why: 'a probability that just may be asked about', scores: { a: 0.125 }, outcome: 'clarify', entries: ['a'] },
    { why: 'nothing that may be asked about', scores: { a: 0.124, b: 0.01 }, outcome: 'unknown', entries: ['a', 'b'] },
    {
      why: 'many that are all unlikely, of which the three nearest are named',
      scores: { a: 0.12, b: 0.11, r: 0.1, c: 0.1 },
      outcome: 'unknown',
      entries: ['a', 'b', 'r'],
    },
    { why: 'no entries', scores: {}, outcome: 'unknown', entries: [] },
  ])('is $outcome for $why', ({ scores, outcome, entries }) => {
    const confidence = Object.values(scores)[0] ?? 0;
    expect(decide(rankedOf(scores), CHARACTER, THRESHOLDS)).toEqual({ outcome, entries, confidence });
  });

  it.each<Case>([
    { why: 'it is likely', scores: { r: 0.875, a: 0.1 }, outcome: 'answer', entries: ['r'] },
    { why: 'it is just likely enough: less than a topic', scores: { r: 0.25 }, outcome: 'answer', entries: ['r'] },
    { why: 'it just misses that', scores: { r: 0.249, a: 0.1 }, outcome: 'unknown', entries: ['r', 'a'] },
    {
      why: 'a topic is half as likely: it is offered first, as it can be answered',
      scores: { r: 0.5, a: 0.25 },
      outcome: 'clarify',
      entries: ['a', 'r'],
    },
    { why: 'a topic is less than half as likely', scores: { r: 0.5, a: 0.249 }, outcome: 'answer', entries: ['r'] },
    {
      why: 'a topic is half as likely, and too unlikely to be asked about',
      scores: { r: 0.24, a: 0.124 },
      outcome: 'unknown',
      entries: ['r', 'a'],
    },
    {
      why: 'nothing is certain, and a topic may be asked about',
      scores: { r: 0.2, a: 0.125 },
      outcome: 'clarify',
      entries: ['a', 'r'],
    },
    {
      why: 'another refusal is nearly as likely: the guide answers neither',
      scores: { r: 0.3, s: 0.29, a: 0.1 },
      outcome: 'answer',
      entries: ['r'],
    },
    {
      why: 'another refusal stands between it and a topic',
      scores: { r: 0.4, s: 0.3, a: 0.2 },
      outcome: 'clarify',
      entries: ['a', 'r'],
    },
    {
      why: 'two topics are likely',
      scores: { r: 0.4, a: 0.3, b: 0.2, c: 0.02 },
      outcome: 'clarify',
      entries: ['a', 'b', 'r'],
    },
    {
      why: 'more topics are likely than a phone shows beside it',
      scores: { r: 0.3, a: 0.25, b: 0.2, c: 0.2 },
      outcome: 'clarify',
      entries: ['a', 'b', 'r'],
    },
  ])('is $outcome where a refusal is best and $why', ({ scores, outcome, entries }) => {
    const confidence = Object.values(scores)[0] ?? 0;
    expect(decide(rankedOf(scores), CHARACTER, THRESHOLDS)).toEqual({ outcome, entries, confidence });
  });

  // whole hundredths: among all doubles between 0 and 1 nearly every one is next to nought
  const share = fc.integer({ min: 1, max: 100 }).map((n) => n / 100);
  const thresholds = fc.record({ answer: share, talk: share, refuse: share, clarify: share, doubt: share });
  const ids = fc.shuffledSubarray([...'abcdmrst']);
  const ranking = fc.tuple(ids, fc.array(share, { minLength: 7, maxLength: 7 })).map(([list, scores]) => {
    const falling = scores.slice(0, list.length).sort((a, b) => b - a);
    return list.map((id, i): Ranked => ({ id, score: falling[i] ?? 0 }));
  });

  it('names one entry, or asks about one to three, or names at most three that are near', () => {
    fc.assert(
      fc.property(ranking, thresholds, (list, limits) => {
        const { outcome, entries } = decide(list, CHARACTER, limits);
        const least = { answer: 1, clarify: 1, unknown: Math.min(3, list.length) }[outcome];
        expect(entries.length).toBeGreaterThanOrEqual(least);
        expect(entries.length).toBeLessThanOrEqual(outcome === 'answer' ? 1 : 3);
      }),
      { numRuns: 2000 },
    );
  });

  it('names entries that were ranked, each once, the best among them', () => {
    fc.assert(
      fc.property(ranking, thresholds, (list, limits) => {
        const { entries } = decide(list, CHARACTER, limits);
        const known = list.map((r) => r.id);
        expect(entries.filter((id) => !known.includes(id))).toEqual([]);
        expect(new Set(entries).size).toBe(entries.length);
        if (list.length > 0) expect(entries).toContain(known[0]);
      }),
    );
  });

  it('is as sure as its best entry', () => {
    fc.assert(
      fc.property(ranking, thresholds, (list, limits) => {
        expect(decide(list, CHARACTER, limits).confidence).toBe(list[0]?.score ?? 0);
      }),
    );
  });

  it('answers what was answered before where less is asked for', () => {
    fc.assert(
      fc.property(ranking, thresholds, share, (list, limits, factor) => {
        const before = decide(list, CHARACTER, limits);
        const lower = {
          ...limits,
          answer: limits.answer * factor,
          talk: limits.talk * factor,
          refuse: limits.refuse * factor,
        };
        if (before.outcome === 'answer') expect(decide(list, CHARACTER, lower)).toEqual(before);
      }),
    );
  });
});
