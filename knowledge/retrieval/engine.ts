import { entryTexts } from '../entryTexts.ts';
import type { Entry, Knowledge } from '../knowledge.ts';
import type { Locale } from '../schema.ts';
import { type Decision, decide, type Thresholds } from './decide.ts';
import { languageOf } from './language.ts';
import { plainText } from './normalise.ts';
import { type Document, type Ranked, Ranker } from './rank.ts';

/** What the conversation adds to the words of a message. */
export interface Context {
  locale: Locale;
  /** Somebody is in the quiz, or has paused it: its own commands (« retour », « pourquoi ? ») are understood too. */
  quiz: boolean;
}

/** What a message means. Pure: the same words in the same context always give the same decision. */
export type Understand = (utterance: string, context: Context) => Decision;

/**
 * Found by leave-one-out over the utterances of the content (docs/decisions/0003-retrieval.md): the point where a
 * further right answer costs more than one wrong one.
 */
const THRESHOLDS: Thresholds = { answer: 0.33, lead: 0.08, offer: 0.22 };

/** Builds the index of every language once; what it returns holds no mutable state. */
export function createEngine({ locales, entries }: Knowledge): Understand {
  const list = [...entries.values()];
  const perLocale = new Map(
    locales.map((locale) => [
      locale,
      {
        exact: exactTexts(list, locale),
        ranker: rankerOf(list, locale),
      },
    ]),
  );
  return (utterance, context) => {
    const index = perLocale.get(context.locale);
    if (!index) throw new Error(`no content in "${context.locale}"`);
    const known = index.exact.get(plainText(utterance));
    if (known && (context.quiz || isGlobal(known))) return { outcome: 'answer', entries: [known.id], confidence: 1 };
    const possible = ({ id, score }: Ranked) => {
      const entry = entries.get(id);
      return entry !== undefined && (context.quiz || isGlobal(entry)) && score >= certaintyOf(entry);
    };
    return decide(index.ranker.rank(utterance).filter(possible), THRESHOLDS);
  };
}

/** The least score at which an entry may be meant. */
const certaintyOf = (entry: Entry) => ('certainty' in entry && entry.certainty) || 0;

/** Whether an entry is understood outside the quiz too. */
const isGlobal = (entry: Entry) => !('scope' in entry && entry.scope);

/** What a button says when it is pressed, and every utterance as written, mean their entry without any ranking. */
function exactTexts(entries: readonly Entry[], locale: Locale): Map<string, Entry> {
  const exact = new Map<string, Entry>();
  for (const entry of entries) for (const text of entryTexts(entry, locale)) exact.set(plainText(text), entry);
  return exact;
}

const rankerOf = (entries: readonly Entry[], locale: Locale) =>
  new Ranker(
    entries.map((entry): Document => ({ id: entry.id, utterances: entryTexts(entry, locale) })),
    languageOf(locale),
  );
