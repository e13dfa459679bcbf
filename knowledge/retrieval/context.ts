import type { Locale } from '../schema.ts';

/** What the conversation adds to the words of a message. */
export interface Context {
  locale: Locale;
  /** An item of the quiz is being asked, or a quiz is waiting to be resumed: its own commands are understood then. */
  quiz: 'none' | 'asking' | 'paused';
  /** A verdict was given: what is said of it is understood. Default: false. */
  result?: boolean;
  /** What the last answer was about, best first, and what went before it: « où ça ? » goes on with the first topic of them. */
  topics?: readonly string[];
  /** The entries that the last reply offered to pick from, in their order. */
  offered?: readonly string[];
}
