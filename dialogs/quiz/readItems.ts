import { holdsPhrase, plainText, type Quiz, type QuizWords, words } from '../../knowledge/index.ts';

/** Reads which items of the quiz a message is about: « la 3 », « la question sur l'anglais ». Ids, each once. */
export type ReadItems = (text: string) => string[];

/**
 * Items are named by their number, in digits or words, or by what they ask about; a dimension's name stands for its items.
 * A number counts before names: « changer la 3, l'anglais va mieux » is about the third. Numbers stand in the order of the
 * message, names in that of the quiz.
 */
export function createItemReader(quiz: Quiz, { numbers, items, dimensions }: QuizWords): ReadItems {
  const ids = quiz.items.map(({ id }) => id);
  const numbered = new Map(
    ids.flatMap((id, i) =>
      [String(i + 1), ...(numbers[i] ?? []).map(plainText)].map((word): [string, string] => [word, id]),
    ),
  );
  const names = quiz.items.flatMap(({ id, dimension }) =>
    [...(items[id]?.names ?? []), ...(dimensions[dimension]?.names ?? [])].map((name) => ({ id, name: words(name) })),
  );
  return (text) => {
    const typed = words(text);
    const byNumber = typed.flatMap((word) => numbered.get(word) ?? []);
    if (byNumber.length > 0) return [...new Set(byNumber)];
    const mentioned = new Set(names.filter(({ name }) => holdsPhrase(typed, name)).map(({ id }) => id));
    return ids.filter((id) => mentioned.has(id));
  };
}
