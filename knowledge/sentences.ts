/**
 * Shapes of the sentences that are written in content files and said by code: what code knows only when it says them
 * stands in curly braces, by its name.
 */
import { text } from './schema.ts';

/** `{index}`, or `{label:lower}` for a value that begins with a small letter there. */
const PLACEHOLDER = /\{(\w+)(:lower)?\}/g;

type Value = string | number;
/** Says the sentence with these values, in the order of the names of its placeholders. */
type Say<Names extends readonly string[]> = (...values: { [I in keyof Names]: Value }) => string;

/** A sentence that is said as it stands. */
export const plainSentence = holding([]);

/**
 * A sentence with something to fill in; it becomes the function that says it.
 * @param names of its placeholders: each has to stand in it, once or more often, and no other
 */
export const sentence = <const Names extends readonly string[]>(...names: Names) =>
  holding(names).transform((template): Say<Names> => {
    return (...values) => {
      const byName = new Map(names.map((name, i) => [name, String(values[i])]));
      return template.replace(PLACEHOLDER, (_, name: string, lower?: string) => {
        const value = byName.get(name) ?? '';
        return lower ? value.charAt(0).toLowerCase() + value.slice(1) : value;
      });
    };
  });

/** A text with exactly these placeholders. */
function holding(names: readonly string[]) {
  return text.superRefine((template, context) => {
    const fail = (message: string, remedy: string) => context.addIssue({ code: 'custom', message, params: { remedy } });
    const used = new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name = '']) => name));
    const known = names.map((name) => `{${name}}`).join(', ');
    const stranger = [...used].find((name) => !names.includes(name));
    const missing = names.find((name) => !used.has(name));
    if (stranger)
      fail(
        `has {${stranger}}, which nothing is filled in for`,
        known ? `write ${known} and no other` : 'write the words themselves, without curly braces',
      );
    else if (missing) fail(`lacks {${missing}}`, `write it where it belongs: ${known} are filled in here`);
    else if (/[{}]/.test(template.replace(PLACEHOLDER, '')))
      fail('has a curly brace that belongs to no placeholder', known ? `write ${known}` : 'leave the braces out');
  });
}
