import { expect } from 'vitest';
import { ContentError, type ContentFile } from '../../knowledge/index.ts';

type Fields = Record<string, unknown>;

/** The file with a field (dotted) set to something else, or left out where that is `undefined`. */
export function withField(file: ContentFile | undefined, field: string, value: unknown): ContentFile {
  const content = structuredClone(file?.content) as Fields;
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Fields, content);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return { file: file?.file ?? '', content };
}

/** It is refused as content: the message begins with the file and its field, says these parts, and what to do. */
export function expectRefusal(act: () => unknown, file: string, field: string, says: readonly string[]): void {
  let error: unknown;
  try {
    act();
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ContentError);
  const { message } = error as ContentError;
  expect(message.startsWith(`${file}: "${field}" `), message).toBe(true);
  for (const part of says) expect(message).toContain(part);
  expect(message).toMatch(/\. What to do: .+\.$/);
}
