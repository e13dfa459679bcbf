import type { Language } from '../../knowledge/retrieval/language.ts';
import { words } from '../../knowledge/retrieval/normalise.ts';

/**
 * What the peers get of us: words without accents and elided articles, stop words left out, stems. They are remembered,
 * as ours are: natural's stemmer is slow beside a search.
 */
export function stemmerOf({ stem, stopWords }: Language) {
  const stems = new Map<string, string>();
  /** @returns nothing for a stop word */
  const stemOf = (word: string): string | undefined => {
    if (stopWords.has(word)) return undefined;
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = stem(word);
    stems.set(word, made);
    return made;
  };
  const stemsOf = (text: string) => words(text).flatMap((word) => stemOf(word) ?? []);
  return { stemOf, stemsOf };
}
