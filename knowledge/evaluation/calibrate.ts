import { entryTexts } from '../entryTexts.ts';
import type { Knowledge } from '../knowledge.ts';
import { CALIBRATION, type Calibration } from '../retrieval/calibration.ts';
import type { Thresholds } from '../retrieval/decide.ts';
import { decide } from '../retrieval/decide.ts';
import { classOf } from '../retrieval/engine.ts';
import { createLanguage } from '../retrieval/language.ts';
import { Ranker } from '../retrieval/rank.ts';
import { brevityOf, type EntryClass, type Evidence, probabilities, type Weights } from '../retrieval/weigh.ts';
import { groupOf, type LabelledQuestion } from './judge.ts';

/** A question with what the views say of it. */
interface Sample {
  evidence: Evidence;
  /** By entry: whether answering with it is right. Refusals are right for whatever the guide does not answer. */
  isRight: readonly boolean[];
  /** Whether the guide answers it. */
  inScope: boolean;
  /** How much it counts. */
  importance: number;
}

/** The entries in the order of the evidence. */
interface Entries {
  ids: readonly string[];
  classes: readonly EntryClass[];
}

/**
 * What is gained by a right answer, by an offer that has it or has the refusal, by a refusal where the guide answers
 * (« the guide does not say » is untrue then), and by a wrong answer.
 */
const GAIN = { right: 1, offered: 0.5, refused: -0.5, wrong: -1 };
/** Weights far from 0 have to pay for themselves, as there are only some hundred questions. */
const PENALTY = 1e-4;
/** Adam (Kingma & Ba 2015) with its usual decays; after so many steps the weights stand still. */
const STEPS = 200;
const RATE = 0.08;
const DECAY = { mean: 0.9, square: 0.999 };

/** Which entries answer a labelled question rightly. */
function rightEntries({ label, also = [] }: LabelledQuestion, { ids, classes }: Entries): boolean[] {
  const accepted = new Set([label, ...also]);
  const isOutOfScope = label.startsWith('oos');
  return ids.map((id, i) => accepted.has(id) || (isOutOfScope && isRefusal(classes[i])));
}

const isRefusal = (entryClass: EntryClass | undefined): boolean => entryClass === 'absent' || entryClass === 'outside';

/** So many of the likeliest entries of a message, and the right ones, hold all but a thousandth of its probability. */
const CANDIDATES = 24;

/** A sample as numbers: a row of features for each candidate, in the order of the weights without sureness. */
interface Compiled {
  rows: Float64Array[];
  isRight: boolean[];
  brevity: number;
  importance: number;
}

function compile(sample: Sample, { classes }: Entries, start: Weights): Compiled {
  const { evidence, isRight, importance } = sample;
  const likely = probabilities(evidence, classes, start);
  const order = classes.map((_, i) => i).sort((a, b) => (likely[b] as number) - (likely[a] as number));
  const candidates = order.filter((i, place) => place < CANDIDATES || isRight[i]);
  const brevity = brevityOf(evidence.length);
  return {
    rows: candidates.map((i) => {
      const entryClass = classes[i] as EntryClass;
      const isOutside = entryClass === 'outside' ? 1 : 0;
      return Float64Array.from([
        evidence.margins[i] as number,
        evidence.words[i] as number,
        evidence.neighbours[i] as number,
        isOutside * evidence.unknownStems,
        isOutside * evidence.unknownWords,
        isOutside * brevity,
        ...CLASSES.map((c) => (c === entryClass ? 1 : 0)),
      ]);
    }),
    isRight: candidates.map((i) => isRight[i] === true),
    brevity,
    importance,
  };
}

/**
 * Weights under which the right entries of the samples are likeliest: gradient descent on the mean negative logarithm of
 * their probability. Deterministic.
 */
function fitWeights(samples: readonly Sample[], entries: Entries, start: Weights): Weights {
  const compiled = samples.map((sample) => compile(sample, entries, start));
  const values = Float64Array.from(flatten(start));
  const mean = new Float64Array(values.length);
  const square = new Float64Array(values.length);
  for (let step = 1; step <= STEPS; step++)
    gradientOf(compiled, values).forEach((slope, i) => {
      mean[i] = DECAY.mean * (mean[i] as number) + (1 - DECAY.mean) * slope;
      square[i] = DECAY.square * (square[i] as number) + (1 - DECAY.square) * slope * slope;
      const corrected = (mean[i] as number) / (1 - DECAY.mean ** step);
      const scale = Math.sqrt((square[i] as number) / (1 - DECAY.square ** step)) + 1e-8;
      values[i] = (values[i] as number) - (RATE * corrected) / scale;
    });
  return unflatten([...values].map((value) => Math.round(value * 1000) / 1000));
}

/** How the loss changes with each of the weights: what each adds under the model, less what it adds to the right entries. */
function gradientOf(samples: readonly Compiled[], values: Float64Array): Float64Array {
  const total = new Float64Array(values.length);
  const sureness = values.length - 1;
  let count = 0;
  for (const { rows, isRight, brevity, importance } of samples) {
    const factor = Math.exp((values[sureness] as number) * (1 - brevity));
    const said = rows.map((row) => row.reduce((sum, feature, j) => sum + feature * (values[j] as number), 0));
    const most = Math.max(...said);
    const odds = said.map((value) => Math.exp((value - most) * factor));
    const all = odds.reduce((sum, value) => sum + value, 0);
    const right = odds.reduce((sum, value, i) => (isRight[i] ? sum + value : sum), 0) || Number.MIN_VALUE;
    rows.forEach((row, i) => {
      const difference =
        importance * factor * ((odds[i] as number) / all - (isRight[i] ? (odds[i] as number) / right : 0));
      for (let j = 0; j < row.length; j++) total[j] = (total[j] as number) + difference * (row[j] as number);
      total[sureness] = (total[sureness] as number) + difference * (said[i] as number) * (1 - brevity);
    });
    count += importance;
  }
  return total.map((sum, i) => sum / count + 2 * PENALTY * (values[i] as number));
}

/** The thresholds on a grid under which the samples gain most. */
function fitThresholds(samples: readonly Sample[], entries: Entries, weights: Weights): Thresholds {
  const judged = samples.map((sample) => ({
    importance: sample.importance,
    outcomeAt: judge(sample, entries, weights),
  }));
  let best: Thresholds = { answer: 0.5, refuse: REFUSE, clarify: 0.1, doubt: 0.3 };
  let most = Number.NEGATIVE_INFINITY;
  for (const answer of [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7])
    for (const clarify of [0.08, 0.12, 0.16, 0.2, 0.25])
      for (const doubt of [0.1, 0.2, 0.3, 0.4, 0.6]) {
        const thresholds = { answer, clarify, doubt, refuse: REFUSE };
        const gained = judged.reduce(
          (sum, { importance, outcomeAt }) => sum + importance * GAIN[outcomeAt(thresholds)],
          0,
        );
        if (gained > most) [best, most] = [thresholds, gained];
      }
  return best;
}

/** Below it what exactly is missing is a guess, and people are told that nothing was found. */
const REFUSE = 0.3;

type SampleOutcome = keyof typeof GAIN;

/** What the person gets, by the thresholds; a question out of scope is answered rightly by refusing it. */
function judge(sample: Sample, { ids, classes }: Entries, weights: Weights): (thresholds: Thresholds) => SampleOutcome {
  const found = probabilities(sample.evidence, classes, weights);
  const ranked = ids
    .map((id, i) => ({ id, score: found[i] as number, class: classes[i], isRight: sample.isRight[i] === true }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES);
  const refusals = new Set(ranked.filter((r) => isRefusal(r.class)).map((r) => r.id));
  const right = new Set(ranked.filter((r) => r.isRight).map((r) => r.id));
  return (thresholds) => {
    const { outcome, entries } = decide(ranked, (id) => refusals.has(id), thresholds);
    if (outcome === 'unknown' || (outcome === 'answer' && refusals.has(entries[0] ?? '')))
      return sample.inScope ? 'refused' : 'right';
    const isHit = entries.some((id) => right.has(id));
    if (outcome === 'answer') return isHit ? 'right' : 'wrong';
    return isHit || !sample.inScope ? 'offered' : 'refused';
  };
}

const CLASSES: EntryClass[] = ['topic', 'absent', 'outside', 'smalltalk', 'command', 'followup'];

const flatten = (w: Weights): number[] => [
  w.margin,
  w.words,
  w.neighbours,
  w.unknownStems,
  w.unknownWords,
  w.brevity,
  ...CLASSES.map((c) => w.classes[c]),
  w.sureness,
];

function unflatten(values: readonly number[]): Weights {
  const [margin = 0, words = 0, neighbours = 0, unknownStems = 0, unknownWords = 0, brevity = 0, ...rest] = values;
  const classes = Object.fromEntries(CLASSES.map((c, i) => [c, rest[i] ?? 0])) as Weights['classes'];
  return { margin, words, neighbours, unknownStems, unknownWords, brevity, classes, sureness: rest.at(-1) ?? 0 };
}

/** Entries that can be meant at the start of a conversation. */
const isPossibleAtFirst = ({ entries }: Knowledge, id: string): boolean => {
  const entry = entries.get(id);
  return entry?.kind !== 'followup' && !(entry?.kind === 'command' && entry.scope);
};

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
 * Finds the weights and thresholds, and measures them in folds.
 * @param questions labelled, none of them an utterance of the content; those of several topics are left out
 * @param progress is told what goes on, as this takes a minute
 */
export function calibrate(
  knowledge: Knowledge,
  questions: readonly LabelledQuestion[],
  progress: (line: string) => void,
): { calibration: Calibration; report: CalibrationReport } {
  const list = [...knowledge.entries.values()].filter(({ id }) => isPossibleAtFirst(knowledge, id));
  const entries: Entries = { ids: list.map(({ id }) => id), classes: list.map(classOf) };
  const asked: (Sample & { group: string })[] = [];
  const heldOut: Sample[] = [];
  for (const locale of knowledge.locales) {
    progress(`training ${locale}`);
    const split = list.map((entry) => {
      const texts = entryTexts(entry, locale);
      return { kept: texts.filter((_, i) => i % HELD_OUT > 0), held: texts.filter((_, i) => i % HELD_OUT === 0) };
    });
    const documents = list.map(({ id }, i) => ({
      id,
      class: entries.classes[i] as EntryClass,
      utterances: split[i]?.kept ?? [],
    }));
    const ranker = new Ranker(documents, createLanguage(knowledge.languages[locale]), CALIBRATION);
    const sample = (question: LabelledQuestion, importance: number): Sample => ({
      evidence: ranker.evidence(question.q),
      isRight: rightEntries(question, entries),
      inScope: !question.label.startsWith('oos'),
      importance,
    });
    for (const question of questions)
      if (question.lang === locale && !question.label.startsWith('multi:'))
        asked.push({ ...sample(question, 1), group: `${groupOf(question.label, knowledge)}, ${locale}` });
    list.forEach((entry, i) => {
      const label = entry.kind === 'absent' ? 'oos-near' : entry.id;
      for (const q of split[i]?.held ?? []) heldOut.push(sample({ q, label }, HELD_OUT_IMPORTANCE));
    });
  }

  const fit = (samples: readonly Sample[]): Calibration => {
    const weights = fitWeights(samples, entries, CALIBRATION.weights);
    return { weights, thresholds: fitThresholds(samples, entries, weights) };
  };
  const outcomes: { group: string; outcome: SampleOutcome }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    progress(`fold ${fold + 1} of ${FOLDS}`);
    const { weights, thresholds } = fit([...asked.filter((_, i) => i % FOLDS !== fold), ...heldOut]);
    for (const sample of asked.filter((_, i) => i % FOLDS === fold))
      outcomes.push({ group: sample.group, outcome: judge(sample, entries, weights)(thresholds) });
  }
  progress('all of them');
  return {
    calibration: fit([...asked, ...heldOut]),
    report: { rows: rowsOf(outcomes), questions: asked.length, heldOut: heldOut.length },
  };
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
