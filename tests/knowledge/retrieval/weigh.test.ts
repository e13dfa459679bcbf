import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EntryClass,
  type Evidence,
  probabilities,
  strengthOf,
  type Weights,
} from '../../../knowledge/retrieval/weigh.ts';

const NONE: Weights = {
  margin: 0,
  words: 0,
  letters: 0,
  neighbours: 0,
  classes: { topic: 0, absent: 0, outside: 0, smalltalk: 0, command: 0, followup: 0 },
  unknownStems: 0,
  unknownWords: 0,
  brevity: 0,
  sureness: 0,
};
/** Says nothing of two entries. */
const SILENT: Evidence = {
  margins: Float64Array.of(0, 0),
  words: Float64Array.of(0, 0),
  letters: Float64Array.of(0, 0),
  neighbours: Float64Array.of(0, 0),
  unknownStems: 0,
  unknownWords: 0,
  length: 4,
};
const TOPICS: EntryClass[] = ['topic', 'topic'];
const OUTSIDE: EntryClass[] = ['outside', 'topic'];
/** What makes something three times as likely. */
const THRICE = Math.log(3);
const MARGINS = { margins: Float64Array.of(THRICE, 0) };

interface Case {
  why: string;
  evidence?: Partial<Evidence>;
  classes?: EntryClass[];
  weights?: Partial<Weights>;
  priors?: number[];
  /** The odds of the first of two entries against the second. */
  odds: number;
}

describe('the probability of an entry', () => {
  it.each<Case>([
    { why: 'nothing is said of either', odds: 1 },
    { why: 'the classifier leans to it', weights: { margin: 1 }, evidence: MARGINS, odds: 3 },
    { why: 'what weighs twice counts twice', weights: { margin: 2 }, evidence: MARGINS, odds: 9 },
    { why: 'what weighs nothing does not count', weights: { margin: 0 }, evidence: MARGINS, odds: 1 },
    { why: 'its words match', weights: { words: THRICE }, evidence: { words: Float64Array.of(1, 0) }, odds: 3 },
    {
      why: 'half a match is the square root of a whole one',
      weights: { words: THRICE },
      evidence: { words: Float64Array.of(0.5, 0) },
      odds: Math.sqrt(3),
    },
    {
      why: 'an utterance is near',
      weights: { neighbours: THRICE },
      evidence: { neighbours: Float64Array.of(1, 0) },
      odds: 3,
    },
    {
      why: 'the views add up',
      weights: { margin: 1, words: THRICE, neighbours: THRICE },
      evidence: { ...MARGINS, words: Float64Array.of(1, 0), neighbours: Float64Array.of(0, 1) },
      odds: 3,
    },
    {
      why: 'entries of its class are meant more often',
      weights: { classes: { ...NONE.classes, smalltalk: THRICE } },
      classes: ['smalltalk', 'command'],
      odds: 3,
    },
    {
      why: 'no utterance has the stems, which speaks for what is outside',
      weights: { unknownStems: THRICE },
      evidence: { unknownStems: 1 },
      classes: OUTSIDE,
      odds: 3,
    },
    {
      why: 'no utterance has half of the words',
      weights: { unknownWords: THRICE },
      evidence: { unknownWords: 0.5 },
      classes: OUTSIDE,
      odds: Math.sqrt(3),
    },
    {
      why: 'unknown words say nothing of what the guide is merely silent about',
      weights: { unknownStems: THRICE, unknownWords: THRICE, brevity: THRICE },
      evidence: { unknownStems: 1, unknownWords: 1 },
      classes: ['absent', 'topic'],
      odds: 1,
    },
    { why: 'four words are short', weights: { brevity: THRICE }, classes: OUTSIDE, odds: 3 },
    {
      why: 'so is one word',
      weights: { brevity: THRICE },
      evidence: { length: 1 },
      classes: OUTSIDE,
      odds: 3,
    },
    {
      why: 'so is a message without words',
      weights: { brevity: THRICE },
      evidence: { length: 0 },
      classes: OUTSIDE,
      odds: 3,
    },
    {
      why: 'eight words are half as short',
      weights: { brevity: THRICE },
      evidence: { length: 8 },
      classes: OUTSIDE,
      odds: Math.sqrt(3),
    },
    {
      why: 'a longer message makes its words surer: e to the half of 2 ln 2 is twice the evidence',
      weights: { margin: 1, sureness: 2 * Math.LN2 },
      evidence: { ...MARGINS, length: 8 },
      odds: 9,
    },
    {
      why: 'a short message is as sure as its words',
      weights: { margin: 1, sureness: 2 * Math.LN2 },
      evidence: { ...MARGINS, length: 3 },
      odds: 3,
    },
    { why: 'the conversation leans to it', priors: [THRICE, 0], odds: 3 },
    {
      why: 'the conversation leans as far in a long message',
      priors: [THRICE, 0],
      weights: { sureness: 2 * Math.LN2 },
      evidence: { length: 8 },
      odds: 3,
    },
    {
      why: 'evidence against it makes up for the conversation’s leaning',
      priors: [THRICE, 0],
      weights: { margin: -1 },
      evidence: MARGINS,
      odds: 1,
    },
  ])('is $odds to 1: $why', ({ evidence, classes = TOPICS, weights, priors, odds }) => {
    const [one = 0, other = 0] = probabilities({ ...SILENT, ...evidence }, classes, { ...NONE, ...weights }, priors);
    expect(one / other).toBeCloseTo(odds, 9);
    expect(one + other).toBeCloseTo(1, 12);
  });

  it('is certain where the evidence is overwhelming: no number grows beyond what can be held', () => {
    const overwhelming = { ...SILENT, margins: Float64Array.of(5000, -5000) };
    expect([...probabilities(overwhelming, TOPICS, { ...NONE, margin: 2 })]).toEqual([1, 0]);
  });

  it('is of no entry where there is none', () => {
    expect(probabilities(SILENT, [], NONE)).toHaveLength(0);
  });
});

describe('probabilities', () => {
  // whole hundredths: among all doubles between 0 and 1 nearly every one is next to nought
  const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
  const number = fc.integer({ min: -300, max: 300 }).map((n) => n / 100);
  const positive = fc.integer({ min: 10, max: 500 }).map((n) => n / 100);
  const weights: fc.Arbitrary<Weights> = fc.record({
    margin: positive,
    words: positive,
    letters: positive,
    neighbours: positive,
    classes: fc.record({
      topic: number,
      absent: number,
      outside: number,
      smalltalk: number,
      command: number,
      followup: number,
    }),
    unknownStems: number,
    unknownWords: number,
    brevity: number,
    sureness: fc.integer({ min: -100, max: 100 }).map((n) => n / 100),
  });
  const entryClass = fc.constantFrom<EntryClass[]>('topic', 'absent', 'outside', 'smalltalk', 'command', 'followup');
  /** One to six entries, what is said of each, and the conversation's leanings. */
  const message = fc
    .array(fc.record({ class: entryClass, margin: number, words: share, letters: share, near: share, prior: number }), {
      minLength: 1,
      maxLength: 6,
    })
    .chain((list) =>
      fc.record({ unknownStems: share, unknownWords: share, length: fc.nat({ max: 40 }) }).map((about) => ({
        classes: list.map((e) => e.class),
        priors: list.map((e) => e.prior),
        evidence: {
          margins: Float64Array.from(list, (e) => e.margin),
          words: Float64Array.from(list, (e) => e.words),
          letters: Float64Array.from(list, (e) => e.letters),
          neighbours: Float64Array.from(list, (e) => e.near),
          ...about,
        },
      })),
    );
  const place = fc.nat({ max: 5 });

  it('add up to 1, whatever is said', () => {
    fc.assert(
      fc.property(message, weights, ({ evidence, classes, priors }, w) => {
        const found = probabilities(evidence, classes, w, priors);
        expect(found).toHaveLength(classes.length);
        expect(found.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        for (const p of found) expect(p).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each(['margins', 'words', 'letters', 'neighbours'] as const)(
    'grow with what speaks for an entry, and shrink for all others: %s',
    (view) => {
      fc.assert(
        fc.property(message, weights, place, ({ evidence, classes, priors }, w, at) => {
          const chosen = at % classes.length;
          const more = evidence[view].map((value, i) => (i === chosen ? value + 0.5 : value));
          const before = probabilities(evidence, classes, w, priors);
          const after = probabilities({ ...evidence, [view]: more }, classes, w, priors);
          classes.forEach((_, i) => {
            const grown = (after[i] ?? 0) - (before[i] ?? 0);
            // rounding alone moves what is certain already
            if (i === chosen) expect(grown).toBeGreaterThan(-1e-12);
            else expect(grown).toBeLessThan(1e-12);
          });
          const isHeard = view === 'margins' || classes[chosen] !== 'outside';
          if (classes.length > 1 && isHeard) expect(oddsOf(after, chosen) / oddsOf(before, chosen)).toBeGreaterThan(1);
        }),
      );
    },
  );

  it('hear the classifier alone for what is outside: words and neighbours are those of all questions', () => {
    fc.assert(
      fc.property(message, weights, ({ evidence, priors }, w) => {
        const outside = priors.map((): EntryClass => 'outside');
        const silent = new Float64Array(priors.length);
        const margins = { ...evidence, words: silent, letters: silent, neighbours: silent };
        expect(probabilities(evidence, outside, w)).toEqual(probabilities(margins, outside, w));
      }),
    );
  });

  it('are moved by what the conversation leans to: the odds grow by e to the power of it', () => {
    fc.assert(
      fc.property(message, weights, place, number, ({ evidence, classes, priors }, w, at, leaning) => {
        const chosen = at % classes.length;
        const leant = priors.map((prior, i) => (i === chosen ? prior + leaning : prior));
        const before = probabilities(evidence, classes, w, priors);
        const after = probabilities(evidence, classes, w, leant);
        classes.forEach((_, i) => {
          if (i === chosen || !before[i] || !after[i] || !before[chosen]) return;
          const ratio = (after[chosen] ?? 0) / after[i] / ((before[chosen] ?? 0) / before[i]);
          expect(Math.log(ratio)).toBeCloseTo(leaning, 6);
        });
      }),
    );
  });

  it('are the same without leanings and with leanings that lean nowhere', () => {
    fc.assert(
      fc.property(message, weights, ({ evidence, classes }, w) => {
        const even = classes.map(() => 0);
        expect(probabilities(evidence, classes, w)).toEqual(probabilities(evidence, classes, w, even));
      }),
    );
  });

  it('are nought for what is impossible, and those of the others as if it were not there', () => {
    fc.assert(
      fc.property(message, weights, place, ({ evidence, classes, priors }, w, at) => {
        const isOut = (i: number) => i === at % classes.length;
        const without = priors.map((prior, i) => (isOut(i) ? Number.NEGATIVE_INFINITY : prior));
        const found = [...probabilities(evidence, classes, w, without)];
        const kept = <T>(list: Iterable<T>) => [...list].filter((_, i) => !isOut(i));
        const others = probabilities(
          {
            ...evidence,
            margins: Float64Array.from(kept(evidence.margins)),
            words: Float64Array.from(kept(evidence.words)),
            letters: Float64Array.from(kept(evidence.letters)),
            neighbours: Float64Array.from(kept(evidence.neighbours)),
          },
          kept(classes),
          w,
          kept(priors),
        );
        expect(found.filter((_, i) => isOut(i))).toEqual([0]);
        expect(kept(found)).toEqual([...others]);
      }),
    );
  });

  it('are all nought where everything is impossible', () => {
    fc.assert(
      fc.property(message, weights, ({ evidence, classes, priors }, w) => {
        const impossible = priors.map(() => Number.NEGATIVE_INFINITY);
        expect([...probabilities(evidence, classes, w, impossible)]).toEqual(classes.map(() => 0));
      }),
    );
  });
});

describe('the strength of the likeliest entry', () => {
  const weights = { ...NONE, margin: 1 };
  it.each<[why: string, evidence: Partial<Evidence>, strength: number]>([
    ['nothing speaks for any', {}, 0],
    ['the best of them counts, not how many there are', { margins: Float64Array.of(0.4, 0.9) }, 0.9],
    ['all speak against', { margins: Float64Array.of(-0.5, -0.9) }, -0.5],
    ['half of the words are unknown', { margins: Float64Array.of(0.9, 0), unknownWords: 0.5 }, -0.1],
  ])('%s', (_why, evidence, strength) => {
    expect(strengthOf({ ...SILENT, ...evidence }, TOPICS, weights)).toBeCloseTo(strength, 10);
  });
});

/** Of one entry against all others. */
const oddsOf = (found: Float64Array, at: number) =>
  (found[at] ?? 0) / found.reduce((sum, p, i) => (i === at ? sum : sum + p), 0);
