import { describe, expect, it } from 'vitest';
import { groupOf, judgeAll, labelledQuestion, type Verdict } from '../../../knowledge/evaluation/judge.ts';
import { type Context, type Decision, loadKnowledge } from '../../../knowledge/index.ts';
import { contentDir } from '../../../src/paths.ts';

const knowledge = loadKnowledge(contentDir);
const decided = (outcome: Decision['outcome'], ...entries: string[]): Decision => ({
  outcome,
  entries,
  confidence: 0.5,
  locale: 'fr',
});
const answer = (...entries: string[]) => decided('answer', ...entries);
const clarify = (...entries: string[]) => decided('clarify', ...entries);
const unknown = (...entries: string[]) => decided('unknown', ...entries);

describe('a decision', () => {
  it.each<[label: string, decision: Decision, verdict: Verdict, why: string]>([
    ['salaire', answer('salaire'), 'right', 'the entry that was meant'],
    ['salaire', answer('formation'), 'wrong', 'another one'],
    ['salaire', answer('formation', 'salaire'), 'right', 'the one that was meant, and another'],
    ['salaire', clarify('salaire', 'zones'), 'assisted', 'among those offered'],
    ['salaire', clarify('ecoles', 'zones'), 'missed', 'others are offered'],
    ['salaire', unknown('salaire'), 'missed', 'it says that it does not know'],
    ['salaire', unknown(), 'missed', 'nothing at all'],
    ['salaire', answer('salaire-net'), 'missed', '« the guide does not say » is no false fact'],
    ['greet', answer('greet'), 'right', 'small talk'],
    ['quiz', answer('greet'), 'wrong', 'a greeting instead of the quiz'],
    ['oos-near', answer('teletravail'), 'right', 'says that the guide does not say'],
    ['oos-near', unknown('conditions'), 'right', 'says that it does not know'],
    ['oos-near', clarify('conditions', 'salaire'), 'assisted', 'offers what it has'],
    ['oos-near', answer('conditions'), 'wrong', 'a section of the guide that does not answer it'],
    ['oos-far', answer('hors-sujet'), 'right', 'says that it is about the job alone'],
    ['oos-far', unknown(), 'right', 'says that it does not know'],
    ['oos-far', answer('salaire'), 'wrong', 'a topic of the guide'],
    ['multi:salaire+formation', answer('salaire', 'formation'), 'right', 'both'],
    ['multi:salaire+formation', answer('formation', 'salaire'), 'right', 'both, in any order'],
    ['multi:salaire+formation', answer('salaire'), 'partial', 'one of two'],
    ['multi:salaire+formation', answer('salaire', 'zones'), 'partial', 'one of two, and another'],
    ['multi:salaire+formation', clarify('salaire', 'formation'), 'partial', 'both, yet only offered'],
    ['multi:salaire+formation', answer('zones'), 'wrong', 'neither'],
    ['multi:salaire+formation', unknown('zones'), 'missed', 'nothing answered'],
  ])('on a question about %s is judged: %j is %s (%s)', (label, decision, verdict) => {
    expect(judgeAll([{ q: 'x', label }], knowledge, () => decision)).toMatchObject([{ verdict }]);
  });

  it.each<[label: string, also: string[], decision: Decision, verdict: Verdict]>([
    ['salaire', ['avantages'], answer('avantages'), 'right'],
    ['salaire', ['avantages'], clarify('avantages', 'zones'), 'assisted'],
    ['salaire', ['avantages'], answer('zones'), 'wrong'],
    ['oos-near', ['conditions'], answer('conditions'), 'right'],
  ])(
    'on a question about %s is as good with what a reasonable person accepts too',
    (label, also, decision, verdict) => {
      expect(judgeAll([{ q: 'x', label, also }], knowledge, () => decision)).toMatchObject([{ verdict }]);
    },
  );
});

describe('a question', () => {
  it.each([
    ['salaire', 'in scope'],
    ['greet', 'small talk'],
    ['quiz', 'command'],
    ['distress', 'command'],
    ['multi:salaire+zones', 'multi'],
    ['oos-near', 'oos-near'],
    ['oos-far', 'oos-far'],
  ])('about %s is of the group %s', (label, group) => {
    expect(groupOf(label, knowledge)).toBe(group);
  });

  it('is asked in a conversation of its own, in its language where there is one', () => {
    const asked: [string, Context][] = [];
    judgeAll(
      [
        { q: 'a', label: 'salaire', lang: 'nl' },
        { q: 'b', label: 'salaire', lang: 'de' },
        { q: 'c', label: 'salaire' },
      ],
      knowledge,
      (q, context) => {
        asked.push([q, context]);
        return unknown();
      },
    );
    const first = knowledge.locales[0] ?? '';
    expect(asked).toEqual([
      ['a', { locale: 'nl', quiz: 'none' }],
      ['b', { locale: first, quiz: 'none' }],
      ['c', { locale: first, quiz: 'none' }],
    ]);
  });

  it('keeps what its row says', () => {
    const row = { q: 'x', label: 'salaire', lang: 'fr', style: 'sms' };
    expect(judgeAll([row], knowledge, () => unknown())).toMatchObject([row]);
  });

  it.each([
    ['no label', { q: 'a' }, false],
    ['no question', { label: 'salaire' }, false],
    ['what else a set may hold', { q: 'a', label: 'salaire', id: 7 }, true],
  ])('is read with %s: %j', (_what, row, taken) => {
    expect(labelledQuestion.safeParse(row).success).toBe(taken);
  });
});
