import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelCache } from '../knowledge/index.ts';

/** Keeps trained models as files of a folder. One that cannot be kept is trained again at the next start. */
export function modelFiles(dir: string): ModelCache {
  const fileOf = (key: string) => path.join(dir, `${key}.model`);
  return {
    read(key) {
      try {
        return readFileSync(fileOf(key));
      } catch {
        return undefined;
      }
    },
    write(key, bytes) {
      try {
        mkdirSync(dir, { recursive: true });
        const aside = `${fileOf(key)}.${randomUUID()}`;
        writeFileSync(aside, bytes);
        renameSync(aside, fileOf(key));
      } catch {
        // a read-only installation works as well, only slower to start
      }
    },
  };
}
