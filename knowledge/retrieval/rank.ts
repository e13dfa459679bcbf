import { Bm25 } from './bm25.ts';
import { Speller } from './correct.ts';
import { letterGrams } from './grams.ts';
import type { Language } from './language.ts';
import { LinearClassifier } from './linear.ts';
import { words } from './normalise.ts';
import { Vectoriser } from './vectors.ts';

/** What an entry is found by. */
export interface Document {
  id: string;
  /** Ways of asking for it, label and question included. */
  utterances: readonly string[];
}

/** An entry and how well it matches, 0 to 1. */
export interface Ranked {
  id: string;
  score: number;
}

/** Weights of the three views of a message; they add up to 1. Found by cross-validation: docs/decisions/0003. */
const WEIGHTS = { margin: 0.6, words: 0.3, grams: 0.1 };

/**
 * Ranks entries for a text by three views of it: a linear classifier over stems and letter n-grams, BM25 over stems with
 * typing errors corrected, BM25 over letter trigrams. Deterministic.
 */
export class Ranker {
  readonly #ids: string[];
  #language: Language;
  readonly #speller: Speller;
  readonly #words: Bm25;
  readonly #grams: Bm25;
  readonly #vectoriser: Vectoriser;
  readonly #classifier: LinearClassifier;

  constructor(documents: readonly Document[], language: Language) {
    this.#ids = documents.map((d) => d.id);
    // the same words come back thousands of times while the index is built
    this.#language = { ...language, stem: memoised(language.stem) };
    const utterances = documents.map((d) => d.utterances.map(words));
    const texts = utterances.map((list) => list.flat());
    this.#speller = new Speller(frequencies(texts.flat()));
    this.#words = new Bm25(texts.map((text) => this.#stems(text)));
    this.#grams = new Bm25(texts.map((text) => letterGrams(text, 3, 3)));

    const features = utterances.flat().map((utterance) => this.#features(utterance, utterance));
    const labels = utterances.flatMap((list, entry) => list.map(() => entry));
    this.#vectoriser = new Vectoriser(features);
    this.#classifier = new LinearClassifier(
      features.map((groups) => this.#vectoriser.vector(groups)),
      labels,
      documents.length,
      this.#vectoriser.size,
    );
    this.#language = language;
  }

  /** Every entry with its score, best first; equal ones in the order of the documents. */
  rank(text: string): Ranked[] {
    const typed = words(text);
    const corrected = typed.map((word) => this.#speller.correct(word));
    const margins = this.#classifier.margins(this.#vectoriser.vector(this.#features(typed, corrected)));
    const byWords = this.#words.scores(this.#stems(corrected));
    const byGrams = this.#grams.scores(letterGrams(typed, 3, 3));
    return this.#ids
      .map((id, i) => ({
        id,
        score:
          WEIGHTS.margin * unit(margins[i] ?? -1) +
          WEIGHTS.words * (byWords[i] ?? 0) +
          WEIGHTS.grams * (byGrams[i] ?? 0),
      }))
      .sort((a, b) => b.score - a.score);
  }

  /** Words as they were meant, letters as they were typed: a wrong correction then costs only half. */
  #features(typed: readonly string[], corrected: readonly string[]): string[][] {
    const stems = corrected.map(this.#language.stem);
    const pairs = stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`);
    return [[...this.#stems(corrected), ...pairs], letterGrams(typed, 2, 5)];
  }

  #stems(list: readonly string[]): string[] {
    const { stem, stopWords } = this.#language;
    const content = list.filter((word) => !stopWords.has(word));
    // « c'est quoi » and « et toi » are made of nothing else: then the function words are all there is to go by
    return (content.length > 0 ? content : list).map(stem);
  }
}

/** A margin of -1 (a stranger) to 1 (a member) as 0 to 1. */
const unit = (margin: number) => Math.min(1, Math.max(0, (margin + 1) / 2));

function memoised(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const stemmed = known.get(word) ?? stem(word);
    known.set(word, stemmed);
    return stemmed;
  };
}

function frequencies(list: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
