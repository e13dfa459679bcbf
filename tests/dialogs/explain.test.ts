import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerChange,
  compareResults,
  contributions,
  NOISE_BELOW,
  smallestChange,
  type Wish,
  whatIf,
  wishesFor,
} from '../../dialogs/quiz/explain.ts';
import { type Answer, type Answers, score } from '../../dialogs/quiz/scoring.ts';
import type { BandId } from '../../knowledge/index.ts';
import { personas } from './personas.ts';
import { answersFrom, anyAnswers, anyItem, best, bestBut, coded, quiz, turned, worst } from './quizAnswers.ts';

const BETTER: Record<string, BandId | undefined> = { D: 'C', C: 'B', B: 'A', A: undefined, undetermined: undefined };

const itemOf = (id: string) => {
  const item = quiz.items.find((i) => i.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
};
const changed = (answers: Answers, changes: readonly AnswerChange[]): Answers => ({
  ...answers,
  ...Object.fromEntries(changes.map(({ item, to }) => [item, to])),
});
const stepsOf = (changes: readonly AnswerChange[]) =>
  changes.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0);
const persona = (id: string) => personas.find((p) => p.id === id)?.answers ?? best;

/** Every way to answer up to `count` items better for the job. */
function* allRises(answers: Answers, count: number, from = 0): Generator<AnswerChange[]> {
  yield [];
  if (count === 0) return;
  for (let i = from; i < quiz.items.length; i++) {
    const item = quiz.items[i];
    if (!item) return;
    const now = answers[item.id] ?? 3;
    for (let to = turned(item, now) + 1; to <= 5; to++)
      for (const rest of allRises(answers, count - 1, i + 1))
        yield [{ item: item.id, from: now, to: turned(item, to) }, ...rest];
  }
}

/** How few items, and with these how few steps, reach the next band: by trying all. */
function fewestByTrying(answers: Answers, count: number) {
  const { band } = score(quiz, answers);
  const least = quiz.bands.find(({ id }) => id === BETTER[band])?.min ?? Number.POSITIVE_INFINITY;
  let fewest: [items: number, steps: number] | undefined;
  for (const changes of allRises(answers, count)) {
    const found: [number, number] = [changes.length, stepsOf(changes)];
    if (fewest && (found[0] > fewest[0] || (found[0] === fewest[0] && found[1] >= fewest[1]))) continue;
    const result = score(quiz, changed(answers, changes));
    if (result.band !== 'undetermined' && result.final >= least) fewest = found;
  }
  return fewest;
}

describe('the smallest change to the next band', () => {
  it('reaches it with the answers that it names, of which none can be left out or be a step less', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const needed = smallestChange(quiz, answers);
        const { band, final } = score(quiz, answers);
        expect(needed !== undefined).toBe(BETTER[band] !== undefined);
        if (needed?.kind === 'many') expect(needed.band).toBe(BETTER[band]);
        if (needed?.kind !== 'few') return;
        const least = quiz.bands.find(({ id }) => id === BETTER[band])?.min ?? 0;
        const { changes, after } = needed;
        expect(after).toEqual(score(quiz, changed(answers, changes)));
        expect(after.final).toBeGreaterThanOrEqual(least);
        expect(final).toBeLessThan(least);
        for (const { item, from, to } of changes) {
          expect(from).toBe(answers[item]);
          expect(turned(itemOf(item), to)).toBeGreaterThan(turned(itemOf(item), from));
          const less = turned(itemOf(item), turned(itemOf(item), to) - 1);
          const result = score(quiz, { ...changed(answers, changes), [item]: less });
          expect(result.final < least || result.band === 'undetermined').toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has the fewest items, and of these the fewest steps: nothing smaller is found by trying all of up to two items', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const needed = smallestChange(quiz, answers);
        const fewest = fewestByTrying(answers, 2);
        if (fewest && BETTER[score(quiz, answers).band])
          expect(needed?.kind === 'few' && [needed.changes.length, stepsOf(needed.changes)]).toEqual(fewest);
        else expect(needed?.kind === 'few' && needed.changes.length < 3).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('has the fewest steps where it takes three items, and more than three where it takes more', () => {
    // little of everything, where one or two items seldom reach the next band
    const low = fc.array(fc.constantFrom(1, 2, 3), { minLength: 12, maxLength: 12 });
    const seen = new Set<number | undefined>();
    fc.assert(
      fc.property(low, (favourable) => {
        const answers = answersFrom((item, i) => turned(item, favourable[i] ?? 2));
        const needed = smallestChange(quiz, answers);
        fc.pre(needed !== undefined && (needed.kind === 'many' || needed.changes.length === 3));
        const fewest = fewestByTrying(answers, 3);
        seen.add(fewest?.[0]);
        expect(needed?.kind === 'few' ? [needed.changes.length, stepsOf(needed.changes)] : undefined).toEqual(fewest);
      }),
      { numRuns: 20, seed: 4 },
    );
    expect(seen).toEqual(new Set([3, undefined]));
  });

  it.each<[what: string, answers: Answers, changes: [item: string, from: Answer, to: Answer][], final: number]>([
    ['English one step up', persona('anglais'), [['acc_anglais', 2, 3]], 74],
    // agreeing less with a statement that speaks against the job
    ['patients needed a little less', persona('patients'), [['cou_patients_r', 5, 4]], 61],
    ['rigour four steps up, rather than two items', persona('desordre'), [['rig_detail', 1, 5]], 88],
    // a condition that can be acquired comes before a taste, with as many steps: both alone would do
    ['two conditions of 59', bestBut({ acc_anglais: 2, cou_patients_r: 1 }), [['acc_anglais', 2, 3]], 59],
    ['two tastes: the first of the quiz', bestBut({ adm_ecran: 1, cou_patients_r: 1 }), [['cou_patients_r', 5, 4]], 59],
  ])('is what an adviser would name: %s', (_, answers, changes, final) => {
    const needed = smallestChange(quiz, answers);
    expect(needed?.kind === 'few' && needed.changes.map(({ item, from, to }) => [item, from, to])).toEqual(changes);
    expect(needed?.kind === 'few' && needed.after.final).toBe(final);
  });

  it('names the dimensions that cost most where more than three items would have to change', () => {
    expect(smallestChange(quiz, worst)).toEqual({ kind: 'many', band: 'C', dimensions: ['RIG', 'ADM'] });
  });

  it.each([
    ['in the best band', best],
    ['where the result is undetermined', persona('straight')],
  ])('is none %s', (_, answers) => {
    expect(smallestChange(quiz, answers)).toBeUndefined();
  });

  it('never leads to an undetermined result', () => {
    // answering the last statement like the nine others would reach the next band, and say nothing
    const answers = coded('444444434455');
    const needed = smallestChange(quiz, answers);
    expect(needed?.kind === 'few' && needed.after.band).toBe('B');
  });
});

describe('what the points come from', () => {
  it('are the weights in all, gained or lost, and gained the score before rounding', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { dimensions } = contributions(quiz, answers);
        const sum = dimensions.reduce((total, { gained }) => total + gained, 0);
        expect(sum).toBeCloseTo(score(quiz, answers).raw, 9);
        for (const { dimension, gained, lost } of dimensions) {
          expect(gained + lost).toBeCloseTo(quiz.dimensions.find(({ id }) => id === dimension)?.weight ?? -1, 9);
          expect(Math.min(gained, lost)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are the items of each dimension, the one that costs more first', () => {
    const rigour = contributions(quiz, persona('infirmier')).dimensions.find((d) => d.dimension === 'RIG');
    expect(rigour?.items.map(({ item, answer }) => [item.id, answer])).toEqual([
      ['rig_ordre_r', 2],
      ['rig_detail', 5],
    ]);
    expect(rigour?.gained).toBe(21);
  });

  it.each<[what: string, answers: Answers, costs: Record<string, number>]>([
    ['one condition: all that is above it', persona('anglais'), { G_ANG: 27 }],
    // without English the other one still limits it to 59
    ['two together', bestBut({ acc_anglais: 2, cou_patients_r: 1 }), { G_ANG: 20, G_PAT: 20 }],
    [
      'one below another: the other costs nothing',
      bestBut({ acc_anglais: 2, cou_patients_r: 2 }),
      { G_ANG: 15, G_PAT: 0 },
    ],
    ['above the profile', persona('neutre'), { G_ANG: 0, G_ETU: 0 }],
  ])('are what each cap costs: %s', (_, answers, costs) => {
    const { caps } = contributions(quiz, answers);
    expect(Object.fromEntries(caps.map(({ cap, costs }) => [cap.gate.id, costs]))).toEqual(costs);
  });
});

describe('what if something were better', () => {
  const anyWish: fc.Arbitrary<Wish> = fc.oneof(
    fc.record({
      kind: fc.constant('item' as const),
      item: anyItem.map(({ id }) => id),
      to: fc.constantFrom('next' as const, 'best' as const),
    }),
    fc.record({
      kind: fc.constant('dimension' as const),
      dimension: fc.constantFrom(...quiz.dimensions.map(({ id }) => id)),
    }),
  );

  it('never costs points, and changes nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, fc.array(anyWish, { maxLength: 3 }), (answers, wishes) => {
        const { before, after, changes } = whatIf(quiz, answers, wishes);
        expect(before).toEqual(score(quiz, answers));
        expect(after).toEqual(score(quiz, changed(answers, changes)));
        expect(after.final).toBeGreaterThanOrEqual(before.final);
        expect(after.raw > before.raw).toBe(changes.length > 0);
      }),
    );
  });

  it.each<[what: string, answers: Answers, wishes: Wish[], changes: [string, Answer][], final: number]>([
    [
      'one answer up',
      persona('anglais'),
      [{ kind: 'item', item: 'acc_anglais', to: 'next' }],
      [['acc_anglais', 3]],
      74,
    ],
    ['at its best', persona('anglais'), [{ kind: 'item', item: 'acc_anglais', to: 'best' }], [['acc_anglais', 5]], 90],
    [
      'one answer down where agreeing speaks against the job',
      persona('patients'),
      [{ kind: 'item', item: 'cou_patients_r', to: 'next' }],
      [['cou_patients_r', 4]],
      61,
    ],
    [
      'a whole dimension',
      persona('desordre'),
      [{ kind: 'dimension', dimension: 'RIG' }],
      [
        ['rig_detail', 5],
        ['rig_ordre_r', 1],
      ],
      100,
    ],
    ['at its best already', best, [{ kind: 'item', item: 'acc_anglais', to: 'next' }], [], 100],
  ])('is calculated: %s', (_, answers, wishes, changes, final) => {
    const result = whatIf(quiz, answers, wishes);
    expect(result.changes.map(({ item, to }) => [item, to])).toEqual(changes);
    expect(result.after.final).toBe(final);
  });

  it.each<[what: string, items: string[], wishes: Wish[]]>([
    ['one item', ['acc_anglais'], [{ kind: 'item', item: 'acc_anglais', to: 'next' }]],
    ['all items of a dimension', ['equ_informer', 'equ_coin_r'], [{ kind: 'dimension', dimension: 'EQU' }]],
    [
      'a dimension and an item of another',
      ['acc_etudes', 'equ_informer', 'equ_coin_r'],
      [
        { kind: 'dimension', dimension: 'EQU' },
        { kind: 'item', item: 'acc_etudes', to: 'next' },
      ],
    ],
    ['nothing', [], []],
  ])('is asked by the items that a message names: %s', (_, items, wishes) => {
    expect(wishesFor(quiz, items)).toEqual(wishes);
  });
});

describe('two results compared', () => {
  it('differ by as much as their scores, and what is under ten points is noise', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (before, after) => {
        const { score: total, dimensions, changes } = compareResults(quiz, before, after);
        expect([total.from, total.to]).toEqual([score(quiz, before).final, score(quiz, after).final]);
        for (const { from, to, isNoise } of [total, ...dimensions])
          expect(isNoise).toBe(Math.abs(to - from) < NOISE_BELOW);
        expect(changed(before, changes)).toEqual(after);
      }),
    );
  });

  it.each([
    ['nine points apart', bestBut({ adm_routine_r: 2 }), true],
    ['twelve points apart', bestBut({ adm_routine_r: 1 }), false],
  ])('are the same or not: %s', (_, after, isNoise) => {
    expect(compareResults(quiz, best, after).score.isNoise).toBe(isNoise);
  });

  it('are mirrored when they change places', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (a, b) => {
        const there = compareResults(quiz, a, b);
        const back = compareResults(quiz, b, a);
        expect(back.score).toEqual({ ...there.score, from: there.score.to, to: there.score.from });
        expect(back.caps).toHaveLength(there.caps.length);
      }),
    );
  });

  it('say which limits went, came and moved', () => {
    const before = bestBut({ acc_anglais: 2, cou_patients_r: 1 });
    const after = bestBut({ acc_anglais: 3, adm_ecran: 1 });
    const { caps } = compareResults(quiz, before, after);
    expect(caps.map(({ cap, from, to }) => [cap.gate.id, from, to])).toEqual([
      ['G_ANG', 59, 74],
      ['G_PAT', 59, undefined],
      ['G_ECR', undefined, 59],
    ]);
  });

  it('tell the dimensions apart that one gate watches', () => {
    const team = bestBut({ equ_coin_r: 1, equ_informer: 1 });
    const calm = bestBut({ str_delai: 1, str_erreur_r: 1 });
    expect(compareResults(quiz, team, calm).caps.map(({ cap, from, to }) => [cap.dimension, from, to])).toEqual([
      ['EQU', 74, undefined],
      ['STR', undefined, 74],
    ]);
  });
});
