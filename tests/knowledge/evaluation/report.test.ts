import { describe, expect, it } from 'vitest';
import type { Group, JudgedQuestion, Verdict } from '../../../knowledge/evaluation/judge.ts';
import { report, tally } from '../../../knowledge/evaluation/report.ts';

const judged = (
  label: string,
  verdict: Verdict,
  {
    group = 'in scope',
    answered = [],
    ...rest
  }: { group?: Group; answered?: string[]; lang?: string; style?: string } = {},
): JudgedQuestion => ({
  q: 'x',
  label,
  group,
  verdict,
  decision: { outcome: 'answer', entries: answered, confidence: 0.5, locale: 'fr' },
  ...rest,
});

describe('a report', () => {
  const result = report([
    judged('salaire', 'right', { lang: 'fr', style: 'sms' }),
    judged('salaire', 'right', { lang: 'fr', style: 'formal' }),
    judged('salaire', 'wrong', { lang: 'nl', style: 'sms', answered: ['zones'] }),
    judged('zones', 'wrong', { lang: 'nl', answered: ['salaire', 'ecoles'] }),
    judged('salaire', 'wrong', { lang: 'nl', style: 'sms', answered: ['zones'] }),
    judged('oos-far', 'wrong', { group: 'oos-far', lang: 'en', answered: ['zones'] }),
    judged('greet', 'right', { group: 'small talk', lang: 'en' }),
  ]);

  it('counts every group', () => {
    expect(result.byGroup).toEqual({
      'in scope': { n: 5, right: 0.4, wrong: 0.6 },
      'oos-far': { n: 1, wrong: 1 },
      'small talk': { n: 1, right: 1 },
    });
  });

  it('breaks down what is in scope alone', () => {
    expect(result.byLanguage).toEqual({ fr: { n: 2, right: 1 }, nl: { n: 3, wrong: 1 } });
    expect(Object.keys(result.byStyle)).toEqual(['?', 'formal', 'sms']);
    expect(result.byStyle.sms?.n).toBe(3);
    expect(Object.keys(result.byLabel)).toEqual(['salaire', 'zones']);
  });

  it('names what was mistaken for what, most frequent first', () => {
    expect(result.confusions).toEqual([
      { meant: 'salaire', answered: 'zones', times: 2 },
      { meant: 'zones', answered: 'salaire+ecoles', times: 1 },
      { meant: 'oos-far', answered: 'zones', times: 1 },
    ]);
  });

  it('of nothing is empty', () => {
    expect(report([])).toEqual({ byGroup: {}, byLanguage: {}, byStyle: {}, byLabel: {}, confusions: [] });
  });
});

describe('a tally', () => {
  it('gives shares that add up to 1, and names no verdict that never came up', () => {
    const verdicts: Verdict[] = ['right', 'right', 'partial', 'assisted', 'missed', 'wrong', 'right', 'missed'];
    const { n, ...shares } = tally(verdicts.map((verdict) => judged('salaire', verdict)));
    expect(n).toBe(8);
    expect(shares).toEqual({ right: 3 / 8, partial: 1 / 8, assisted: 1 / 8, missed: 2 / 8, wrong: 1 / 8 });
    expect(tally([judged('salaire', 'right')])).toEqual({ n: 1, right: 1 });
  });
});
