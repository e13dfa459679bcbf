import type { StateItems } from './store.ts';

/**
 * State changes as JSON, `undefined` for those that delete. Done before anything is stored, so that a value that JSON
 * cannot hold stops the commit as a whole.
 * @throws TypeError where a value cannot be JSON
 */
export const serialise = (changes: Record<string, unknown>): [key: string, json: string | undefined][] =>
  Object.entries(changes).map(([key, value]) => [key, value === null ? undefined : JSON.stringify(value)]);

/** The values of those keys that have JSON stored. Any key will do, `__proto__` too. */
export const parseItems = (keys: readonly string[], stored: (key: string) => string | undefined): StateItems =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const json = stored(key);
      return json === undefined ? [] : [[key, JSON.parse(json)]];
    }),
  );
