import { Analyser, type Analysis } from './analyse.ts';
import { Bm25 } from './bm25.ts';
import { Speller } from './correct.ts';
import type { Document } from './document.ts';
import { letterGrams } from './grams.ts';
import { hashSeed, hashText } from './hash.ts';
import type { Language } from './language.ts';
import { LinearClassifier } from './linear.ts';
import { Neighbours } from './neighbours.ts';
import { withNoise } from './noise.ts';
import { plainText } from './normalise.ts';
import type { Without } from './parts.ts';
import { type SparseVector, Vectoriser } from './vectors.ts';

/** Features of a single utterance are mostly slips and names; leaving them out halves the model. Few utterances need all. */
const minDocuments = (utterances: number) => (utterances < 1000 ? 1 : 2);
/** Noise drowns what few utterances say: it is added from so many a document on. */
const NOISE_FROM = 20;
/** How much an utterance with noise counts beside the one as it was written. */
const NOISE_IMPORTANCE = 0.5;
const EXACT_SEED = hashSeed(4);

/** All that is learned of the documents of one language: typed arrays and one text, so that it can be kept as it is. */
export interface ModelData {
  /** The vocabulary, one word a line. */
  text: string;
  arrays: Readonly<Record<string, TypedArray>>;
}
export type TypedArray = Int8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** Where models come from: trained there and then, or kept from an earlier start. `key`: whatever they depend on. */
export type ModelSource = (key: unknown, train: () => ModelData) => ModelData;

export const trainedNow: ModelSource = (_key, train) => train();

/** What was learned, ready to be asked. */
export class Model {
  readonly analyser: Analyser;
  readonly vectoriser: Vectoriser;
  readonly classifier: LinearClassifier;
  readonly words: Bm25;
  readonly letters: Bm25;
  readonly neighbours: Neighbours;
  readonly #terms: Vectoriser;
  readonly #exact: ReadonlyMap<number, number[]>;

  constructor({ text, arrays }: ModelData, language: Language) {
    const numbers = <T extends TypedArray>(name: string) => arrays[name] as T;
    this.analyser = new Analyser(
      language,
      new Speller({
        words: text ? text.split('\n') : [],
        frequencies: numbers<Uint32Array>('frequencies'),
        deletions: numbers<Float64Array>('deletions'),
      }),
      { stems: numbers('ideaStems'), concepts: numbers('ideaConcepts') },
    );
    this.vectoriser = new Vectoriser(numbers('features'), numbers('inverseFrequency'));
    this.classifier = new LinearClassifier(numbers<Float32Array>('steps').length, numbers('weights'), numbers('steps'));
    const bm25 = (name: string) =>
      new Bm25({
        size: numbers<Float32Array>('steps').length,
        terms: numbers(`${name}Terms`),
        starts: numbers(`${name}Starts`),
        documents: numbers(`${name}Documents`),
        weights: numbers(`${name}Weights`),
      });
    this.words = bm25('word');
    this.letters = bm25('letter');
    this.#terms = new Vectoriser(numbers('neighbourFeatures'), numbers('neighbourInverseFrequency'));
    this.neighbours = new Neighbours({
      entries: numbers<Float32Array>('steps').length,
      labels: numbers('labels'),
      starts: numbers('neighbourStarts'),
      utterances: numbers('neighbourUtterances'),
      weights: numbers('neighbourWeights'),
    });
    this.#exact = exactOf(numbers('exactHashes'), numbers('labels'));
  }

  /** The documents that have the text as an utterance, but for case, accents and signs. */
  exact(text: string): readonly number[] {
    return this.#exact.get(hashText(plainText(text), EXACT_SEED)) ?? [];
  }

  vector(analysis: Analysis): SparseVector {
    return this.vectoriser.vector(featuresOf(analysis));
  }

  /** As the nearest utterances are found by. */
  termVector(analysis: Analysis): SparseVector {
    return this.#terms.vector(termsOf(analysis));
  }
}

/** Runs of three letters: what BM25 matches of words that no utterance has as they are typed. */
export const trigramsOf = ({ words }: Analysis): number[] => letterGrams(words, 3, 3);

/** Groups of features for the classifier. */
const featuresOf = ({ terms, concepts, grams }: Analysis) => [terms, concepts, grams];
/** Whole words: ideas and letters would only slow the search for the nearest utterances. */
const termsOf = ({ terms }: Analysis) => [terms];

/** Learns from the documents. Deterministic. */
export function train(documents: readonly Document[], language: Language, without: Without): ModelData {
  const utterances = documents.flatMap((d) => d.utterances);
  const labels = documents.flatMap((d, document) => d.utterances.map(() => document));
  const noise = !without.has('noise') && utterances.length >= NOISE_FROM * documents.length;
  const analyser = Analyser.of(utterances, language, without.has('spelling') ? 0 : undefined);
  const analyses = utterances.map((text) => analyser.analyse(text));
  const indexOf = (termsIn: (analysis: Analysis) => readonly number[]) => {
    const byDocument: number[][] = documents.map(() => []);
    analyses.forEach((analysis, i) => {
      byDocument[labels[i] as number]?.push(...termsIn(analysis));
    });
    return Bm25.index(byDocument).postings;
  };

  const vectoriser = Vectoriser.fit(analyses.map(featuresOf), minDocuments(utterances.length));
  const vectors = analyses.map((analysis) => vectoriser.vector(featuresOf(analysis)));
  const noisy = noise
    ? analyses.map(({ words }, i) =>
        vectoriser.vector(featuresOf(analyser.analyseWords(withNoise(words, language, i)))),
      )
    : [];
  const classifier = LinearClassifier.train(
    {
      vectors: [...vectors, ...noisy],
      labels: [...labels, ...(noise ? labels : [])],
      importance: [...vectors.map(() => 1), ...noisy.map(() => NOISE_IMPORTANCE)],
    },
    documents.length,
    vectoriser.features.length,
  );

  const terms = Vectoriser.fit(analyses.map(termsOf), 1);
  const neighbours = Neighbours.index(
    analyses.map((analysis) => terms.vector(termsOf(analysis))),
    labels,
    documents.length,
    terms.features.length,
  ).index;
  const words = indexOf(({ stems }) => stems);
  const letters = indexOf(trigramsOf);
  const { vocabulary } = analyser.speller;
  return {
    text: vocabulary.words.join('\n'),
    arrays: {
      frequencies: vocabulary.frequencies,
      deletions: vocabulary.deletions,
      ideaStems: analyser.ideas.stems,
      ideaConcepts: analyser.ideas.concepts,
      features: vectoriser.features,
      inverseFrequency: vectoriser.inverseFrequency,
      weights: classifier.weights,
      steps: classifier.steps,
      wordTerms: words.terms,
      wordStarts: words.starts,
      wordDocuments: words.documents,
      wordWeights: words.weights,
      letterTerms: letters.terms,
      letterStarts: letters.starts,
      letterDocuments: letters.documents,
      letterWeights: letters.weights,
      labels: neighbours.labels,
      neighbourFeatures: terms.features,
      neighbourInverseFrequency: terms.inverseFrequency,
      neighbourStarts: neighbours.starts,
      neighbourUtterances: neighbours.utterances,
      neighbourWeights: neighbours.weights,
      exactHashes: Uint32Array.from(utterances, (text) => hashText(plainText(text), EXACT_SEED)),
    },
  };
}

function exactOf(hashes: Uint32Array, labels: Uint16Array): Map<number, number[]> {
  const exact = new Map<number, number[]>();
  hashes.forEach((hash, i) => {
    const known = exact.get(hash) ?? [];
    const label = labels[i] as number;
    if (!known.includes(label)) exact.set(hash, [...known, label]);
  });
  return exact;
}
