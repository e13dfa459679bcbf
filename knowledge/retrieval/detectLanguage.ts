import type { Locale } from '../schema.ts';
import { letterGrams } from './grams.ts';
import { hashSeed, hashText } from './hash.ts';
import { LinearClassifier } from './linear.ts';
import { type ModelSource, trainedNow } from './model.ts';
import { words } from './normalise.ts';
import { Vectoriser } from './vectors.ts';

/** How much further another language has to be ahead before a message leaves the conversation's. */
const PRIOR = 1.1;

/**
 * The language of a message, with the conversation's as the one to beat: « CTA of CRA » alone changes nothing.
 * @param prior how much further another language has to be ahead; 0 where the conversation has no say
 */
export type DetectLanguage = (text: string, conversation: Locale, prior?: number) => Locale;

/** One text in so many is enough to tell languages apart. */
const SAMPLE = 4;

/**
 * @param texts by language, what people type in it; every language has some
 * @param models where the model comes from
 */
export function createLanguageDetector(
  texts: ReadonlyMap<Locale, readonly string[]>,
  models: ModelSource = trainedNow,
): DetectLanguage {
  const samples = [...texts].map(([locale, list]) => ({ locale, texts: list.filter((_, i) => i % SAMPLE === 0) }));
  if (samples.length === 1) return (_text, conversation) => conversation;
  const { arrays } = models(samples, () => {
    const examples = samples.flatMap(({ texts: list }, label) =>
      list.map((text) => ({ label, features: featuresOf(text) })),
    );
    const { features, inverseFrequency } = Vectoriser.fit(
      examples.map((e) => e.features),
      2,
    );
    const vectors = new Vectoriser(features, inverseFrequency);
    const { weights, steps } = LinearClassifier.train(
      { vectors: examples.map((e) => vectors.vector(e.features)), labels: examples.map((e) => e.label) },
      samples.length,
      features.length,
    );
    return { text: '', arrays: { features, inverseFrequency, weights, steps } };
  });
  const vectoriser = new Vectoriser(arrays.features as Uint32Array, arrays.inverseFrequency as Float32Array);
  const classifier = new LinearClassifier(samples.length, arrays.weights as Int8Array, arrays.steps as Float32Array);
  return (text, conversation, prior = PRIOR) => {
    const margins = classifier.margins(vectoriser.vector(featuresOf(text)));
    let best = conversation;
    let most = Number.NEGATIVE_INFINITY;
    samples.forEach(({ locale }, k) => {
      const margin = (margins[k] ?? 0) + (locale === conversation ? prior : 0);
      if (margin > most) [best, most] = [locale, margin];
    });
    return best;
  };
}

const WORD_SEED = hashSeed(5);

/** Function words tell languages apart best, letters what is left of a misspelt one. */
const featuresOf = (text: string): number[][] => {
  const list = words(text);
  return [list.map((word) => hashText(word, WORD_SEED)), letterGrams(list, 2, 3)];
};
