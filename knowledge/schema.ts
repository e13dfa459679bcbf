/**
 * The shapes of the content files (docs/content.md says what they mean to an author). Types are inferred from them.
 */
import { z } from 'zod';

/** Something to read, without blanks around it. */
export const text = z.string().trim().min(1, 'must not be empty');
const list = z.array(text);

/** Lower case, digits and hyphens: entry ids are seen by the site's analytics and never change. */
const entryId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens, such as "cta-vs-cra"');

/** Teams turns a card whose buttons are longer than this into a text list. */
const MAX_LABEL = 20;
/** Fewer ways of asking than this and people are not understood: ten an entry find 79 %, a hundred 95 %. */
export const MIN_UTTERANCES = 30;

/** What stands on a button. */
export const buttonLabel = text.max(MAX_LABEL, `must be at most ${MAX_LABEL} characters: it stands on a button`);

const followUps = z
  .array(entryId)
  .min(2, 'needs two or three next questions')
  .max(3, 'has room for three next questions');

/**
 * What an entry is in every language. `topic`: a section of the guide. `absent`: what people ask about the job and the
 * guide does not answer. `command`: something to do, not to say. `followup`: a few words that mean something only after a
 * topic (« où ça ? »).
 */
export const entryShape = z.discriminatedUnion('kind', [
  z.strictObject({
    id: entryId,
    kind: z.literal('topic'),
    section: text,
    followUps,
    /** What short follow-ups mean right after this topic: `where: zones`. By the id of the follow-up. */
    turns: z.record(entryId, entryId).optional(),
  }),
  z.strictObject({
    id: entryId,
    kind: z.literal('absent'),
    followUps,
    /** Has nothing to do with the guide at all: words that nobody uses about it speak for this entry. */
    outside: z.literal(true).optional(),
  }),
  z.strictObject({ id: entryId, kind: z.literal('smalltalk') }),
  z.strictObject({
    id: entryId,
    kind: z.literal('command'),
    /**
     * Where alone it is understood: while an item is being asked, while a quiz waits to be resumed, or where there is a
     * verdict to talk about and no item is being asked. Without it: everywhere.
     */
    scope: z
      .array(z.enum(['asking', 'paused', 'result']))
      .min(1, 'names no place')
      .optional(),
    /** The least score, 0 to 1, at which it may be meant: for what must not come up by accident. */
    certainty: z.number().min(0).max(1).optional(),
  }),
  z.strictObject({ id: entryId, kind: z.literal('followup') }),
]);
export const entriesFile = z.array(entryShape).min(1, 'lists no entry');
export type EntryShape = z.infer<typeof entryShape>;

/** An entry's words in one language. */
export const entryWordsFile = z.strictObject({
  label: buttonLabel,
  question: text,
  answer: text.optional(),
  utterances: list.min(1, 'has no way of asking'),
});
export type EntryWords = z.infer<typeof entryWordsFile>;

/** The guide's title and its sections' names in one language. */
export const guideWordsFile = z.strictObject({ title: text, sections: z.record(z.string(), text) });
export type GuideWords = z.infer<typeof guideWordsFile>;

const percent = z.number().int().min(0).max(100);
const likert = z.number().int().min(1).max(5);
const dimensionId = z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters');

/** A limit that an answer or a low dimension puts on the score. `cap`: the highest score left, 0 to 100. */
const gate = z.strictObject({
  id: z.string().regex(/^G_[A-Z]{3}$/, 'must look like "G_ANG"'),
  kind: z.enum(['acquirable', 'preference', 'foundation']),
  section: text,
});
const itemGate = gate.extend({
  item: text,
  /** The cap holds where the favourable answer (1 to 5) is at most `favourableMax`. */
  rules: z.array(z.strictObject({ favourableMax: likert, cap: percent })).min(1),
});
const dimensionGate = gate.extend({
  dimensions: z.array(dimensionId).min(1),
  /** The cap holds where a dimension's score (0 to 100) is below `scoreBelow`. */
  rules: z.array(z.strictObject({ scoreBelow: percent, cap: percent })).min(1),
});

/** The quiz in every language: what is asked, how it is weighed. Scored by `dialogs/quiz/scoring.ts`. */
export const quizFile = z.strictObject({
  id: text,
  /** Changes whenever an answer given before could mean something else. It stands in result codes. */
  version: z.string().regex(/^\d{1,3}$/, 'must be a number of at most three digits, in quotation marks'),
  /** What result codes begin with: `CTA` of `CTA1-…`. */
  codePrefix: z.string().regex(/^[A-Z]{2,6}$/, 'must be two to six capital letters, such as "CTA"'),
  dimensions: z.array(z.strictObject({ id: dimensionId, weight: percent, section: text })).min(1),
  items: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z_]*$/, 'must be lower-case letters and underscores'),
        dimension: dimensionId,
        /** `-`: agreeing speaks against the job. */
        keyed: z.enum(['+', '-']),
        section: text,
      }),
    )
    .min(1),
  gates: z.array(z.union([itemGate, dimensionGate])),
  bands: z.array(z.strictObject({ id: z.enum(['A', 'B', 'C', 'D']), min: percent, max: percent })).length(4),
});
export type Quiz = z.infer<typeof quizFile>;
export type QuizItem = Quiz['items'][number];
export type QuizGate = Quiz['gates'][number];
export type BandId = Quiz['bands'][number]['id'];

const fiveLabels = z.tuple([text, text, text, text, text]);
/** Everyday words for each of the five answers. */
const fiveAnswers = z.strictObject({ 1: list.min(1), 2: list.min(1), 3: list.min(1), 4: list.min(1), 5: list.min(1) });
export type AnswerPhrases = z.infer<typeof fiveAnswers>;

/** The quiz's words in one language. */
export const quizWordsFile = z.strictObject({
  intro: text,
  privacy: text,
  /** The five buttons of an item that has none of its own, from 1 to 5. */
  labels: fiveLabels,
  /**
   * `short`: the statement in a few words, for the middle of a sentence; agreeing with it has to mean the same. `names`: words
   * by which people speak of an item, and of all items of a dimension. `answers`: everyday words for an answer to this item
   * alone; they count before those of the scale.
   */
  items: z.record(
    z.string(),
    z.strictObject({
      text,
      short: text,
      why: text,
      labels: fiveLabels.optional(),
      answers: fiveAnswers.partial().optional(),
      names: list,
    }),
  ),
  dimensions: z.record(
    z.string(),
    z.strictObject({ label: text, strength: text, watch: text, next: text, names: list }),
  ),
  /** Words for the numbers of the items, from the first on: « la troisième ». */
  numbers: z.array(list.min(1)).min(1),
  gates: z.record(z.string(), z.strictObject({ reason: text, advice: text })),
  bands: z.record(z.string(), z.strictObject({ label: text, text, next: list.min(1) })),
  undetermined: z.strictObject({ label: text, text }),
  allNeutral: text,
  lowConfidence: text,
  disclaimer: text,
  answers: fiveAnswers,
  /** How a question begins that would otherwise look like an answer: « est-ce que c'est difficile ». */
  questions: list,
  /** What stands between an answer and the five of the scale: « 4 sur 5 ». */
  outOf: list.min(1),
  /** Words that may stand around an answer and carry none of their own. */
  fillers: list,
});
export type QuizWords = z.infer<typeof quizWordsFile>;

const groups = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'), list);

/** How a language is read: what `language.yaml` and `concepts.yaml` of a language folder say. */
export const languageFile = z.strictObject({
  /** Whose stems it has; without it words stand for themselves. */
  stemmer: z.enum(['fr', 'nl', 'en', 'de']).optional(),
  /** Function words that carry no intent. */
  stopWords: list,
  /** Words that join two questions in one message. */
  connectors: list,
  /** Words that begin a message which goes on with the last topic. */
  continuations: list,
  /** Words that point back at what was said. */
  references: list,
  /** Phrases that are a call for help in whatever message they stand. */
  alarms: list,
  /** What people begin with and that says nothing. */
  openers: list,
  /** How people take back what was understood: what they begin with, say no to something, and turn to something else. */
  corrections: z.strictObject({ openings: list, negations: list, contrasts: list }),
  /** By meaning, what people write for it in short: `quoi: [koi, kwa]`. */
  abbreviations: z.record(z.string(), list),
  /** Systematic misspellings: a regular expression over a folded word, and what people write in its place. */
  slips: z.record(z.string().refine(isPattern, 'must be a regular expression'), z.string()),
});

/** Ideas and the words that hint at them; `outside`: those that have nothing to do with any guide. */
export const conceptsFile = z.strictObject({ concepts: groups, outside: groups });

export type LanguageRules = z.infer<typeof languageFile> & z.infer<typeof conceptsFile>;
export type StemmerName = NonNullable<LanguageRules['stemmer']>;

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}

/** A folder's name where it holds a language: an ISO 639-1 code. */
export const localeName = /^[a-z]{2}$/;
/** A language the bot speaks: an ISO 639-1 code such as `fr`. */
export type Locale = string;
