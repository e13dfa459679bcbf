import { Speller } from './correct.ts';
import { letterGrams } from './grams.ts';
import type { Language } from './languages/index.ts';
import { words } from './normalise.ts';

/** A text as the ranking sees it. */
export interface Analysis {
  /** Stems that carry meaning, typing errors corrected: what BM25 matches. */
  stems: string[];
  /** Letter trigrams of the words as typed. */
  trigrams: string[];
  /** The classifier's two groups of features: stems with their pairs, and letter n-grams. */
  features: string[][];
}

/** Takes texts of one language apart; corrects typing errors against the vocabulary of the content. */
export class Analyser {
  readonly #language: Language;
  readonly #speller: Speller;

  /** @param texts everything that the content says people type: the vocabulary */
  constructor(texts: readonly string[], language: Language) {
    this.#language = language;
    const frequencies = new Map<string, number>();
    for (const text of texts)
      for (const word of this.#wordsOf(text)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    this.#speller = new Speller(frequencies);
  }

  /** @param stem the language's own, or the same with a memory where many texts are analysed in a row */
  analyse(text: string, stem = this.#language.stem): Analysis {
    const typed = this.#wordsOf(text);
    const corrected = typed.map((word) => this.#speller.correct(word));
    const all = corrected.map(stem);
    const { stopWords } = this.#language;
    const meaningful = all.filter((_, i) => !stopWords.has(corrected[i] ?? ''));
    // « c'est quoi » and « et toi » are made of nothing else: then the function words are all there is to go by
    const stems = meaningful.length > 0 ? meaningful : all;
    const pairs = all.slice(1).map((next, i) => `${all[i]} ${next}`);
    return { stems, trigrams: letterGrams(typed, 3, 3), features: [[...stems, ...pairs], letterGrams(typed, 2, 5)] };
  }

  /** Plain words, abbreviations written out. */
  #wordsOf(text: string): string[] {
    const { abbreviations } = this.#language;
    return words(text).flatMap((word) => abbreviations[word]?.split(' ') ?? [word]);
  }
}

/** A stemmer that remembers: while an index is built the same words come back thousands of times. */
export function memoised(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const stemmed = known.get(word) ?? stem(word);
    known.set(word, stemmed);
    return stemmed;
  };
}
