import { entryTexts } from '../entryTexts.ts';
import type { Knowledge } from '../knowledge.ts';
import { CALIBRATION, type Calibration } from '../retrieval/calibration.ts';
import type { Context } from '../retrieval/context.ts';
import { createLanguage } from '../retrieval/language.ts';
import type { ModelSource } from '../retrieval/model.ts';
import { rulesWithout, WHOLE, type Without } from '../retrieval/parts.ts';
import { Ranker } from '../retrieval/rank.ts';
import { classOf, isPossible } from '../retrieval/rankInContext.ts';
import { type Entries, fitCalibration, isRefusal, judge, type Sample, type SampleOutcome } from './fit.ts';
import { groupOf, type LabelledQuestion } from './judge.ts';

/** What calibrating gave: for each group of questions the shares of each outcome, in folds. */
export interface CalibrationReport {
  rows: { group: string; n: number; right: number; offered: number; refused: number; wrong: number }[];
  /** How many labelled questions, and how many utterances that were held out of the training, it rests on. */
  questions: number;
  heldOut: number;
}

const FOLDS = 5;
/** One utterance in so many is held out of the training, and counts so much beside a question of a stranger. */
const HELD_OUT = 20;
const HELD_OUT_IMPORTANCE = 0.2;
/**
 * How much a question about something else counts beside one about the job: an answer that has nothing to do with the
 * question costs more trust than an offer costs patience, and where the bot stands in public most messages may be such.
 */
const OUTSIDE_IMPORTANCE = 24;

/** Nothing was said yet; what is possible then is so in every language. */
const AT_FIRST: Context = { locale: '', quiz: 'none' };

/** Samples of the labelled questions, with their groups, and of utterances that were kept out of the training. */
export interface Samples {
  entries: Entries;
  asked: (Sample & { group: string })[];
  heldOut: Sample[];
}

/**
 * Trains on most of the content, and sees what the views say of the rest and of labelled questions.
 * @param questions none of them an utterance of the content; those of several topics are left out
 * @param without parts of the engine that are left out
 * @param models where models come from that were trained on the same part of the content before
 */
export function collectSamples(
  knowledge: Knowledge,
  questions: readonly LabelledQuestion[],
  without: Without = WHOLE,
  models?: ModelSource,
): Samples {
  const list = [...knowledge.entries.values()].filter((entry) => isPossible(entry, AT_FIRST, knowledge.entries));
  const entries: Entries = { ids: list.map(({ id }) => id), classes: list.map(classOf) };
  const asked: Samples['asked'] = [];
  const heldOut: Sample[] = [];
  for (const locale of knowledge.locales) {
    // labels and questions are pressed, and found as they are: none is held out
    const texts = list.map((entry) => entry.words[locale]?.utterances ?? []);
    const documents = list.map((entry, i) => ({
      id: entry.id,
      class: classOf(entry),
      utterances: [
        ...entryTexts(entry, locale).filter((text) => !texts[i]?.includes(text)),
        ...(texts[i]?.filter((_, u) => u % HELD_OUT > 0) ?? []),
      ],
    }));
    const language = createLanguage(rulesWithout(knowledge.languages[locale], without));
    const ranker = new Ranker(documents, language, { ...CALIBRATION, without, models });
    const sample = (question: LabelledQuestion, importance: number): Sample => ({
      evidence: ranker.evidence(question.q),
      isRight: rightEntries(question, entries),
      inScope: !question.label.startsWith('oos'),
      importance,
    });
    for (const question of questions)
      if (question.lang === locale && !question.label.startsWith('multi:'))
        asked.push({
          ...sample(question, question.label === 'oos-far' ? OUTSIDE_IMPORTANCE : 1),
          group: `${groupOf(question.label, knowledge)}, ${locale}`,
        });
    list.forEach((entry, i) => {
      const label = entry.kind === 'absent' ? 'oos-near' : entry.id;
      const held = texts[i]?.filter((_, u) => u % HELD_OUT === 0) ?? [];
      const importance = HELD_OUT_IMPORTANCE * (classOf(entry) === 'outside' ? OUTSIDE_IMPORTANCE : 1);
      for (const q of held) heldOut.push(sample({ q, label }, importance));
    });
  }
  return { entries, asked, heldOut };
}

/** The weights and thresholds that fit all samples best. */
export const calibrate = ({ entries, asked, heldOut }: Samples): Calibration =>
  fitCalibration([...asked, ...heldOut], entries);

/** What calibrating is worth: each question judged by weights and thresholds that were found without it. */
export function crossValidate({ entries, asked, heldOut }: Samples): CalibrationReport {
  const outcomes: { group: string; outcome: SampleOutcome }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const { weights, thresholds } = fitCalibration(
      [...asked.filter((_, i) => i % FOLDS !== fold), ...heldOut],
      entries,
    );
    for (const sample of asked.filter((_, i) => i % FOLDS === fold))
      outcomes.push({ group: sample.group, outcome: judge(sample, entries, weights)(thresholds) });
  }
  return { rows: rowsOf(outcomes), questions: asked.length, heldOut: heldOut.length };
}

/** Which entries answer a labelled question rightly. */
function rightEntries({ label, also = [] }: LabelledQuestion, { ids, classes }: Entries): boolean[] {
  const accepted = new Set([label, ...also]);
  const isOutOfScope = label.startsWith('oos');
  return ids.map((id, i) => accepted.has(id) || (isOutOfScope && isRefusal(classes[i])));
}

function rowsOf(outcomes: readonly { group: string; outcome: SampleOutcome }[]): CalibrationReport['rows'] {
  return [...new Set(outcomes.map((o) => o.group))].sort().map((group) => {
    const own = outcomes.filter((o) => o.group === group);
    const share = (outcome: SampleOutcome) => own.filter((o) => o.outcome === outcome).length / own.length;
    return {
      group,
      n: own.length,
      right: share('right'),
      offered: share('offered'),
      refused: share('refused'),
      wrong: share('wrong'),
    };
  });
}
