import type { TurnContext } from 'botbuilder';
import type { Locale } from '../knowledge/index.ts';
import type { QuizRun } from './quiz/run.ts';

/** What the bot remembers of a conversation between turns: plain JSON, keyed by ids. */
export interface Session {
  locale: Locale;
  /** The quiz that is under way or paused. */
  run?: QuizRun;
}

/** The session of the turn's conversation: one mutable object a turn, saved when the turn ends. */
export type GetSession = (context: TurnContext) => Promise<Session>;
