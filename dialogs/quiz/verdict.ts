import type { Locale } from '../../knowledge/index.ts';
import { buttonsFor, entriesOf } from '../buttons.ts';
import type { Reply, VerdictData } from '../reply.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import { quizWordsOf } from './replies.ts';
import { resultCode } from './run.ts';
import type { Answers, Result, WatchPoint } from './scoring.ts';

/** The result in words: the reason first if a cap holds, then strengths, points to watch and next steps. */
export function verdictReply(knowledge: SpokenKnowledge, answers: Answers, result: Result, locale: Locale): Reply {
  const code = resultCode(knowledge.quiz, answers);
  const blocks = result.band === 'undetermined' ? undetermined(knowledge, locale) : verdict(knowledge, result, locale);
  const buttons = buttonsFor(entriesOf(knowledge, ['ecoles', 'evolution', 'handoff']), locale);
  return {
    text: [...blocks, textsOf(knowledge, locale).verdict.code(code)].join('\n\n'),
    buttons:
      result.band === 'undetermined'
        ? buttonsFor(entriesOf(knowledge, ['quiz']), locale).map((b) => ({
            ...b,
            label: textsOf(knowledge, locale).buttons.retake,
          }))
        : buttons,
    data: { verdict: verdictData(result, code) },
  };
}

function undetermined(knowledge: SpokenKnowledge, locale: Locale): string[] {
  const { undetermined } = quizWordsOf(knowledge, locale);
  return [textsOf(knowledge, locale).verdict.noScore(undetermined.label), undetermined.text];
}

function verdict(knowledge: SpokenKnowledge, result: Result, locale: Locale): string[] {
  const words = quizWordsOf(knowledge, locale);
  const texts = textsOf(knowledge, locale).verdict;
  const section = (id: string) => knowledge.guide[locale]?.sections[id] ?? id;
  const dimension = (id: string) => ({
    words: words.dimensions[id],
    section: section(knowledge.quiz.dimensions.find((d) => d.id === id)?.section ?? ''),
  });
  const band = words.bands[result.band];
  const isCapped = result.cap < result.profile;

  const strengths = result.strengths.map((id) => {
    const { words: d, section: from } = dimension(id);
    return texts.point(d?.strength ?? '', from);
  });
  const watch = result.watch.map((point) => {
    const { text, from } = watchText(point);
    return texts.point(text, from);
  });
  const next = [...new Set([...result.watch.map(adviceFor), ...(band?.next ?? [])])].filter(Boolean).slice(0, 4);

  return [
    texts.title(band?.label ?? '', result.final, ...result.interval),
    ...(isCapped ? [reasonText()] : []),
    band?.text ?? '',
    ...(result.quality === 'all-neutral' ? [words.allNeutral] : []),
    ...(['inconsistent', 'fast'].includes(result.quality) ? [words.lowConfidence] : []),
    // a cap may exclude the band next door
    ...(result.borderline && !isCapped ? [texts.borderline] : []),
    ...headedList(texts.strengths, strengths),
    ...headedList(texts.watch, watch),
    ...headedList(
      texts.dimensions,
      Object.entries(result.dimensions).map(([id, score]) =>
        texts.dimension(words.dimensions[id]?.label ?? id, Math.round(score)),
      ),
    ),
    ...headedList(
      texts.next,
      next.map((step) => `- ${step}`),
    ),
    `*${words.disclaimer}*`,
  ];

  /** The binding reason; both where neither alone limits the score so far. */
  function reasonText(): string {
    const reasons = result.caps.map(({ gate }) => words.gates[gate.id]?.reason ?? '');
    const [first = '', second = ''] = reasons;
    return (result.caps[0]?.cap ?? 0) > result.cap
      ? texts.cappedTogether(result.profile, result.cap, [first, second])
      : texts.capped(result.profile, result.cap, first);
  }

  function watchText(point: WatchPoint): { text: string; from: string } {
    if (point.kind === 'dimension') {
      const { words: d, section: from } = dimension(point.dimension);
      return { text: d?.watch ?? '', from };
    }
    const { gate, dimension: low } = point.cap;
    const text = low ? (words.dimensions[low]?.watch ?? '') : (words.gates[gate.id]?.reason ?? '');
    return { text, from: section(gate.section) };
  }

  function adviceFor(point: WatchPoint): string {
    if (point.kind === 'dimension') return words.dimensions[point.dimension]?.next ?? '';
    const { gate, dimension: low } = point.cap;
    return (low ? words.dimensions[low]?.next : words.gates[gate.id]?.advice) ?? '';
  }
}

/** A headed list; nothing where the list is empty. */
const headedList = (heading: string, lines: string[]) =>
  lines.length > 0 ? [`${heading}\n\n${lines.join('\n')}`] : [];

const verdictData = (result: Result, code: string): VerdictData => ({
  band: result.band,
  score: result.final,
  profile: result.profile,
  cap: result.cap,
  confidence: result.confidence,
  dimensions: result.dimensions,
  code,
});
