import type { TurnContext } from 'botbuilder';
import type { Locale } from '../knowledge/index.ts';
import type { QuizRun } from './quiz/run.ts';

/** What the bot remembers of a conversation between turns: plain JSON, keyed by ids. */
export interface Session {
  locale: Locale;
  /** The topics of the last answer, best first: short follow-ups go on with them. */
  topics?: string[];
  /** The entries that the last reply offered to pick from. */
  offered?: string[];
  /** The quiz that is under way or paused. */
  run?: QuizRun;
}

/** The session of the turn's conversation: one mutable object a turn, saved when the turn ends. */
export type GetSession = (context: TurnContext) => Promise<Session>;
