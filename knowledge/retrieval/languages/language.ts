/** What the ranking knows about a language. */
export interface Language {
  /** The stem of a folded word: `salaires` and `salaire` share theirs. */
  stem(word: string): string;
  /**
   * Function words that carry no intent. Deliberately light: question words, negations and possessives stay (« où »,
   * « pas », « mon » decide between topics; a full ISO list costs 4 points of top-1).
   */
  stopWords: ReadonlySet<string>;
  /** What people write for short, folded, and the words they mean: `koi` → `quoi`, `jsp` → `je sais pas`. */
  abbreviations: Readonly<Record<string, string>>;
  /** Words that join two questions in one message: « salaire et diplôme ». */
  connectors: readonly string[];
  /** Words that begin a message which goes on with the last topic: « et à Liège ? ». */
  continuations: ReadonlySet<string>;
}

/** A set of words written as one string. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Abbreviations written as lines of `short forms = meaning`. */
export function abbreviationTable(lines: string): Record<string, string> {
  const table: Record<string, string> = Object.create(null);
  for (const line of lines.split('\n')) {
    const [forms = '', meaning = ''] = line.split('=');
    for (const form of forms.trim().split(/\s+/)) if (form) table[form] = meaning.trim();
  }
  return table;
}
