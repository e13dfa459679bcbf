import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Knowledge } from './knowledge.ts';
import { loadKnowledge } from './load.ts';
import type { ModelCache } from './modelCache.ts';

/** Changes when the same files would be read as something else. */
const VERSION = 2;

/**
 * Reads the content folder as {@link loadKnowledge} does, or what an earlier start made of it where no file of it has
 * changed since: hundreds of YAML files take a second to read and to check.
 * @throws ContentError naming the file, the entry, the field and the remedy
 */
export function cachedKnowledge(dir: string, cache: ModelCache): Knowledge {
  const key = `content-${digestOf(dir)}`;
  const kept = parse(cache.read(key));
  if (kept) return { ...kept, entries: new Map(kept.entries) };
  const knowledge = loadKnowledge(dir);
  cache.write(key, Buffer.from(JSON.stringify({ ...knowledge, entries: [...knowledge.entries] })));
  return knowledge;
}

type Kept = Omit<Knowledge, 'entries'> & {
  entries: [string, Knowledge['entries'] extends ReadonlyMap<string, infer E> ? E : never][];
};

/** @returns nothing where the bytes are not whole */
function parse(bytes: Uint8Array | undefined): Kept | undefined {
  try {
    return bytes && JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

function digestOf(dir: string): string {
  const hash = createHash('sha256').update(JSON.stringify([VERSION, dir]));
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 24);
}
