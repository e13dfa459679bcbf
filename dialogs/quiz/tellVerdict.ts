import type { TurnContext } from 'botbuilder';
import type { Locale } from '../../knowledge/index.ts';
import type { Picture, Reply } from '../reply.ts';
import type { SpokenKnowledge } from '../texts/index.ts';
import type { VerdictWords } from './describeVerdict.ts';
import type { ScoredQuiz } from './finished.ts';
import { type DrawResult, verdictReply } from './verdict.ts';

/** A verdict that is told, as data: for channels that lay it out in a way of their own. */
export interface ToldVerdict {
  locale: Locale;
  words: VerdictWords;
  /** The chart; missing where there is none to show. */
  picture?: Picture | undefined;
  /** The address of a page that shows the result; missing where none is known. */
  page?: string | undefined;
  /** What is said above it and below it, as blocks of Markdown. */
  before: readonly string[];
  after: readonly string[];
}

export interface TellVerdictOptions {
  knowledge: SpokenKnowledge;
  drawResult?: DrawResult | undefined;
  /** Hears of each verdict before its message is sent. */
  onVerdict?: ((context: TurnContext, told: ToldVerdict) => void) | undefined;
}

/** What else stands in the message of a verdict, as blocks of Markdown. */
interface Around {
  before?: readonly string[];
  after?: readonly string[];
}

/** The message of a verdict, for the person of this turn. */
export function tellVerdict(
  { knowledge, drawResult, onVerdict }: TellVerdictOptions,
  context: TurnContext,
  scored: ScoredQuiz,
  locale: Locale,
  { before = [], after = [] }: Around = {},
): Reply {
  const drawn = drawResult?.(context, scored, locale);
  const { text, words, ...reply } = verdictReply(knowledge, scored, locale, drawn);
  onVerdict?.(context, { locale, words, picture: reply.picture, page: drawn?.page, before, after });
  return { text: [...before, text, ...after].join('\n\n'), ...reply };
}
