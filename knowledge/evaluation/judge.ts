import { z } from 'zod';
import type { Knowledge } from '../knowledge.ts';
import type { Decision } from '../retrieval/decide.ts';
import type { Understand } from '../retrieval/engine.ts';

/**
 * A labelled question. Labels: an entry's id; `oos-near` and `oos-far` (about the job but not in the guide; about something
 * else); `multi:a+b` (both). `also`: labels that a reasonable person would accept too.
 */
export const labelledQuestion = z.object({
  q: z.string(),
  label: z.string(),
  lang: z.string().optional(),
  style: z.string().optional(),
  also: z.array(z.string()).optional(),
});
export type LabelledQuestion = z.infer<typeof labelledQuestion>;

/**
 * `right`; `partial`: one of several; `assisted`: the right entry is among those offered; `missed`: not answered, nor offered;
 * `wrong`: answered with something else.
 */
export type Verdict = 'right' | 'partial' | 'assisted' | 'missed' | 'wrong';

/** What kind of question a label makes. */
export type Group = 'in scope' | 'small talk' | 'command' | 'multi' | 'oos-near' | 'oos-far';

export interface JudgedQuestion extends LabelledQuestion {
  group: Group;
  verdict: Verdict;
  decision: Decision;
}

/** Has every question decided in a conversation of its own, and judges the decisions. */
export function judgeAll(
  questions: readonly LabelledQuestion[],
  knowledge: Knowledge,
  understand: Understand,
): JudgedQuestion[] {
  return questions.map((row) => {
    const locale = row.lang && knowledge.locales.includes(row.lang) ? row.lang : (knowledge.locales[0] ?? 'fr');
    const decision = understand(row.q, { locale, quiz: 'none' });
    return { ...row, group: groupOf(row.label, knowledge), decision, verdict: judge(row, decision, knowledge) };
  });
}

export function groupOf(label: string, { entries }: Knowledge): Group {
  if (label === 'oos-near' || label === 'oos-far') return label;
  if (label.startsWith('multi:')) return 'multi';
  const kind = entries.get(label)?.kind;
  return kind === 'smalltalk' ? 'small talk' : kind === 'command' ? 'command' : 'in scope';
}

function judge({ label, also = [] }: LabelledQuestion, decision: Decision, { entries }: Knowledge): Verdict {
  const accepted = new Set([label, ...also]);
  const isAbsent = decision.outcome === 'answer' && entries.get(decision.entries[0] ?? '')?.kind === 'absent';
  const answered = decision.outcome === 'answer' && !isAbsent;
  const hits = decision.entries.filter((id) => accepted.has(id)).length;
  if (label.startsWith('multi:')) {
    const wanted = label.slice('multi:'.length).split('+');
    const got = wanted.filter((id) => decision.entries.includes(id)).length;
    if (answered && got === wanted.length) return 'right';
    return got > 0 ? 'partial' : answered ? 'wrong' : 'missed';
  }
  if (label.startsWith('oos'))
    return answered && hits === 0 ? 'wrong' : decision.outcome === 'clarify' ? 'assisted' : 'right';
  if (answered) return hits > 0 ? 'right' : 'wrong';
  return decision.outcome === 'clarify' && hits > 0 ? 'assisted' : 'missed';
}
