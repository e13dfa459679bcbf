/** How easy a text is to read, by the scores that each language has: 100 very easy, 60 plain, 30 difficult. */

/** Vowels that make one syllable together, by language. A vowel with a diaeresis begins another. */
const SYLLABLE: Record<string, RegExp> = {
  fr: /[aâàeéèêiîoôuûùyœæ]+|[ëïü]/g,
  nl: /[ëïöü]|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyéèêá]/g,
  en: /[aeiouyéè]+/g,
};
/** Written, and not spoken. */
const SILENT: Record<string, RegExp> = {
  fr: /(?<=[^aeiouéèêœy])(e|es|ent)$/,
  nl: /(?!)/,
  en: /(?<=[^aeiouyl])(e|es|ed)$/,
};

/** Kandel and Moles 1958 for French, Douma 1960 for Dutch, Flesch 1948 for English: base, per word, per syllable. */
const FORMULA: Record<string, [base: number, sentence: number, word: number]> = {
  fr: [207, 1.015, 73.6],
  nl: [206.84, 0.93, 77],
  en: [206.835, 1.015, 84.6],
};

export interface Readability {
  score: number;
  /** Words a sentence. */
  sentence: number;
  /** Syllables a word. */
  word: number;
}

export function readability(texts: readonly string[], locale: string): Readability {
  const [base, perSentence, perWord] = FORMULA[locale] ?? fail(locale);
  const sentences = texts.flatMap((text) => text.split(/[.!?…:;]+(?:\s|$)/)).filter((s) => wordsIn(s).length > 0);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word, locale), 0);
  const sentence = words.length / sentences.length;
  const word = syllables / words.length;
  return { score: base - perSentence * sentence - perWord * word, sentence, word };
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

function syllablesIn(word: string, locale: string): number {
  const spoken = word.length > 3 ? word.replace(SILENT[locale] ?? fail(locale), '') : word;
  return Math.max(1, spoken.match(SYLLABLE[locale] ?? fail(locale))?.length ?? 0);
}

function fail(locale: string): never {
  throw new Error(`no readability score for "${locale}"`);
}
