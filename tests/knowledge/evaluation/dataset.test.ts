import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auroc, type DatasetRow, datasetRow, scoreDataset } from '../../../knowledge/evaluation/dataset.ts';
import { createLanguage } from '../../../knowledge/index.ts';

const train = (label: string, ...questions: string[]): DatasetRow[] =>
  questions.map((q) => ({ q, label, lang: 'en', split: 'train' }));
const test = (label: string, q: string, oos?: boolean): DatasetRow => ({
  q,
  label,
  lang: 'en',
  split: 'test',
  ...(oos === undefined ? {} : { oos }),
});

const BANK = [
  ...train('card', 'my card is lost', 'I lost my card', 'block my bank card', 'the card was stolen', 'a new card'),
  ...train('loan', 'I want a loan', 'how do I get a loan', 'loan for a house', 'what does a loan cost', 'a car loan'),
  ...train('hours', 'when are you open', 'opening hours', 'are you open on sunday', 'closing time', 'open today'),
];
const language = createLanguage();
/** Half a millisecond goes by at every look. */
const steady = () => {
  let now = 0;
  return () => {
    now += 0.5;
    return now;
  };
};

describe('a labelled set of somebody else’s', () => {
  it('is ranked by an index of its train rows', () => {
    const rows = [
      ...BANK,
      test('card', 'my card got lost'),
      test('loan', 'a loan please'),
      test('hours', 'open at 8?'),
    ];
    expect(scoreDataset(rows, language, steady())).toEqual({
      top1: 1,
      top3: 1,
      mrr10: 1,
      oosAuroc: null,
      medianMicros: 500,
    });
  });

  it('counts a right entry by its place', () => {
    // three entries: the mislabelled question has its label somewhere among them, yet not first
    const { top1, top3, mrr10 } = scoreDataset([...BANK, test('hours', 'I lost my card')], language, steady());
    expect(top1).toBe(0);
    expect(top3).toBe(1);
    expect([1 / 2, 1 / 3]).toContain(mrr10);
  });

  it('counts a label that nothing was trained on as missed', () => {
    expect(scoreDataset([...BANK, test('insurance', 'insure my car')], language, steady())).toMatchObject({
      top1: 0,
      mrr10: 0,
    });
  });

  it.each<[how: string, row: DatasetRow]>([
    ['a flag', test('weather', 'will it rain', true)],
    ['its label', test('oos', 'will it rain')],
    ['its label, as some sets write it', test('__oos__', 'will it rain')],
  ])('leaves out-of-scope questions out of the shares, known by %s', (_how, row) => {
    const scores = scoreDataset([...BANK, test('card', 'I lost my card'), row], language, steady());
    expect(scores).toMatchObject({ top1: 1, oosAuroc: 1 });
  });

  it('trains on no out-of-scope row', () => {
    const rows = [
      ...BANK,
      ...train('oos', 'will it rain'),
      test('oos', 'will it rain'),
      test('card', 'I lost my card'),
    ];
    expect(scoreDataset(rows, language, steady()).oosAuroc).toBe(1);
  });

  it('has nothing to say about no questions', () => {
    expect(scoreDataset(BANK, language, steady())).toMatchObject({ top1: 0, top3: 0, mrr10: 0, oosAuroc: null });
  });

  it.each([
    ['no question', { label: 'a', split: 'test' }],
    ['no label', { q: 'a', split: 'test' }],
    ['another split', { q: 'a', label: 'a', split: 'dev' }],
  ])('is refused with %s', (_what, row) => {
    expect(datasetRow.safeParse(row).success).toBe(false);
  });
});

describe('the area under the curve', () => {
  it.each([
    ['every answerable question scores higher', [0.9, 0.8], [0.1], 1],
    ['every one scores lower', [0.1], [0.9, 0.8], 0],
    ['all score the same', [0.5, 0.5], [0.5], 0.5],
    ['three pairs of four are in order', [0.9, 0.4], [0.5, 0.1], 0.75],
  ])('tells how well the two are told apart: %s', (_why, positives, negatives, expected) => {
    expect(auroc(positives, negatives)).toBe(expected);
  });

  it('is none where one of the two is missing', () => {
    expect(auroc([], [0.1])).toBeNull();
    expect(auroc([0.1], [])).toBeNull();
  });

  it('is the area of the steps of the curve, counted naively', () => {
    const scores = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        // threshold by threshold from the highest: trapezoids between the points of the curve
        const points = [2, 1, 0.75, 0.5, 0.25, 0].map((least) => ({
          hit: positives.filter((s) => s >= least).length / positives.length,
          false: negatives.filter((s) => s >= least).length / negatives.length,
        }));
        let area = 0;
        points.slice(1).forEach((point, i) => {
          const before = points[i] ?? point;
          area += ((point.false - before.false) * (point.hit + before.hit)) / 2;
        });
        expect(auroc(positives, negatives)).toBeCloseTo(area, 10);
      }),
    );
  });
});
