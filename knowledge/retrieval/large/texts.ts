import { wordsOf } from '../analyse.ts';
import type { Document } from '../document.ts';
import type { Language } from '../language.ts';
import { NumberList } from './sparseRows.ts';

/** All utterances as the numbers of their words. */
export interface Texts {
  /** Every word that is used. */
  vocabulary: readonly string[];
  numbers: ReadonlyMap<string, number>;
  /** By word: how often it is used. */
  frequencies: ReadonlyMap<string, number>;
  /** The words of all utterances, one after another. */
  words: Uint32Array;
  /** Where the words of each utterance start; one more than there are utterances. */
  utterances: Uint32Array;
  /** Where the utterances of each document start; one more than there are documents. */
  documents: Uint32Array;
}

export function readTexts(documents: readonly Document[], language: Language): Texts {
  const numbers = new Map<string, number>();
  const words = new NumberList();
  const utteranceStarts = new NumberList();
  const documentStarts = new NumberList();
  for (const { utterances } of documents) {
    documentStarts.push(utteranceStarts.length);
    for (const utterance of utterances) {
      utteranceStarts.push(words.length);
      for (const word of wordsOf(utterance, language)) words.push(numberIn(numbers, word));
    }
  }
  documentStarts.push(utteranceStarts.length);
  utteranceStarts.push(words.length);
  const used = words.toArray();
  const frequencies = new Uint32Array(numbers.size);
  for (const word of used) frequencies[word] = (frequencies[word] as number) + 1;
  const vocabulary = [...numbers.keys()];
  return {
    vocabulary,
    numbers,
    frequencies: new Map(vocabulary.map((word, number) => [word, frequencies[number] as number])),
    words: used,
    utterances: utteranceStarts.toArray(),
    documents: documentStarts.toArray(),
  };
}

/** The number of a key, the next free one where it is new. */
export function numberIn<T>(numbers: Map<T, number>, key: T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}
