import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StorageError } from '../../storage/errors.ts';

/** A key as it is made here has 64 characters. */
const MIN_CHARACTERS = 32;

/**
 * The key that signs the tokens: the configured one, or one made at the first start and kept in the data folder, so that
 * conversations outlive a restart.
 * @throws StorageError where the kept one is damaged
 */
export function directLineSecret(configured: string | undefined, dataDir: string): string {
  if (configured) return configured;
  const file = path.join(dataDir, 'directline.secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  makeOnce(file);
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < MIN_CHARACTERS)
    throw new StorageError(
      `${file} holds no key. What to do: delete it; a new one is made, and open chats start anew.`,
    );
  return secret;
}

/** Whole or not at all, and never over one that is there: another process may be starting as well. */
function makeOnce(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
}
