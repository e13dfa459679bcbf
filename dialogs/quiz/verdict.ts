import type { Locale } from '../../knowledge/index.ts';
import { buttonsFor, entriesOf } from '../buttons.ts';
import type { Reply, VerdictData } from '../reply.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import { describeVerdict, type Point, type VerdictWords } from './describeVerdict.ts';
import type { Answers, Result } from './scoring.ts';

/** The result as a message: the reason first if a cap holds, then strengths, points to watch and next steps. */
export function verdictReply(knowledge: SpokenKnowledge, answers: Answers, result: Result, locale: Locale): Reply {
  const words = describeVerdict(knowledge, answers, result, locale);
  const { buttons, verdict } = textsOf(knowledge, locale);
  const retake = buttonsFor(entriesOf(knowledge, ['quiz']), locale).map((b) => ({ ...b, label: buttons.retake }));
  const blocks =
    result.band === 'undetermined'
      ? [verdict.noScore(words.label), words.about]
      : verdictBlocks(words, textsOf(knowledge, locale).verdict);
  return {
    text: [...blocks, verdict.code(words.code)].join('\n\n'),
    buttons:
      result.band === 'undetermined'
        ? retake
        : buttonsFor(entriesOf(knowledge, ['ecoles', 'evolution', 'handoff']), locale),
    data: { verdict: verdictData(result, words.code) },
  };
}

/** Markdown, block by block. */
function verdictBlocks(words: VerdictWords, texts: ReturnType<typeof textsOf>['verdict']): string[] {
  const { label, score = 0, range = [0, 0], reason, about, notes } = words;
  const points = (list: Point[]) => list.map(({ text, section }) => texts.point(text, section));
  return [
    texts.title(label, score, ...range),
    ...(reason ? [texts.reason(reason)] : []),
    about,
    ...notes,
    ...headedList(texts.strengths, points(words.strengths)),
    ...headedList(texts.watch, points(words.watch)),
    ...headedList(
      texts.dimensions,
      words.dimensions.map((d) => texts.dimension(d.label, d.score)),
    ),
    ...(words.changes ? [texts.changes(words.changes)] : []),
    ...headedList(
      texts.next,
      words.next.map((step) => `- ${step}`),
    ),
    `*${words.disclaimer}*`,
  ];
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
