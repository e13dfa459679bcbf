import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Thresholds } from '../../../knowledge/retrieval/decide.ts';
import type { Ranked } from '../../../knowledge/retrieval/rank.ts';

// fractions that binary numbers hold exactly, so that « just reached » can be tested
const THRESHOLDS: Thresholds = { answer: 0.5, lead: 0.25, offer: 0.25 };
const ranked = (...scores: number[]): Ranked[] => scores.map((score, i) => ({ id: 'abcdef'[i] ?? '?', score }));

describe('the decision', () => {
  it.each([
    { why: 'a high score far ahead', scores: [0.875, 0.25, 0.125], outcome: 'answer', entries: ['a'] },
    { why: 'a score and a lead just reached', scores: [0.5, 0.375], outcome: 'answer', entries: ['a'] },
    { why: 'no other entry to be mistaken for', scores: [0.5], outcome: 'answer', entries: ['a'] },
    { why: 'a high score, yet another one as high', scores: [0.9, 0.9, 0.1], outcome: 'clarify', entries: ['a', 'b'] },
    { why: 'a lead just missed', scores: [0.5, 0.376, 0.1], outcome: 'clarify', entries: ['a', 'b'] },
    { why: 'a score just missed, however far ahead', scores: [0.499, 0.1], outcome: 'clarify', entries: ['a', 'b'] },
    {
      why: 'three that are nearly as good',
      scores: [0.4, 0.35, 0.3, 0.29],
      outcome: 'clarify',
      entries: ['a', 'b', 'c'],
    },
    {
      why: 'a third with three fifths of the best',
      scores: [0.4, 0.4, 0.24],
      outcome: 'clarify',
      entries: ['a', 'b', 'c'],
    },
    { why: 'a third that is far behind', scores: [0.4, 0.35, 0.2], outcome: 'clarify', entries: ['a', 'b'] },
    { why: 'a score that just may be offered', scores: [0.25, 0.125], outcome: 'clarify', entries: ['a', 'b'] },
    { why: 'nothing that may be offered', scores: [0.249, 0.1], outcome: 'unknown', entries: ['a', 'b'] },
    { why: 'the three nearest of many', scores: [0.2, 0.19, 0.18, 0.17], outcome: 'unknown', entries: ['a', 'b', 'c'] },
    { why: 'entries with nothing in common', scores: [0.1, 0, 0], outcome: 'unknown', entries: ['a'] },
    { why: 'nothing in common with any', scores: [0, 0, 0], outcome: 'unknown', entries: [] },
    { why: 'no entries', scores: [], outcome: 'unknown', entries: [] },
  ])('is $outcome for $why', ({ scores, outcome, entries }) => {
    expect(decide(ranked(...scores), THRESHOLDS)).toEqual({ outcome, entries, confidence: scores[0] ?? 0 });
  });

  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const thresholds = fc.record({ answer: unit, lead: unit, offer: unit.filter((n) => n > 0) });
  const ranking = fc.array(unit, { maxLength: 6 }).map((scores) => ranked(...scores.sort((a, b) => b - a)));

  it('names one entry, or offers two or three, or at most three that are near', () => {
    fc.assert(
      fc.property(ranking, thresholds, (list, limits) => {
        const { outcome, entries } = decide(list, limits);
        const least = { answer: 1, clarify: Math.min(2, list.length), unknown: 0 }[outcome];
        expect(entries.length).toBeGreaterThanOrEqual(least);
        expect(entries.length).toBeLessThanOrEqual(outcome === 'answer' ? 1 : 3);
        // the best ones, in their order
        expect(entries).toEqual(list.slice(0, entries.length).map((r) => r.id));
      }),
    );
  });

  it('is as sure as its best entry', () => {
    fc.assert(
      fc.property(ranking, thresholds, (list, limits) => {
        expect(decide(list, limits).confidence).toBe(list[0]?.score ?? 0);
      }),
    );
  });
});
