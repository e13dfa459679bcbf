import type { Activity } from 'botbuilder';

/** State by key: plain JSON objects. A key without a value has none stored. */
export type StateItems = Record<string, unknown>;

/** A stretch of a conversation's activity log. */
export interface LogPage {
  activities: Partial<Activity>[];
  /** The position after the last activity: the count of all that were ever appended. */
  watermark: number;
}

/** What one turn leaves behind, stored as a whole or not at all. */
export interface Commit {
  /** State to set; `null` deletes. */
  state?: Record<string, unknown>;
  /** Activities to append to a conversation's log, after deleting the earlier ones where `erase` says so. */
  log?: { conversation: string; activities: Partial<Activity>[]; erase?: boolean };
}

/**
 * Where the bot's state and the activity log live. One contract suite (tests/storage) runs against every
 * implementation. Positions of the log never go back, not even when it is erased: clients hold them as watermarks.
 */
export interface Store {
  /** The stored values of the keys that have one. */
  read(keys: readonly string[]): Promise<StateItems>;
  /** @param from position of the first activity to return, 0 for all; one beyond the end gives an empty page */
  readLog(conversation: string, from: number): Promise<LogPage>;
  /** Resolves once everything is on disk (where there is one); rejects with nothing stored. */
  commit(commit: Commit): Promise<void>;
  close(): Promise<void>;
}
