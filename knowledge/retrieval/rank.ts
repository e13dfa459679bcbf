import type { Document } from './document.ts';
import type { Language } from './language.ts';
import { Model, type ModelSource, train, trainedNow, trigramsOf } from './model.ts';
import { type Part, WHOLE, type Without } from './parts.ts';
import { type EntryClass, type Evidence, probabilities, strengthOf, type Weights } from './weigh.ts';

/** An entry and how likely it is meant, 0 to 1. */
export interface Ranked {
  id: string;
  score: number;
}

/** A document and what speaks for it in general. */
export interface RankedDocument extends Document {
  class: EntryClass;
}

export interface RankerOptions {
  weights: Weights;
  models?: ModelSource | undefined;
  without?: Without | undefined;
}

/**
 * From so many utterances a document on, on average, the nearest of them count in full: the third nearest of eight says
 * little.
 */
const TRUSTED_FROM = 40;

/**
 * Ranks documents for a text by four views of it: a linear classifier over stems, ideas and letter n-grams, BM25 over
 * stems with typing errors corrected, BM25 over letter trigrams, and the nearest utterances; weighed together as
 * probabilities. Deterministic.
 */
export class Ranker {
  readonly model: Model;
  readonly #ids: readonly string[];
  readonly #classes: readonly EntryClass[];
  readonly #weights: Weights;
  readonly #without: Without;
  /** How much the nearest utterances count, 0 to 1. */
  readonly #trust: number;

  constructor(
    documents: readonly RankedDocument[],
    language: Language,
    { weights, models = trainedNow, without = WHOLE }: RankerOptions,
  ) {
    this.#ids = documents.map((d) => d.id);
    this.#classes = documents.map((d) => d.class);
    this.#weights = weights;
    this.#without = without;
    const utterances = documents.reduce((sum, d) => sum + d.utterances.length, 0);
    this.#trust = Math.min(1, utterances / (TRUSTED_FROM * documents.length));
    const learned = documents.map(({ id, utterances }): Document => ({ id, utterances }));
    const key = [learned, [...without].filter((part) => TRAINED.has(part)), language.rules];
    this.model = new Model(
      models(key, () => train(learned, language, without)),
      language,
    );
  }

  /**
   * Every document that is possible, best first; equal ones in the order of the documents.
   * @param priors by document: natural logarithm of the odds that the conversation gives it; -Infinity: impossible there
   */
  rank(text: string, priors?: readonly number[]): Ranked[] {
    const found = probabilities(this.evidence(text), this.#classes, this.#weights, priors);
    return this.#ids
      .map((id, i) => ({ id, score: found[i] as number }))
      .filter((_, i) => priors?.[i] !== Number.NEGATIVE_INFINITY)
      .sort((a, b) => b.score - a.score);
  }

  /** How much speaks for the best document in absolute terms: less where a text is about none of them. */
  strength(text: string): number {
    return strengthOf(this.evidence(text), this.#classes, this.#weights);
  }

  evidence(text: string): Evidence {
    const { analyser, classifier, words, letters, neighbours } = this.model;
    const analysis = analyser.analyse(text);
    const { stems, words: typed } = analysis;
    const view = (part: Part, look: () => Float64Array) =>
      this.#without.has(part) ? new Float64Array(this.#ids.length) : look();
    const isCounted = !this.#without.has('unknown words');
    return {
      margins: view('classifier', () => classifier.margins(this.model.vector(analysis))),
      words: view('words', () => words.scores(stems)),
      letters: view('letters', () => letters.scores(trigramsOf(analysis))),
      neighbours: view('neighbours', () =>
        neighbours.similarities(this.model.termVector(analysis)).map((similarity) => this.#trust * similarity),
      ),
      unknownStems: isCounted ? shareOf(stems, (stem) => !words.knows(stem)) : 0,
      unknownWords: isCounted ? shareOf(typed, (word) => !analyser.speller.knows(word)) : 0,
      length: typed.length,
    };
  }
}

/** The parts that a model is another one without. */
const TRAINED: Without = new Set(['noise', 'spelling']);

/** The share of a list for which a test holds; all of an empty one. */
const shareOf = <T>(list: readonly T[], test: (item: T) => boolean): number =>
  list.length === 0 ? 1 : list.filter(test).length / list.length;
