import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeAll, labelledQuestion, report } from '../../knowledge/index.ts';
import { knowledge, understand } from '../helpers/engine.ts';

/**
 * Questions of eight people (a pupil, a technician, a counsellor, a student, two nurses and mothers, two expats), written
 * without sight of the content. The first time they were asked, 97.3 % of those in scope were answered rightly and 0.8 %
 * wrongly, 1.2 % had the right topic among those offered; of those about the job that the guide does not answer none was
 * answered, of those about something else three in forty. Since then they guard what was reached.
 */
const ofEight = scored('fresh.jsonl');

/**
 * Questions of one more writer, who had read the guide and nothing else, most of them traps about something else. Asked once
 * before they were looked at: 99 % of those in scope right and none wrong; answered wrongly one in thirty about the job that
 * the guide does not answer, and four in 150 about something else.
 */
const ofOneMore = scored('fresh2.jsonl');

function scored(file: string) {
  const questions = readFileSync(path.join(import.meta.dirname, 'questions', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => labelledQuestion.parse(JSON.parse(line)));
  const { byGroup, byLanguage } = report(judgeAll(questions, knowledge, understand));
  const shareOf = (group: string, verdict: 'right' | 'assisted' | 'wrong') => byGroup[group]?.[verdict] ?? 0;
  return { byLanguage, shareOf };
}

describe.each([
  ['eight', ofEight, { near: 0.02, far: 0.05 }],
  ['one more', ofOneMore, { near: 0.04, far: 0.04 }],
] as const)('questions by people who have not seen the content: %s', (_who, { shareOf, byLanguage }, most) => {
  it('are answered rightly where the guide answers them, or the right topic is offered', () => {
    expect(shareOf('in scope', 'right')).toBeGreaterThanOrEqual(0.95);
    expect(shareOf('in scope', 'right') + shareOf('in scope', 'assisted')).toBeGreaterThanOrEqual(0.97);
  });

  it('are answered wrongly at most now and then', () => {
    expect(shareOf('in scope', 'wrong')).toBeLessThanOrEqual(0.01);
    expect(shareOf('oos-near', 'wrong')).toBeLessThanOrEqual(most.near);
    expect(shareOf('oos-far', 'wrong')).toBeLessThanOrEqual(most.far);
  });

  it.each(knowledge.locales)('are understood in every language: %s', (locale) => {
    expect(byLanguage[locale]?.right ?? 0).toBeGreaterThanOrEqual(0.93);
  });
});

it.each([
  ['command', 0.9],
  ['small talk', 0.9],
  ['multi', 0.8],
])('questions by strangers are understood where they are something else than one question: %s', (group, least) => {
  expect(ofEight.shareOf(group, 'right')).toBeGreaterThanOrEqual(least);
});
