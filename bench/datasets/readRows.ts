import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** The rows of a JSONL file, held against their shape. */
export function readRows<T extends z.ZodType>(file: string, shape: T): z.infer<T>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => shape.parse(JSON.parse(line)));
}
