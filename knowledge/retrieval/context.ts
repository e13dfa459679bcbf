import type { Locale } from '../schema.ts';

/** What the conversation adds to the words of a message. */
export interface Context {
  locale: Locale;
  /** An item of the quiz is being asked, or a quiz is waiting to be resumed: its own commands are understood then. */
  quiz: 'none' | 'asking' | 'paused';
  /** The topics of the last answer, best first: what « où ça ? » goes on with. */
  topics?: readonly string[];
  /** The entries that the last reply offered to pick from, in their order. */
  offered?: readonly string[];
}
