import { AsyncLocalStorage } from 'node:async_hooks';
import type { Storage, StoreItems } from 'botbuilder';
import type { Store } from '../storage/store.ts';

/** State changes by key; `null` deletes. */
export type StateChanges = Record<string, unknown>;

/**
 * botbuilder's `Storage` on a store, with the writes of a turn held back so that the channel can commit them together
 * with the turn's messages. Outside `collect` a write is committed at once.
 */
export class TurnStorage implements Storage {
  readonly #store: Store;
  readonly #pending = new AsyncLocalStorage<StateChanges>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Runs a turn and returns what it would write, committing none of it. Rejects as the turn does. */
  async collect(turn: () => Promise<void>): Promise<StateChanges> {
    const changes: StateChanges = {};
    await this.#pending.run(changes, turn);
    return changes;
  }

  async read(keys: string[]): Promise<StoreItems> {
    const pending = this.#pending.getStore() ?? {};
    const items = await this.#store.read(keys.filter((key) => !(key in pending)));
    for (const key of keys) if (pending[key]) items[key] = pending[key];
    return items;
  }

  async write(changes: StoreItems): Promise<void> {
    const pending = this.#pending.getStore();
    if (pending) Object.assign(pending, changes);
    else await this.#store.commit({ state: changes });
  }

  async delete(keys: string[]): Promise<void> {
    await this.write(Object.fromEntries(keys.map((key) => [key, null])));
  }
}
