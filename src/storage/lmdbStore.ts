import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Activity } from 'botbuilder';
import { open } from 'lmdb';
import { StorageError } from './errors.ts';
import { parseItems, serialise } from './json.ts';
import type { Commit, LogPage, Store } from './store.ts';

type Position = [conversation: string, position: number];

/**
 * Keeps everything in an LMDB file, in a folder of this machine's own disk. Survives kill -9: a commit is one LMDB
 * transaction, and it counts once it is flushed.
 * @param dir the folder, made where it is missing
 * @throws StorageError naming the folder and what to do where it cannot be used
 */
export function createLmdbStore(dir: string): Store {
  const root = openRoot(dir);
  const state = root.openDB<string, string>({ name: 'state', encoding: 'string' });
  const log = root.openDB<string, Position>({ name: 'log', encoding: 'string' });
  /** By conversation, the position that its next activity gets. */
  const positions = root.openDB<number, string>({ name: 'positions', encoding: 'json' });

  return {
    async read(keys) {
      return parseItems(keys, (key) => state.get(key));
    },
    async readLog(conversation, from): Promise<LogPage> {
      const watermark = positions.get(conversation) ?? 0;
      const range = log.getRange({ start: [conversation, from], end: [conversation, watermark] });
      return { activities: [...range].map(({ value }) => JSON.parse(value) as Partial<Activity>), watermark };
    },
    async commit({ state: changes = {}, log: appended }: Commit) {
      // LMDB commits what a failing callback did before it failed: nothing in it may fail
      const values = serialise(changes);
      const activities = (appended?.activities ?? []).map((activity) => JSON.stringify(activity));
      await root.transaction(() => {
        for (const [key, json] of values) {
          if (json === undefined) state.remove(key);
          else state.put(key, json);
        }
        if (!appended) return;
        const { conversation, erase } = appended;
        let next = positions.get(conversation) ?? 0;
        if (erase)
          for (const key of [...log.getKeys({ start: [conversation, 0], end: [conversation, next] })]) log.remove(key);
        for (const activity of activities) log.put([conversation, next++], activity);
        positions.put(conversation, next);
      });
      await root.flushed;
    },
    async close() {
      await root.close();
    },
  };
}

function openRoot(dir: string) {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const file = path.join(dir, 'bot.mdb');
    const root = open({ path: file, noSubdir: true, maxDbs: 8 });
    // conversations are nobody else's to read, also in a folder that others may enter
    for (const kept of [file, `${file}-lock`]) if (existsSync(kept)) chmodSync(kept, 0o600);
    return root;
  } catch (cause) {
    throw new StorageError(
      `DATA_DIR ${dir} cannot be used: ${cause instanceof Error ? cause.message : cause}. ` +
        'What to do: set DATA_DIR to a folder on this machine that the bot may write to.',
      { cause },
    );
  }
}
