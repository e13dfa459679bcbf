import type { TurnContext } from 'botbuilder';
import type { Locale } from '../../knowledge/index.ts';
import { buttonsFor, entriesOf } from '../buttons.ts';
import type { Picture, Reply, VerdictData } from '../reply.ts';
import { type SpokenKnowledge, type Texts, textsOf } from '../texts/index.ts';
import { describeVerdict, type Point, type VerdictWords } from './describeVerdict.ts';
import type { ScoredQuiz } from './finished.ts';
import type { Result } from './scoring.ts';

/** Where a result can be looked at. */
export interface DrawnResult {
  /** The dimensions, the range and the limits of the score. */
  chart: Picture;
  /** The address of a page that shows the result to whoever has it. */
  page: string;
}

/** @returns nothing where no address is known by which the person's client could reach us */
export type DrawResult = (context: TurnContext, scored: ScoredQuiz, locale: Locale) => DrawnResult | undefined;

/** A result as a message, and the words that it says in Markdown. */
export interface VerdictReply extends Reply {
  words: VerdictWords;
}

/**
 * The result as a message: the reason first if a cap holds, then strengths, points to watch and next steps.
 * @param drawn the chart shows the dimensions, and they need no list
 */
export function verdictReply(
  knowledge: SpokenKnowledge,
  { answers, result }: ScoredQuiz,
  locale: Locale,
  drawn?: DrawnResult,
): VerdictReply {
  const words = describeVerdict(knowledge, answers, result, locale);
  const { buttons, verdict } = textsOf(knowledge, locale);
  const isDetermined = result.band !== 'undetermined';
  const blocks = isDetermined
    ? verdictBlocks(words, verdict, drawn !== undefined)
    : [verdict.noScore(words.label), words.about];
  const retake = buttonsFor(entriesOf(knowledge, ['quiz']), locale).map((b) => ({ ...b, label: buttons.retake }));
  return {
    text: [...blocks, drawn ? verdict.codeAndPage(words.code, drawn.page) : verdict.code(words.code)].join('\n\n'),
    ...(isDetermined && drawn ? { picture: drawn.chart } : {}),
    buttons: isDetermined ? buttonsFor(entriesOf(knowledge, NEXT), locale) : retake,
    data: { verdict: verdictData(result, words.code) },
    words,
  };
}

/** What people ask next. */
const NEXT = ['verdict-why', 'verdict-what-if', 'ecoles', 'handoff'];

/** Markdown, block by block. @param isDrawn the dimensions are in a chart beside it */
function verdictBlocks(words: VerdictWords, texts: Texts['verdict'], isDrawn: boolean): string[] {
  const { label, score = 0, range = [0, 0], reason, about, notes } = words;
  const points = (list: Point[]) => list.map(({ text, section }) => texts.point(text, section));
  return [
    texts.title(label, score, ...range),
    ...(reason ? [texts.reason(reason)] : []),
    about,
    ...notes,
    ...headedList(texts.strengths, points(words.strengths)),
    ...headedList(texts.watch, points(words.watch)),
    ...headedList(texts.dimensions, isDrawn ? [] : words.dimensions.map((d) => texts.dimension(d.label, d.score))),
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
