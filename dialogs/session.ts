import type { TurnContext } from 'botbuilder';
import type { Locale } from '../knowledge/index.ts';
import type { FinishedQuiz } from './quiz/finished.ts';
import type { QuizRun } from './quiz/run.ts';

/** What the bot remembers of a conversation between turns: plain JSON, keyed by ids. */
export interface Session {
  locale: Locale;
  /**
   * What the last answer was about, best first: short follow-ups go on with it. What the guide does not say stands before
   * the topic that was answered last.
   */
  topics?: string[];
  /** The entries that the last reply offered to pick from. */
  offered?: string[];
  /** The quiz that is under way or paused. */
  run?: QuizRun;
  /** The quizzes that came to their end, or were reopened by their code: the latest first, and one to compare it with. */
  finished?: FinishedQuiz[];
}

/** The session of the turn's conversation: one mutable object a turn, saved when the turn ends. */
export type GetSession = (context: TurnContext) => Promise<Session>;
