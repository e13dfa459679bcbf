import { entryTexts } from '../entryTexts.ts';
import type { Entry, Knowledge } from '../knowledge.ts';
import type { Locale } from '../schema.ts';
import type { Context } from './context.ts';
import { type Decision, decide, type Outcome, type Thresholds } from './decide.ts';
import { createLanguageDetector } from './detectLanguage.ts';
import type { Document } from './document.ts';
import { followUp, lean } from './followUps.ts';
import { type Language, languageOf } from './languages/index.ts';
import type { ModelSource } from './model.ts';
import { plainText, words } from './normalise.ts';
import { type Ranked, Ranker, type ViewWeights } from './rank.ts';
import { questions, segments, sentences } from './segments.ts';

/** What a message means. Pure: the same words in the same context always give the same decision. */
export type Understand = (utterance: string, context: Context) => Decision;

export interface EngineOptions {
  /** Where the models come from; without it they are trained each time. */
  models?: ModelSource | undefined;
  views?: ViewWeights | undefined;
  thresholds?: Thresholds | undefined;
}

/**
 * Found by cross-validation over the utterances of the content (docs/decisions/0003-retrieval.md): the point where a
 * further right answer costs more than one wrong one.
 */
const THRESHOLDS: Thresholds = { answer: 0.3, lead: 0.06, offer: 0.2 };
/** The least score of each of several answers in one message, as each stands on few words. */
const PART_SCORE = 0.45;
const MAX_PARTS = 3;
/** So few words tell no language for certain. */
const FEW_WORDS = 3;
/** A message of more words tells a story: what it asks is then read on its own too. */
const STORY_WORDS = 18;
/** The entry that nothing may drown out. */
const DISTRESS = 'distress';

/** Builds the index of every language once; what it returns holds no mutable state. */
export function createEngine(knowledge: Knowledge, options: EngineOptions = {}): Understand {
  const { locales, entries } = knowledge;
  const thresholds = options.thresholds ?? THRESHOLDS;
  const list = [...entries.values()];
  const indexes = new Map(locales.map((locale) => [locale, indexOf(list, locale, options)]));
  const detect = createLanguageDetector(
    new Map(locales.map((locale) => [locale, list.flatMap((entry) => entryTexts(entry, locale))])),
    options.models,
  );

  return (utterance, context) => {
    const locale = isOwn(utterance, indexes.get(context.locale)) ? context.locale : detect(utterance, context.locale);
    const index = indexes.get(locale);
    if (!index) throw new Error(`no content in "${locale}"`);

    const isPossible = (entry: Entry | undefined, score: number): boolean => {
      if (entry === undefined) return false;
      if (entry.kind === 'command') return isInScope(entry.scope, context) && score >= (entry.certainty ?? 0);
      return entry.kind !== 'followup' || followUp(entry.id, context, entries) !== undefined;
    };
    const rank = (text: string): Ranked[] => {
      const known = index.exact.get(plainText(text))?.find((entry) => isPossible(entry, 1));
      if (known) return [{ id: known.id, score: 1 }];
      return index.ranker.rank(text).filter(({ id, score }) => isPossible(entries.get(id), score));
    };

    const read = (text: string): Outcome => {
      const whole = decide(lean(rank(text), text, context, index.language, entries), thresholds);
      return answersToParts(text, whole) ?? whole;
    };
    const whole = read(utterance);
    return { ...resolve(callForHelp(utterance) ?? questionOfStory(utterance, whole) ?? whole), locale };

    /** Two or three questions in one message: each part has to stand on its own. */
    function answersToParts(text: string, all: Outcome): Outcome | undefined {
      if (all.confidence === 1) return undefined;
      const parts = segments(text, index?.language ?? languageOf(locale));
      if (parts.length < 2) return undefined;
      // what is less certain than the whole is a piece of one question: « passer de CTA à CRA, c'est possible ? »
      const least = all.outcome === 'answer' ? Math.max(PART_SCORE, all.confidence) : PART_SCORE;
      const answered = parts
        .map((part) => decide(rank(part), thresholds))
        .filter((d) => d.outcome === 'answer' && d.confidence >= least)
        .flatMap((d) => d.entries)
        .filter((id) => entries.get(id)?.kind === 'topic');
      const found = [...new Set(answered)].slice(0, MAX_PARTS);
      return found.length < 2 ? undefined : { outcome: 'answer', entries: found, confidence: all.confidence };
    }

    /** A call for help is heard in whichever sentence it stands, whatever the others ask. */
    function callForHelp(text: string): Outcome | undefined {
      const parts = sentences(text);
      if (parts.length < 2) return undefined;
      return parts
        .map((part) => decide(rank(part), thresholds))
        .find((d) => d.outcome === 'answer' && d.entries[0] === DISTRESS);
    }

    /** What a story asks outright, where that is clearer than all of it; what it wants done comes first. */
    function questionOfStory(text: string, all: Outcome): Outcome | undefined {
      if (words(text).length <= STORY_WORDS) return undefined;
      if (all.outcome === 'answer' && entries.get(all.entries[0] ?? '')?.kind === 'command') return undefined;
      const asked = read(questions(text).join(' '));
      // « vous pouvez m'aider ? » asks for what the story was about
      if (asked.outcome !== 'answer' || entries.get(asked.entries[0] ?? '')?.kind === 'smalltalk') return undefined;
      return asked.confidence > all.confidence ? asked : undefined;
    }

    /** What a message could be about, rather than what one could say or do. */
    function isOffered(id: string): boolean {
      const kind = entries.get(id)?.kind;
      return kind === 'topic' || kind === 'absent' || id === 'quiz';
    }

    /** A few words that go on with the last topic stand for the entry that they lead to. */
    function resolve(outcome: Outcome): Outcome {
      const [first = ''] = outcome.entries;
      const target = outcome.outcome === 'answer' ? followUp(first, context, entries) : undefined;
      if (target) return { ...outcome, entries: target };
      if (outcome.outcome !== 'clarify') return outcome;
      const offered = outcome.entries.filter(isOffered);
      return offered.length > 0 ? { ...outcome, entries: offered } : { ...outcome, outcome: 'unknown', entries: [] };
    }
  };
}

interface Index {
  language: Language;
  /** What a button says when it is pressed, and every utterance as written, mean their entry without any ranking. */
  exact: ReadonlyMap<string, readonly Entry[]>;
  /** Every word of the utterances. */
  vocabulary: ReadonlySet<string>;
  ranker: Ranker;
}

/** What the conversation's own language knows is in no other: « quiz », « points forts », « CTA vs CRA ». */
function isOwn(utterance: string, index: Index | undefined): boolean {
  if (!index) return false;
  const typed = words(utterance);
  const areKnown = typed.length <= FEW_WORDS && typed.every((word) => index.vocabulary.has(word));
  return areKnown || index.exact.has(plainText(utterance));
}

const isInScope = (scope: 'quiz' | 'item' | undefined, { quiz }: Context) =>
  scope === undefined || quiz === 'asking' || (scope === 'quiz' && quiz === 'paused');

/** The same words may stand for two entries that are never possible together, such as a follow-up and a quiz command. */
function exactTexts(list: readonly Entry[], locale: Locale): Map<string, Entry[]> {
  const exact = new Map<string, Entry[]>();
  for (const entry of list)
    for (const text of entryTexts(entry, locale)) {
      const plain = plainText(text);
      exact.set(plain, [...(exact.get(plain) ?? []), entry]);
    }
  return exact;
}

function indexOf(list: readonly Entry[], locale: Locale, { models, views }: EngineOptions): Index {
  const documents = list.map((entry): Document => ({ id: entry.id, utterances: entryTexts(entry, locale) }));
  const language = languageOf(locale);
  return {
    language,
    exact: exactTexts(list, locale),
    vocabulary: new Set(documents.flatMap((d) => d.utterances.flatMap(words))),
    ranker: new Ranker(documents, language, { models, ...(views ? { views } : {}) }),
  };
}
