import { describe, expect, it } from 'vitest';
import { checkCommands } from '../../dialogs/understand.ts';
import { type Entry, loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { expectRefusal } from '../helpers/breakable.ts';

const { entries, locales } = loadKnowledge(contentDir);

const including = (...ids: string[]) =>
  new Map([
    ...entries,
    ...ids.map((id): [string, Entry] => [id, { id, kind: 'command', words: {}, listedIn: 'e.yaml' }]),
  ]);
const without = (...ids: string[]) => new Map([...entries].filter(([id]) => !ids.includes(id)));

describe('the commands of a content', () => {
  it.each<[what: string, entries: Map<string, Entry>, locales: string[]]>([
    ['those that are shipped', new Map(entries), locales],
    ['a wish for any language that the content has', including('speak-de'), [...locales, 'de']],
    ['a language that nobody can ask for by a command', new Map(entries), [...locales, 'de']],
    ['no wish for another language at all', without('speak-fr', 'speak-nl', 'speak-en'), ['fr']],
  ])('may be %s', (_what, some, spoken) => {
    expect(() => checkCommands({ entries: some, locales: spoken })).not.toThrow();
  });

  it.each<[id: string, says: string[]]>([
    ['speak-de', ['is for a language that the content does not have', 'take it out, or add the language', 'speak-fr']],
    ['speak-', ['is for a language that the content does not have']],
    ['speak-french', ['is for a language that the content does not have']],
    ['sing', ['is no known command', 'quiz-resume', 'speak-fr']],
    ['constructor', ['is no known command']],
  ])('are none that nobody acts on: %s', (id, says) => {
    expectRefusal(() => checkCommands({ entries: including(id), locales }), 'e.yaml', id, says);
  });
});
