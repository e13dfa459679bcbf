import { wordsOf } from './analyse.ts';
import { Speller } from './correct.ts';
import type { Document } from './document.ts';
import type { Language } from './language.ts';
import { LetterIndex } from './large/letterIndex.ts';
import { StemIndex, type StemQuery } from './large/stemIndex.ts';
import { readTexts, type Texts } from './large/texts.ts';
import type { Ranked } from './rank.ts';

/** How many documents are looked at closely: with twice as many the same ones come first. */
const CANDIDATES = 24;
/** The share of stems in a document's strength; the rest is of letters. Found on questions of three subjects. */
const STEMS = 0.7;
/**
 * From strength to score: at 0.36 every second document is the one that was meant; at 0.1 more five of six are, at 0.1 less
 * one of six. Logistic regressions over questions in and out of scope gave a steepness of 16 around 0.37 for a public French
 * set of 48 entries, 19 around 0.34 and 16 around 0.37 for made-up bases of 1,000 and 10,000.
 */
const STEEPNESS = 16;
const HALF = 0.36;

/**
 * Ranks documents for a text where there are thousands of them: a classifier would want a row of weights for each. BM25
 * over stems, typing errors corrected, finds a few candidates without looking at most documents; these are compared with
 * the text by all their stems and by the letters of their nearest utterance. Deterministic.
 */
export class LargeRanker {
  readonly #ids: readonly string[];
  readonly #language: Language;
  readonly #texts: Texts;
  readonly #speller: Speller;
  readonly #stems: StemIndex;
  readonly #letters: LetterIndex;

  /** @throws RangeError where the utterances have more than a million different words */
  constructor(documents: readonly Document[], language: Language) {
    this.#ids = documents.map((d) => d.id);
    this.#language = language;
    this.#texts = readTexts(documents, language);
    this.#speller = Speller.of(this.#texts.frequencies);
    this.#stems = new StemIndex(this.#texts, language);
    this.#letters = new LetterIndex(this.#texts);
  }

  /**
   * The documents that share most with the text, best first; equal ones in the order of the documents. None where it has
   * no word of theirs, nor one that looks like it. A score says how likely a document is meant, each on its own.
   * @param limit how many are wanted at most
   */
  rank(text: string, limit = 10): Ranked[] {
    const typed = wordsOf(text, this.#language);
    const query = this.#read(typed);
    const documents = this.#stems.candidates(query, Math.max(limit, CANDIDATES));
    const byStems = this.#stems.scores(query, documents);
    const byLetters = this.#letters.nearest(typed, documents);
    return documents
      .map((document, i) => ({
        document,
        strength: STEMS * (byStems[i] as number) + (1 - STEMS) * (byLetters[i] as number),
      }))
      .sort((a, b) => b.strength - a.strength || a.document - b.document)
      .slice(0, limit)
      .map(({ document, strength }) => ({ id: this.#ids[document] as string, score: scoreOf(strength) }));
  }

  /** The stems that a text asks for; a word that is unknown even when corrected stands for those that look like it. */
  #read(typed: readonly string[]): StemQuery {
    const { stopWords, stem: stemOf } = this.#language;
    const meant = typed.map((word) => this.#speller.correct(word));
    const meaningful = meant.filter((word) => !stopWords.has(word));
    const asked = new Map<number, number>();
    let reachable = 0;
    // « c'est quoi » is made of nothing else: then the stop words are all there is to go by
    for (const word of new Set(meaningful.length > 0 ? meaningful : meant)) {
      const number = this.#texts.numbers.get(word);
      const stem = number === undefined ? this.#stems.numberOf(stemOf(word)) : (this.#stems.stemOf[number] as number);
      if (stem >= 0) {
        if (asked.get(stem) !== 1) reachable += this.#stems.mostOf(stem);
        asked.set(stem, 1);
        continue;
      }
      reachable += this.#stems.mostUnseen;
      for (const { word: other, likeness } of this.#letters.lookalikes(word)) {
        const alike = this.#stems.stemOf[other] as number;
        asked.set(alike, Math.max(asked.get(alike) ?? 0, likeness));
      }
    }
    return { stems: [...asked.keys()], sureness: [...asked.values()], reachable };
  }
}

const scoreOf = (strength: number) => 1 / (1 + Math.exp(STEEPNESS * (HALF - strength)));
