import type { Language } from '../../knowledge/retrieval/language.ts';
import type { RankedDocument } from '../../knowledge/retrieval/rank.ts';

/** Something to ask, and the entries that a reasonable person would accept. */
export interface Question {
  text: string;
  accepted: readonly string[];
}

/** What every engine is built from and asked: the same for all of them. */
export interface Dataset {
  language: Language;
  documents: readonly RankedDocument[];
  questions: readonly Question[];
  /** Questions that no entry answers, by what kind they are of. */
  outside: Readonly<Record<string, readonly string[]>>;
  /** Whether an entry turns a question down: finding it says nothing for the question's being in scope. */
  refuses(id: string): boolean;
}
