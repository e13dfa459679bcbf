import type { Activity } from 'botbuilder';
import { parseItems, serialise } from './json.ts';
import type { Commit, LogPage, Store } from './store.ts';

interface Log {
  /** Position of the first activity kept: those before it were erased. */
  start: number;
  activities: Partial<Activity>[];
}

/** Keeps everything in the process: for tests and the terminal. */
export function createMemoryStore(): Store {
  const state = new Map<string, string>();
  const logs = new Map<string, Log>();
  const logOf = (conversation: string) => logs.get(conversation) ?? { start: 0, activities: [] };

  return {
    async read(keys) {
      return parseItems(keys, (key) => state.get(key));
    },
    async readLog(conversation, from): Promise<LogPage> {
      const { start, activities } = logOf(conversation);
      const wanted = activities.slice(Math.max(0, from - start));
      return { activities: structuredClone(wanted), watermark: start + activities.length };
    },
    async commit({ state: changes = {}, log }: Commit) {
      const values = serialise(changes);
      const appended = log ? (JSON.parse(JSON.stringify(log.activities)) as Partial<Activity>[]) : [];
      for (const [key, json] of values) {
        if (json === undefined) state.delete(key);
        else state.set(key, json);
      }
      if (!log) return;
      const { start, activities } = logOf(log.conversation);
      logs.set(
        log.conversation,
        log.erase
          ? { start: start + activities.length, activities: appended }
          : { start, activities: [...activities, ...appended] },
      );
    },
    async close() {},
  };
}
