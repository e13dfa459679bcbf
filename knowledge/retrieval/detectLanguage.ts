import type { Locale } from '../schema.ts';
import { letterGrams } from './grams.ts';
import { LinearClassifier } from './linear.ts';
import { type ModelSource, trainedNow } from './model.ts';
import { words } from './normalise.ts';
import { Vectoriser } from './vectors.ts';

/** How much further another language has to be ahead before a message leaves the conversation's. */
const PRIOR = 1.1;

/** The language of a message, with the conversation's as the one to beat: « CTA of CRA » alone changes nothing. */
export type DetectLanguage = (text: string, conversation: Locale) => Locale;

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
  const documents = [...texts].map(([id, list]) => ({ id, utterances: list.filter((_, i) => i % SAMPLE === 0) }));
  if (documents.length === 1) return (_text, conversation) => conversation;
  const { vectoriser, classifier } = models(documents, () => {
    const examples = documents.flatMap(({ utterances }, k) =>
      utterances.map((text) => ({ k, features: featuresOf(text) })),
    );
    const vectors = Vectoriser.fit(
      examples.map((e) => e.features),
      2,
    );
    return {
      vectoriser: vectors,
      classifier: LinearClassifier.train(
        examples.map((e) => vectors.vector(e.features)),
        examples.map((e) => e.k),
        documents.length,
        vectors.features.length,
      ),
    };
  });
  return (text, conversation) => {
    const margins = classifier.margins(vectoriser.vector(featuresOf(text)));
    let best = conversation;
    let most = Number.NEGATIVE_INFINITY;
    documents.forEach(({ id: locale }, k) => {
      const margin = (margins[k] ?? 0) + (locale === conversation ? PRIOR : 0);
      if (margin > most) [best, most] = [locale, margin];
    });
    return best;
  };
}

/** Function words tell languages apart best, letters what is left of a misspelt one. */
const featuresOf = (text: string): string[][] => {
  const list = words(text);
  return [list, letterGrams(list, 2, 3)];
};
