import stemFrench from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import type { Locale } from '../schema.ts';

/** What the ranking knows about a language. */
export interface Language {
  /** The stem of a folded word: `salaires` and `salaire` share theirs. */
  stem(word: string): string;
  /**
   * Function words that carry no intent. Deliberately light: question words, negations and possessives stay (« où »,
   * « pas », « mon » decide between topics; a full ISO list costs 4 points of top-1).
   */
  stopWords: ReadonlySet<string>;
}

const set = (words: string) => new Set(words.split(' '));

const LANGUAGES: Record<Locale, Language> = {
  fr: {
    stem: (word) => stemFrench.stem(word),
    stopWords: set(
      'le la les l un une des d du de au aux a et ce cet cette ces c se s je j tu t il elle on nous vous ils elles me m te ' +
        'lui leur y en que qu qui est es suis sont ai as avez ont etre avoir dans sur pour par avec',
    ),
  },
};

/** Words as they are: for a language whose content is there before its rules are. */
const PLAIN: Language = { stem: (word) => word, stopWords: new Set() };

/** The rules of a language; one that has none of its own is matched by its plain words. */
export const languageOf = (locale: Locale): Language => LANGUAGES[locale] ?? PLAIN;
