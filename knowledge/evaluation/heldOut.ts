import { entryTexts } from '../entryTexts.ts';
import type { Entry, Knowledge } from '../knowledge.ts';
import { CALIBRATION } from '../retrieval/calibration.ts';
import { decide } from '../retrieval/decide.ts';
import { leanings } from '../retrieval/followUps.ts';
import { createLanguage } from '../retrieval/language.ts';
import { plainText } from '../retrieval/normalise.ts';
import { type Ranked, Ranker } from '../retrieval/rank.ts';
import { classOf, rankInContext } from '../retrieval/rankInContext.ts';
import type { Locale } from '../schema.ts';
import { whereItCounts } from './whereItCounts.ts';

/** Leaving out one utterance at a time would train thousands of models; a fifth at a time leaves enough to learn. */
const FOLDS = 5;

/** How an entry fares with utterances of its own that it was not trained on, where it may be meant. */
export interface HeldOut {
  entry: Entry;
  /** How many were asked, and for how many the entry came first, or what it stands for there. */
  asked: number;
  first: number;
  /** Those that were answered as another entry, by its id. */
  answeredAs: Map<string, string[]>;
}

type Content = Pick<Knowledge, 'entries' | 'languages'>;

/**
 * Asks every utterance of a model that was trained without it. Labels and questions are always trained on, and so are
 * not asked; entries with nothing else, and follow-ups that mean nothing anywhere, are left out. Trained without noise,
 * which takes twice the time and moves all entries alike.
 * @param progress is told what goes on, as this takes half a minute
 */
export function askHeldOut(content: Content, locale: Locale, progress: (line: string) => void): HeldOut[] {
  const { entries } = content;
  const language = createLanguage(content.languages[locale]);
  const list = [...entries.values()];
  const folds = new Map(list.map((entry) => [entry.id, foldsOf(entry, locale)]));
  const candidates = list.flatMap((entry) => {
    const place = whereItCounts(entry, content, locale);
    const result: HeldOut = { entry, asked: 0, first: 0, answeredAs: new Map() };
    return place ? [{ result, context: place.context, means: new Set([entry.id, ...place.means]) }] : [];
  });

  for (let fold = 0; fold < FOLDS; fold++) {
    progress(`${locale}: part ${fold + 1} of ${FOLDS}`);
    const isHeldOut = (id: string, text: string) => folds.get(id)?.get(text) === fold;
    const ranker = new Ranker(
      list.map((entry) => ({
        id: entry.id,
        class: classOf(entry),
        utterances: entryTexts(entry, locale).filter((text) => !isHeldOut(entry.id, text)),
      })),
      language,
      { weights: CALIBRATION.weights, without: new Set(['noise']) },
    );
    for (const { result, context, means } of candidates)
      for (const text of folds.get(result.entry.id)?.keys() ?? []) {
        if (!isHeldOut(result.entry.id, text)) continue;
        const ranked = rankInContext(text, context, leanings(text, context, language, entries), ranker, entries);
        const answered = answerOf(ranked, entries);
        result.asked++;
        if (means.has(ranked[0]?.id ?? '')) result.first++;
        if (answered !== undefined && !means.has(answered))
          result.answeredAs.set(answered, [...(result.answeredAs.get(answered) ?? []), text]);
      }
  }
  return candidates.map(({ result }) => result).filter(({ asked }) => asked > 0);
}

/** The fold that each utterance is left out in; those of the same plain text are left out together. */
function foldsOf(entry: Entry, locale: Locale): ReadonlyMap<string, number> {
  const { label = '', question = '', utterances = [] } = entry.words[locale] ?? {};
  const always = new Set([plainText(label), plainText(question)]);
  const plain = [...new Set(utterances.map(plainText))].filter((text) => !always.has(text));
  const folds = new Map(plain.map((text, i) => [text, i % FOLDS]));
  return new Map(
    utterances.flatMap((text): [string, number][] => {
      const fold = folds.get(plainText(text));
      return fold === undefined ? [] : [[text, fold]];
    }),
  );
}

/** The entry that people would get; none where they are asked back, or nothing is found. */
function answerOf(ranked: readonly Ranked[], entries: Knowledge['entries']): string | undefined {
  const isOf = (kind: Entry['kind']) => (id: string) => entries.get(id)?.kind === kind;
  const character = { isRefusal: isOf('absent'), isSmallTalk: isOf('smalltalk') };
  const decision = decide(ranked, character, CALIBRATION.thresholds);
  return decision.outcome === 'answer' ? decision.entries[0] : undefined;
}
