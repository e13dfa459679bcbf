import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError } from './errors.ts';

/** A file of the content that was read and not yet held against its shape. */
export interface ContentFile {
  /** Where it was read, for messages. */
  file: string;
  /** Plain nested data. */
  content: unknown;
}

/**
 * Reads one YAML file.
 * @param otherwise what an author can do who does not want it, as an imperative
 * @throws ContentError where it is missing, or no YAML
 */
export function readContentFile(file: string, otherwise = 'see docs/content.md'): ContentFile {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    throw new ContentError(file, '', 'is missing or cannot be read', `write it, or ${otherwise}`);
  }
  const document = parseDocument(source);
  const fault = document.errors[0];
  if (fault) throw new ContentError(file, '', `is no valid YAML: ${fault.message}`, 'mend the line it names');
  return { file, content: document.toJS() };
}

/** Where an author finds how a file has to look. */
const SHAPE = 'docs/content.md shows the shape';

/**
 * Holds what a file says against its shape. An issue of code `custom` may say what to do in `params.remedy`.
 * @throws ContentError at the first field that does not hold
 */
export function checkContentFile<T extends z.ZodType>({ file, content }: ContentFile, shape: T): z.infer<T> {
  const parsed = shape.safeParse(content);
  if (parsed.success) return parsed.data;
  const { path, problem, remedy } = faultOf(parsed.error.issues[0], content);
  throw new ContentError(file, placeOf(path, content), problem, remedy);
}

/** What is wrong, in an author's words. */
function faultOf(issue: z.core.$ZodIssue | undefined, content: unknown) {
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys')
    return { path: [...path, issue.keys[0] ?? ''], problem: 'is unknown', remedy: `correct or delete it: ${SHAPE}` };
  if (path.length > 0 && valueAt(path, content) === undefined)
    return { path, problem: 'is missing', remedy: `write it: ${SHAPE}` };
  // what is wrong with a key is told one level deeper
  const problem = (issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message) ?? 'does not hold';
  const remedy: unknown = issue?.code === 'custom' ? issue.params?.remedy : undefined;
  return { path, problem, remedy: typeof remedy === 'string' ? remedy : SHAPE };
}

const valueAt = (path: readonly PropertyKey[], content: unknown) =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], content);

/** Where a field is, for an author: an entry of a list by its id, the rest dotted (`salaire.followUps.0`). */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  const [first, ...rest] = path;
  const id = Array.isArray(content) && typeof first === 'number' ? content[first]?.id : undefined;
  return [typeof id === 'string' ? id : first, ...rest]
    .filter((part) => part !== undefined)
    .map(String)
    .join('.');
}
