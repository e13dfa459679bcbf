import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import german from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import dutch from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import type { LanguageRules, StemmerName } from '../schema.ts';
import { fold, words } from './normalise.ts';

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
  abbreviations: ReadonlyMap<string, readonly string[]>;
  /** Words that join two questions in one message: « salaire et diplôme ». */
  connectors: readonly string[];
  /** Words that begin a message which goes on with the last topic: « et à Liège ? ». */
  continuations: ReadonlySet<string>;
  /** Words that point back at what was said: « c'est stressant, ça ? ». */
  references: ReadonlySet<string>;
  /** Phrases that are a call for help in whatever message they stand, each as its words. */
  alarms: readonly (readonly string[])[];
  /** What people begin with and that says nothing, as plain texts: « au fait ». */
  openers: readonly string[];
  /** How people take back what was understood, as plain texts: « non, pas le CRA, le CTA ». */
  corrections: { openings: readonly string[]; negations: readonly string[]; contrasts: readonly string[] };
  /** How people misspell systematically: what is written, and what it becomes. Noise for training. */
  slips: readonly (readonly [pattern: RegExp, becomes: string])[];
  /** By stem: the ideas that a word belongs to (« thune » → money), for words that no utterance has. Slow to compute. */
  concepts(): ReadonlyMap<string, readonly string[]>;
  /** What all this was made of. */
  rules: LanguageRules;
}

const STEMMERS: Record<StemmerName, { stem(word: string): string }> = {
  fr: french,
  nl: dutch,
  en: english,
  de: german,
};

/** Words as they are: for a language whose content is there before its rules are. */
const PLAIN_RULES: LanguageRules = {
  stopWords: [],
  connectors: [],
  continuations: [],
  references: [],
  alarms: [],
  openers: [],
  corrections: { openings: [], negations: [], contrasts: [] },
  abbreviations: {},
  slips: {},
  concepts: {},
  outside: {},
};

/** Makes a language of what its content files say about it (`language.yaml`, `concepts.yaml`), or of nothing. */
export function createLanguage(rules: LanguageRules = PLAIN_RULES): Language {
  const stem = rules.stemmer ? STEMMERS[rules.stemmer].stem.bind(STEMMERS[rules.stemmer]) : (word: string) => word;
  return {
    stem,
    stopWords: new Set(rules.stopWords.flatMap(words)),
    abbreviations: new Map(
      Object.entries(rules.abbreviations).flatMap(([meaning, forms]) =>
        forms.map((form): [string, string[]] => [fold(form), words(meaning)]),
      ),
    ),
    connectors: rules.connectors,
    continuations: new Set(rules.continuations.flatMap(words)),
    references: new Set(rules.references.flatMap(words)),
    alarms: rules.alarms.map(words),
    openers: rules.openers.map(fold),
    corrections: {
      openings: rules.corrections.openings.map(fold),
      negations: rules.corrections.negations.map(fold),
      contrasts: rules.corrections.contrasts.map(fold),
    },
    slips: Object.entries(rules.slips).map(([written, becomes]) => [new RegExp(written), becomes]),
    concepts: () => conceptsOf(rules, stem),
    rules,
  };
}

function conceptsOf({ concepts, outside }: LanguageRules, stem: (word: string) => string): Map<string, string[]> {
  const byStem = new Map<string, string[]>();
  for (const [concept, list] of Object.entries({ ...concepts, ...outside }))
    for (const word of list.flatMap(words)) {
      const known = byStem.get(stem(word)) ?? [];
      if (!known.includes(concept)) byStem.set(stem(word), [...known, concept]);
    }
  return byStem;
}
