import { Speller } from './correct.ts';
import { letterGrams } from './grams.ts';
import { finish, hashSeed, hashText } from './hash.ts';
import type { Language } from './language.ts';
import { words } from './normalise.ts';

/** A text as the ranking sees it; features are hashes, and each kind has its own. */
export interface Analysis {
  /** The words as typed, abbreviations written out. */
  words: string[];
  /** Stems that carry meaning, typing errors corrected: what BM25 matches. */
  stems: number[];
  /** Those stems, and all pairs of neighbours. */
  terms: number[];
  /** The ideas that words hint at, each once. */
  concepts: number[];
  /** Letter n-grams of the words as typed. */
  grams: number[];
}

/** Letters of the n-grams, edges included. */
const GRAMS = { shortest: 2, longest: 5 };
const SEEDS = { stem: hashSeed(1), pair: hashSeed(2), concept: hashSeed(3) };

/** The ideas of words as hashes, in step: a stem and one of the ideas that it hints at. */
export interface Ideas {
  stems: Uint32Array;
  concepts: Uint32Array;
}

/** Takes texts of one language apart; corrects typing errors against the vocabulary of the content. */
export class Analyser {
  readonly speller: Speller;
  readonly ideas: Ideas;
  readonly #concepts: ReadonlyMap<number, readonly number[]>;
  readonly #language: Language;
  readonly #stems = new Map<string, string>();

  constructor(language: Language, speller: Speller, ideas: Ideas) {
    this.#language = language;
    this.speller = speller;
    this.ideas = ideas;
    const concepts = new Map<number, number[]>();
    ideas.stems.forEach((stem, i) => {
      concepts.set(stem, [...(concepts.get(stem) ?? []), ideas.concepts[i] as number]);
    });
    this.#concepts = concepts;
  }

  /**
   * @param texts everything that the content says people type: the vocabulary
   * @param maxEdits the most slips in a word that are corrected
   */
  static of(texts: readonly string[], language: Language, maxEdits?: number): Analyser {
    const frequencies = new Map<string, number>();
    for (const text of texts)
      for (const word of wordsOf(text, language)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    const pairs = [...language.concepts()].flatMap(([stem, concepts]) =>
      concepts.map((concept) => ({ stem, concept })),
    );
    return new Analyser(language, Speller.of(frequencies, maxEdits), {
      stems: Uint32Array.from(pairs, ({ stem }) => hashText(stem, SEEDS.stem)),
      concepts: Uint32Array.from(pairs, ({ concept }) => hashText(concept, SEEDS.concept)),
    });
  }

  /** Whether some utterance has the word, as it stands or written out. */
  knows(word: string): boolean {
    return wordsOf(word, this.#language).every((meant) => this.speller.knows(meant));
  }

  analyse(text: string): Analysis {
    return this.analyseWords(wordsOf(text, this.#language));
  }

  /** @param typed plain words, abbreviations written out */
  analyseWords(typed: string[]): Analysis {
    const { stopWords } = this.#language;
    const corrected = typed.map((word) => this.speller.correct(word));
    const all = corrected.map((word) => this.#stem(word));
    const meaningful = all.filter((_, i) => !stopWords.has(corrected[i] ?? ''));
    // « c'est quoi » and « et toi » are made of nothing else: then the function words are all there is to go by
    const stems = (meaningful.length > 0 ? meaningful : all).map((stem) => hashText(stem, SEEDS.stem));
    const hinted = new Set<number>();
    // a word that was corrected may have been right, and known to be of an idea all the same
    for (const stem of [...all, ...typed.filter((word, i) => word !== corrected[i]).map((word) => this.#stem(word))])
      for (const concept of this.#concepts.get(hashText(stem, SEEDS.stem)) ?? []) hinted.add(concept);
    const pairs = all.slice(1).map((next, i) => hashText(next, finish(hashText(all[i] ?? '', SEEDS.pair))));
    return {
      words: typed,
      stems,
      terms: [...stems, ...pairs],
      concepts: [...hinted],
      grams: letterGrams(typed, GRAMS.shortest, GRAMS.longest),
    };
  }

  /** Stemming is slow beside everything else, and people use few words. */
  #stem(word: string): string {
    let stem = this.#stems.get(word);
    if (stem === undefined) {
      stem = this.#language.stem(word);
      if (this.#stems.size > MAX_STEMS) this.#stems.clear();
      this.#stems.set(word, stem);
    }
    return stem;
  }
}

/** How many stems are remembered at most: strangers' words must not fill the memory. */
const MAX_STEMS = 20_000;

/** Plain words, abbreviations written out. */
export function wordsOf(text: string, { abbreviations }: Language): string[] {
  return words(text).flatMap((word) => abbreviations.get(word) ?? word);
}
