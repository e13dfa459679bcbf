import type { Document } from './document.ts';
import type { Language } from './language.ts';
import { Model, type ModelSource, type Training, train, trainedNow } from './model.ts';
import { type EntryClass, type Evidence, probabilities, type Weights } from './weigh.ts';

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
  training?: Training | undefined;
}

/**
 * Ranks documents for a text by three views of it: a linear classifier over stems, ideas and letter n-grams, BM25 over
 * stems with typing errors corrected, and the nearest utterances; weighed together as probabilities. Deterministic.
 */
export class Ranker {
  readonly model: Model;
  readonly #ids: readonly string[];
  readonly #classes: readonly EntryClass[];
  readonly #weights: Weights;

  constructor(
    documents: readonly RankedDocument[],
    language: Language,
    { weights, models = trainedNow, training = { noise: true } }: RankerOptions,
  ) {
    this.#ids = documents.map((d) => d.id);
    this.#classes = documents.map((d) => d.class);
    this.#weights = weights;
    const learned = documents.map(({ id, utterances }): Document => ({ id, utterances }));
    const key = [learned, training, language.rules];
    this.model = new Model(
      models(key, () => train(learned, language, training)),
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

  evidence(text: string): Evidence {
    const { analyser, classifier, words, neighbours } = this.model;
    const analysis = analyser.analyse(text);
    const { stems, words: typed } = analysis;
    return {
      margins: classifier.margins(this.model.vector(analysis)),
      words: words.scores(stems),
      neighbours: neighbours.similarities(this.model.termVector(analysis)),
      unknownStems: shareOf(stems, (stem) => !words.knows(stem)),
      unknownWords: shareOf(typed, (word) => !analyser.speller.knows(word)),
      length: typed.length,
    };
  }
}

/** The share of a list for which a test holds; all of an empty one. */
const shareOf = <T>(list: readonly T[], test: (item: T) => boolean): number =>
  list.length === 0 ? 1 : list.filter(test).length / list.length;
