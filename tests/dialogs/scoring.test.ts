import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCode } from '../../dialogs/quiz/resultCode.ts';
import {
  completeAnswers,
  currentItem,
  type QuizRun,
  startRun,
  withAnswer,
  withChange,
  withoutLast,
} from '../../dialogs/quiz/run.ts';
import { type Answer, type Answers, bandOf, score, type WatchPoint } from '../../dialogs/quiz/scoring.ts';
import { personas } from './personas.ts';
import { answer, answersFrom, anyAnswers, anyItem, best, bestBut, coded, quiz, turned, worst } from './quizAnswers.ts';

const STATEMENT_DIMENSIONS = ['RIG', 'ADM', 'COU', 'EQU', 'STR'];
/** The bands' lower edges, without the one at 0. */
const EDGES = [40, 60, 75];

const constant = (answer: Answer) => answersFrom(() => answer);
const watched = (point: WatchPoint) => (point.kind === 'cap' ? point.cap.gate.id : point.dimension);

describe('the score of a persona', () => {
  it.each(personas.map((p) => [p.id, p] as const))('is that of the reference: %s', (_, { answers, code, expected }) => {
    const result = score(quiz, answers);
    const gates = quiz.gates.map((g) => g.id).filter((id) => result.caps.some((c) => c.gate.id === id));
    expect({
      ...expected,
      band: result.band,
      raw: result.raw,
      profile: result.profile,
      final: result.final,
      cap: result.cap,
      gates,
      quality: result.quality,
      dimensions: result.dimensions,
      strengths: result.strengths,
      watch: result.watch.map(watched),
    }).toEqual(expected);
    expect(writeCode(quiz, answers)).toBe(code);
  });
});

describe('the score', () => {
  it('stays between 0 and 100, and the final one never above the profile or the cap', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { final, profile, cap, raw, dimensions } = score(quiz, answers);
        expect(final).toBeGreaterThanOrEqual(0);
        expect(profile).toBeLessThanOrEqual(100);
        expect(final).toBe(Math.min(profile, cap));
        expect(Number.isInteger(final)).toBe(true);
        expect(profile - raw).toBeGreaterThan(-0.5 - 1e-9);
        expect(profile - raw).toBeLessThanOrEqual(0.5 + 1e-9);
        for (const value of Object.values(dimensions))
          expect([0, 12.5, 25, 37.5, 50, 62.5, 75, 87.5, 100]).toContain(value);
      }),
    );
  });

  it('rises before the caps, and never falls after them, when an answer becomes better for the job', () => {
    fc.assert(
      fc.property(anyAnswers, anyItem, (answers, item) => {
        const now = turned(item, answers[item.id] ?? 3);
        fc.pre(now < 5);
        const before = score(quiz, answers);
        const after = score(quiz, { ...answers, [item.id]: turned(item, now + 1) });
        expect(after.raw).toBeGreaterThan(before.raw);
        expect(after.final).toBeGreaterThanOrEqual(before.final);
      }),
      { numRuns: 2000 },
    );
  });

  it('is mirrored when every answer is', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const mirrored = answersFrom((item) => (6 - (answers[item.id] ?? 3)) as Answer);
        expect(score(quiz, mirrored).raw).toBeCloseTo(100 - score(quiz, answers).raw, 9);
      }),
    );
  });

  it.each([1, 2, 3, 4, 5] as const)('is 50 in each statement dimension for somebody who always answers %i', (value) => {
    const { dimensions } = score(quiz, constant(value));
    expect(STATEMENT_DIMENSIONS.map((id) => dimensions[id])).toEqual([50, 50, 50, 50, 50]);
  });

  it.each([
    ['the middle everywhere', constant(3), 50, 50, 'C'],
    ['the best everywhere', best, 100, 100, 'A'],
    ['the worst everywhere', worst, 0, 0, 'D'],
  ] as const)('is anchored: %s', (_, answers, raw, final, band) => {
    expect(score(quiz, answers)).toMatchObject({ raw, final, band });
  });

  it('rounds half up: 59.5 is 60, which is another band than 59', () => {
    // the persona who wants patients, before any cap
    const answers = coded('444245225244');
    expect(score(quiz, answers)).toMatchObject({ raw: 59.5, profile: 60 });
  });

  it('needs an answer to every item', () => {
    const { rig_detail: _, ...missing } = best;
    expect(() => score(quiz, missing)).toThrow(/rig_detail/);
  });
});

describe('the bands', () => {
  it.each([
    [0, 'D'],
    [39, 'D'],
    [40, 'C'],
    [59, 'C'],
    [60, 'B'],
    [74, 'B'],
    [75, 'A'],
    [100, 'A'],
  ] as const)('hold their edges: %i is %s', (final, band) => {
    expect(bandOf(quiz, final)).toBe(band);
  });

  it('are all met, in order, on the way from the best answers to the worst', () => {
    const steps = [5, 4, 3, 2, 1].flatMap((to) =>
      quiz.items.map((_, upTo) => answersFrom((item, i) => turned(item, i <= upTo ? to : Math.min(5, to + 1)))),
    );
    const bands = steps.map((answers) => score(quiz, answers)).map(({ final }) => bandOf(quiz, final));
    expect(bands.filter((band, i) => band !== bands[i - 1])).toEqual(['A', 'B', 'C', 'D']);
  });

  it.each([
    ['A', '515151515155'],
    ['B', '423242424244'],
    ['C', '333333333344'],
    ['D', '242424242433'],
    ['undetermined', '222222222244'],
  ] as const)('are all verdicts that somebody can get: %s', (band, digits) => {
    expect(score(quiz, coded(digits)).band).toBe(band);
  });

  it('follow the final score, whatever the quality, unless it is undetermined', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { band, final, quality } = score(quiz, answers);
        expect(band).toBe(quality === 'straightline' ? 'undetermined' : bandOf(quiz, final));
      }),
    );
  });
});

describe('a cap', () => {
  it.each([
    // one condition at its worst, everything else at its best: the score is the cap exactly
    ['English impossible', { acc_anglais: 1 }, 59],
    ['English very hard', { acc_anglais: 2 }, 59],
    ['English with help', { acc_anglais: 3 }, 74],
    ['no bachelor wanted', { acc_etudes: 1 }, 39],
    ['a bachelor unlikely', { acc_etudes: 2 }, 59],
    ['a bachelor not decided', { acc_etudes: 3 }, 74],
    ['patients needed', { cou_patients_r: 1 }, 59],
    ['patients rather needed', { cou_patients_r: 2 }, 74],
    ['no screen at all', { adm_ecran: 1 }, 59],
    ['rather no screen', { adm_ecran: 2 }, 74],
    ['no rigour', { rig_detail: 1, rig_ordre_r: 1 }, 59],
    // 37.5 is the last score below 40
    ['little rigour', { rig_detail: 2, rig_ordre_r: 3 }, 59],
    // 12.5 is the last score below 25
    ['hardly any team spirit', { equ_coin_r: 1, equ_informer: 2 }, 74],
    ['hardly any calm', { str_delai: 2, str_erreur_r: 1 }, 74],
  ])('is reached exactly: %s', (_, favourable, cap) => {
    const result = score(quiz, bestBut(favourable));
    expect(result.profile).toBeGreaterThan(cap);
    expect(result).toMatchObject({ cap, final: cap });
  });

  it.each([
    ['English easy', { acc_anglais: 4 }],
    ['a bachelor wanted', { acc_etudes: 4 }],
    ['patients in between', { cou_patients_r: 3 }],
    ['screen in between', { adm_ecran: 3 }],
    ['rigour in the middle', { rig_detail: 3, rig_ordre_r: 3 }],
    // 25 is not below 25
    ['little team spirit', { equ_coin_r: 2, equ_informer: 2 }],
    ['little calm', { str_delai: 3, str_erreur_r: 1 }],
  ])('does not hold one step above: %s', (_, favourable) => {
    const result = score(quiz, bestBut(favourable));
    expect(result).toMatchObject({ cap: 100, caps: [], final: result.profile });
  });

  it('of 74 beside one of 59 leaves 59', () => {
    expect(score(quiz, bestBut({ acc_anglais: 2, cou_patients_r: 2 }))).toMatchObject({ cap: 59, final: 59 });
  });

  it('of 59 or less beside another one leaves 39, whatever the other answers', () => {
    const low: Answers[] = [
      { acc_anglais: 2 },
      { acc_etudes: 2 },
      { cou_patients_r: 5 },
      { adm_ecran: 1 },
      { rig_detail: 2, rig_ordre_r: 4 },
    ];
    fc.assert(
      fc.property(anyAnswers, fc.subarray(low, { minLength: 2 }), (answers, conditions) => {
        const result = score(quiz, { ...answers, ...Object.assign({}, ...conditions) });
        expect(result.cap).toBe(39);
        expect(result.final).toBeLessThanOrEqual(39);
        expect(result.band === 'D' || result.quality === 'straightline').toBe(true);
      }),
    );
  });
});

describe('the way through the quiz', () => {
  /** What somebody does at one item: answers, perhaps after other tries that are taken back, perhaps after a break. */
  const visit = fc.record({
    tries: fc.array(answer, { maxLength: 2 }),
    final: answer,
    pressed: fc.boolean(),
    pauses: fc.boolean(),
  });

  it('does not matter: going back, changing an answer, pausing and pressing or typing give the same result', () => {
    fc.assert(
      fc.property(fc.array(visit, { minLength: quiz.items.length, maxLength: quiz.items.length }), (visits) => {
        let run = startRun(quiz, 'r', 0);
        for (const { tries, final, pressed, pauses } of visits) {
          const item = currentItem(quiz, run);
          if (!item) throw new Error('the quiz ended early');
          for (const wrong of tries) run = withoutLast(quiz, withAnswer(run, item, wrong, 1, pressed), 2);
          if (pauses) run = { ...(JSON.parse(JSON.stringify(run)) as QuizRun), resumed: true };
          run = withAnswer(run, item, final, 3, pressed);
        }
        const straight = answersFrom((_, i) => visits[i]?.final ?? 3);
        expect(score(quiz, run.answers)).toEqual(score(quiz, straight));
        expect(writeCode(quiz, run.answers)).toBe(writeCode(quiz, straight));
      }),
    );
  });

  it('does not matter: earlier answers changed at any time, in any order, count as they were given last', () => {
    const change = fc.record({ item: anyItem, to: answer });
    fc.assert(
      fc.property(anyAnswers, fc.array(change, { maxLength: 8 }), fc.nat({ max: 11 }), (answers, changes, from) => {
        const last: Record<string, Answer> = { ...answers };
        let run = startRun(quiz, 'r', 0);
        for (const [i, item] of quiz.items.entries()) {
          run = withAnswer(run, item, answers[item.id] ?? 3, 1, true);
          if (i < from) continue;
          for (const { item: earlier, to } of changes.filter(({ item: one }) => run.answers[one.id] !== undefined)) {
            run = withChange(run, earlier.id, 2);
            expect(currentItem(quiz, run)).toBe(earlier);
            run = withAnswer(run, earlier, to, 3, false);
            last[earlier.id] = to;
          }
        }
        expect(completeAnswers(quiz, run)).toEqual(last);
        expect(score(quiz, run.answers)).toEqual(score(quiz, last));
      }),
    );
  });

  it('does not matter: answers in any order give the same result', () => {
    const order = fc.shuffledSubarray(quiz.items, { minLength: quiz.items.length });
    fc.assert(
      fc.property(anyAnswers, order, (answers, items) => {
        const shuffled = items.reduce(
          (run, item) => withAnswer(run, item, answers[item.id] ?? 3, 0, false),
          startRun(quiz, 'r', 0),
        );
        expect(score(quiz, shuffled.answers)).toEqual(score(quiz, answers));
      }),
    );
  });
});

describe('the quality of the answers', () => {
  it.each([
    ['the statements all in the middle', '333333333355', {}, 'all-neutral'],
    ['the statements all the same', '444444444413', {}, 'straightline'],
    // the two conditions may well have the same answer as the statements, or another
    ['the same everywhere', '555555555555', {}, 'straightline'],
    ['all the same but one', '444444444544', {}, 'ok'],
    ['pressed in under two seconds', '525241524155', { medianMillis: 1999 }, 'fast'],
    ['pressed in two seconds', '525241524155', { medianMillis: 2000 }, 'ok'],
    ['typed', '525241524155', {}, 'ok'],
    // RIG, ADM and COU each have 5 and 2 once turned: three apart
    ['three contradictions', '545244524444', {}, 'inconsistent'],
    // COU has 5 and 3
    ['two contradictions', '545243524444', {}, 'ok'],
    // the same button is the stronger sign
    ['the same everywhere, and fast', '555555555555', { medianMillis: 500 }, 'straightline'],
    ['contradictions, and fast', '545244524444', { medianMillis: 500 }, 'inconsistent'],
  ] as const)('is recognised: %s', (_, digits, circumstances, quality) => {
    const result = score(quiz, coded(digits), circumstances);
    expect(result).toMatchObject({ quality, confidence: quality === 'ok' ? 'normal' : 'low' });
  });

  it('never changes the score: fast answers count like slow ones', () => {
    fc.assert(
      fc.property(anyAnswers, fc.integer({ min: 0, max: 1999 }), (answers, medianMillis) => {
        const slow = score(quiz, answers, { medianMillis: 60_000 });
        const fast = score(quiz, answers, { medianMillis });
        const { quality: _q, confidence: _c, ...rest } = slow;
        expect(fast).toMatchObject(rest);
        expect(fast.confidence).toBe('low');
      }),
    );
  });

  it.each([
    ['all-neutral', '333333333355'],
    ['straightline', '444444444444'],
    ['inconsistent', '545244524444'],
  ] as const)('never changes the score: %s answers still count as the formula says', (quality, digits) => {
    const weights: Record<string, number> = { RIG: 24, ADM: 24, COU: 14, EQU: 14, STR: 14, ACC: 10 };
    const result = score(quiz, coded(digits));
    expect(result.quality).toBe(quality);
    const raw = Object.entries(result.dimensions).reduce((sum, [id, d]) => sum + (weights[id] ?? 0) * d, 0) / 100;
    expect(result.raw).toBeCloseTo(raw, 9);
    expect(result.final).toBe(Math.min(Math.floor(raw + 0.5), result.cap));
  });
});

describe('the range and the neighbouring band', () => {
  it('reach ten points to both sides, twenty for contradictions, never below 0 nor above the cap', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { interval, final, cap, quality } = score(quiz, answers);
        const reach = quality === 'inconsistent' ? 20 : 10;
        expect(interval).toEqual([Math.max(0, final - reach), Math.min(cap, final + reach)]);
      }),
    );
  });

  it.each([
    ['cut at the cap', '415242524125', [49, 59]],
    ['cut at 100', '515151515155', [90, 100]],
    ['cut at 0', '151515151511', [0, 10]],
    ['cut nowhere', '333333333333', [40, 60]],
  ] as const)('is %s', (_, digits, interval) => {
    expect(score(quiz, coded(digits)).interval).toEqual(interval);
  });

  it('are near where the score is less than five points from an edge', () => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { borderline, final } = score(quiz, answers);
        seen.add(borderline);
        expect(borderline).toBe(Math.min(...EDGES.map((edge) => Math.abs(final - edge))) < 5);
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(2);
  });
});

describe('strengths and points to watch', () => {
  it('are the strongest dimensions from 75 on, by weight and score, at most three', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { strengths, dimensions } = score(quiz, answers);
        const pull = (id: string) => (dimensions[id] ?? 0) * (quiz.dimensions.find((d) => d.id === id)?.weight ?? 0);
        const strong = Object.keys(dimensions).filter((id) => (dimensions[id] ?? 0) >= 75);
        expect(strengths).toHaveLength(Math.min(3, strong.length));
        expect(strengths.map(pull)).toEqual(
          strong
            .map(pull)
            .sort((a, b) => b - a)
            .slice(0, 3),
        );
      }),
    );
  });

  it('are the caps, lowest first, then dimensions up to 40, at most three, none of them twice', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { watch, caps, dimensions } = score(quiz, answers);
        const ranks = watch.map((point) =>
          point.kind === 'cap' ? point.cap.cap : 100 + (dimensions[point.dimension] ?? 0),
        );
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        expect(watch.filter((point) => point.kind === 'cap')).toHaveLength(Math.min(3, caps.length));
        // a dimension that a cap names already is not named again
        const told = caps.map((c) => c.dimension);
        const low = Object.keys(dimensions).filter((id) => (dimensions[id] ?? 0) <= 40 && !told.includes(id));
        const room = Math.max(0, 3 - caps.length);
        const named = watch.flatMap((p) => (p.kind === 'dimension' ? [p.dimension] : []));
        expect(low).toEqual(expect.arrayContaining(named));
        expect(new Set(named).size).toBe(Math.min(room, low.length));
        expect(watch.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });
});
