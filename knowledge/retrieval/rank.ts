import { Analyser, memoised } from './analyse.ts';
import { Bm25 } from './bm25.ts';
import type { Document } from './document.ts';
import type { Language } from './languages/index.ts';
import { LinearClassifier } from './linear.ts';
import { type ModelSource, trainedNow } from './model.ts';
import { Vectoriser } from './vectors.ts';

/** An entry and how well it matches, 0 to 1. */
export interface Ranked {
  id: string;
  score: number;
}

/** How much each view of a message counts; they add up to 1. */
export interface ViewWeights {
  margin: number;
  words: number;
  grams: number;
}

/** Found by cross-validation: docs/decisions/0003. */
const VIEW_WEIGHTS: ViewWeights = { margin: 0.5, words: 0.4, grams: 0.1 };
/** Features of a single utterance are mostly slips and names; leaving them out halves the model. */
const MIN_DOCUMENTS = 2;

/**
 * Ranks entries for a text by three views of it: a linear classifier over stems and letter n-grams, BM25 over stems with
 * typing errors corrected, BM25 over letter trigrams. Deterministic.
 */
export class Ranker {
  readonly #ids: readonly string[];
  readonly #views: ViewWeights;
  readonly #analyser: Analyser;
  readonly #words: Bm25;
  readonly #grams: Bm25;
  readonly #vectoriser: Vectoriser;
  readonly #classifier: LinearClassifier;

  constructor(
    documents: readonly Document[],
    language: Language,
    { models = trainedNow, views = VIEW_WEIGHTS }: { models?: ModelSource | undefined; views?: ViewWeights } = {},
  ) {
    this.#ids = documents.map((d) => d.id);
    this.#views = views;
    this.#analyser = new Analyser(
      documents.flatMap((d) => d.utterances),
      language,
    );
    const stem = memoised(language.stem);
    const analysed = documents.map((d) => d.utterances.map((text) => this.#analyser.analyse(text, stem)));
    this.#words = new Bm25(analysed.map((list) => list.flatMap((a) => a.stems)));
    this.#grams = new Bm25(analysed.map((list) => list.flatMap((a) => a.trigrams)));
    const model = models(documents, () => {
      const features = analysed.flatMap((list) => list.map((a) => a.features));
      const labels = analysed.flatMap((list, entry) => list.map(() => entry));
      const vectoriser = Vectoriser.fit(features, MIN_DOCUMENTS);
      const examples = features.map((groups) => vectoriser.vector(groups));
      const size = vectoriser.features.length;
      return { vectoriser, classifier: LinearClassifier.train(examples, labels, documents.length, size) };
    });
    this.#vectoriser = model.vectoriser;
    this.#classifier = model.classifier;
  }

  /** Every entry with its score, best first; equal ones in the order of the documents. */
  rank(text: string): Ranked[] {
    const { stems, trigrams, features } = this.#analyser.analyse(text);
    const margins = this.#classifier.margins(this.#vectoriser.vector(features));
    const byWords = this.#words.scores(stems);
    const byGrams = this.#grams.scores(trigrams);
    const { margin, words, grams } = this.#views;
    return this.#ids
      .map((id, i) => ({
        id,
        score: margin * unit(margins[i] ?? -1) + words * (byWords[i] ?? 0) + grams * (byGrams[i] ?? 0),
      }))
      .sort((a, b) => b.score - a.score);
  }
}

/** A margin of -1 (a stranger) to 1 (a member) as 0 to 1. */
const unit = (margin: number) => Math.min(1, Math.max(0, (margin + 1) / 2));
