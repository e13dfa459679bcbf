import type { Activity } from 'botbuilder';
import type { Commit, LogPage, StateItems, Store } from './store.ts';

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
      const items: StateItems = {};
      for (const key of keys) {
        const json = state.get(key);
        if (json !== undefined) items[key] = JSON.parse(json);
      }
      return items;
    },
    async readLog(conversation, from): Promise<LogPage> {
      const { start, activities } = logOf(conversation);
      const wanted = activities.slice(Math.max(0, from - start));
      return { activities: structuredClone(wanted), watermark: start + activities.length };
    },
    async commit({ state: changes = {}, log }: Commit) {
      const serialised = Object.entries(changes).map(([key, value]) => [key, JSON.stringify(value)] as const);
      const appended = log ? (JSON.parse(JSON.stringify(log.activities)) as Partial<Activity>[]) : [];
      for (const [key, json] of serialised) {
        if (json === 'null') state.delete(key);
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
