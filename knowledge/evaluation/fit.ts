import type { Calibration } from '../retrieval/calibration.ts';
import { decide, type Thresholds } from '../retrieval/decide.ts';
import { brevityOf, type EntryClass, type Evidence, probabilities, type Weights } from '../retrieval/weigh.ts';

/** A question with what the views say of it. */
export interface Sample {
  evidence: Evidence;
  /** By entry: whether answering with it is right. Refusals are right for whatever the guide does not answer. */
  isRight: readonly boolean[];
  /** Whether the guide answers it. */
  inScope: boolean;
  /** How much it counts. */
  importance: number;
}

/** The entries in the order of the evidence. */
export interface Entries {
  ids: readonly string[];
  classes: readonly EntryClass[];
}

/**
 * What is gained by a right answer, by an offer that has it or has the refusal, by a refusal where the guide answers
 * (« the guide does not say » is untrue then), and by a wrong answer.
 */
const GAIN = { right: 1, offered: 0.25, refused: -0.5, wrong: -1 };
/** What is gained where something is offered that has nothing to do with the question: it is no answer, and costs little. */
const GAIN_BESIDE_THE_POINT = 0.75;
/** Weights far from 0 have to pay for themselves, as there are only some hundred questions. */
const PENALTY = 1e-4;
/** Adam (Kingma & Ba 2015) with its usual decays; after so many steps the weights stand still. */
const STEPS = 200;
const RATE = 0.08;
const DECAY = { mean: 0.9, square: 0.999 };

export const isRefusal = (entryClass: EntryClass | undefined): boolean =>
  entryClass === 'absent' || entryClass === 'outside';

/** Where the search starts: each view says something, no class is likelier than another. */
const START: Weights = {
  margin: 2,
  words: 3,
  letters: 1,
  neighbours: 4,
  classes: { topic: 0, absent: 0, outside: 0, smalltalk: 0, command: 0, followup: 0 },
  unknownStems: 0,
  unknownWords: 0,
  brevity: 0,
  sureness: 0.5,
};

/** So many of the likeliest entries of a message, and the right ones, hold all but a thousandth of its probability. */
const CANDIDATES = 24;

/** A sample as numbers: a row of features for each candidate, in the order of the weights without sureness. */
interface Compiled {
  rows: Float64Array[];
  isRight: boolean[];
  brevity: number;
  importance: number;
}

function compile(sample: Sample, { classes }: Entries): Compiled {
  const { evidence, isRight, importance } = sample;
  const likely = probabilities(evidence, classes, START);
  const order = classes.map((_, i) => i).sort((a, b) => (likely[b] as number) - (likely[a] as number));
  const candidates = order.filter((i, place) => place < CANDIDATES || isRight[i]);
  const brevity = brevityOf(evidence.length);
  return {
    rows: candidates.map((i) => {
      const entryClass = classes[i] as EntryClass;
      const isOutside = entryClass === 'outside' ? 1 : 0;
      const isInside = 1 - isOutside;
      return Float64Array.from([
        evidence.margins[i] as number,
        isInside * (evidence.words[i] as number),
        isInside * (evidence.letters[i] as number),
        isInside * (evidence.neighbours[i] as number),
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
function fitWeights(samples: readonly Sample[], entries: Entries): Weights {
  const compiled = samples.map((sample) => compile(sample, entries));
  const values = Float64Array.from(flatten(START));
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

/**
 * The thresholds in the middle of those, on a grid, under which the samples gain nearly most: the very best of them is
 * a matter of a few samples, and jumps from one end to the other when some are added.
 */
function fitThresholds(samples: readonly Sample[], entries: Entries, weights: Weights): Thresholds {
  const judged = samples.map((sample) => {
    const outcomeAt = judge(sample, entries, weights);
    const gainAt = (thresholds: Thresholds): number => {
      const outcome = outcomeAt(thresholds);
      return outcome === 'offered' && !sample.inScope ? GAIN_BESIDE_THE_POINT : GAIN[outcome];
    };
    // the weights keep what is outside apart; how sure one has to be is a matter of everything that people ask
    return { importance: Math.sqrt(sample.importance), gainAt };
  });
  const total = judged.reduce((sum, { importance }) => sum + importance, 0);
  const tried = GRID.answer.flatMap((answer) =>
    GRID.clarify.flatMap((clarify) =>
      GRID.doubt.map((doubt) => {
        const thresholds: Thresholds = { answer, talk: TALK, clarify, doubt, refuse: REFUSE };
        const gained = judged.reduce((sum, { importance, gainAt }) => sum + importance * gainAt(thresholds), 0);
        return { thresholds, gain: gained / total };
      }),
    ),
  );
  const most = Math.max(...tried.map(({ gain }) => gain));
  const good = tried.filter(({ gain }) => gain >= most - NEARLY).map(({ thresholds }) => thresholds);
  const middle = (of: keyof Thresholds) => good.map((t) => t[of]).sort((a, b) => a - b)[good.length >> 1] ?? 0;
  return { answer: middle('answer'), talk: TALK, refuse: REFUSE, clarify: middle('clarify'), doubt: middle('doubt') };
}

const GRID = {
  answer: [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7],
  clarify: [0.08, 0.12, 0.16, 0.2, 0.25],
  doubt: [0.1, 0.2, 0.3, 0.4, 0.6],
};
/** So much less gained a sample, on average, is as good. */
const NEARLY = 0.001;

/** Less than an answer needs, as small talk harms nobody; there are too few labelled messages of this kind to find it by. */
const TALK = 0.4;
/** Below it what exactly is missing is a guess, and people are told that nothing was found. */
const REFUSE = 0.3;

export type SampleOutcome = keyof typeof GAIN;

/** What the person gets, by the thresholds; a question out of scope is answered rightly by refusing it. */
export function judge(
  sample: Sample,
  { ids, classes }: Entries,
  weights: Weights,
): (thresholds: Thresholds) => SampleOutcome {
  const found = probabilities(sample.evidence, classes, weights);
  const ranked = ids
    .map((id, i) => ({ id, score: found[i] as number, class: classes[i], isRight: sample.isRight[i] === true }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES);
  const idsWhere = (test: (entryClass: EntryClass | undefined) => boolean) =>
    new Set(ranked.filter((r) => test(r.class)).map((r) => r.id));
  const refusals = idsWhere(isRefusal);
  const talk = idsWhere((entryClass) => entryClass === 'smalltalk');
  const character = { isRefusal: (id: string) => refusals.has(id), isSmallTalk: (id: string) => talk.has(id) };
  const right = new Set(ranked.filter((r) => r.isRight).map((r) => r.id));
  return (thresholds) => {
    const { outcome, entries } = decide(ranked, character, thresholds);
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
  w.letters,
  w.neighbours,
  w.unknownStems,
  w.unknownWords,
  w.brevity,
  ...CLASSES.map((c) => w.classes[c]),
  w.sureness,
];

function unflatten(values: readonly number[]): Weights {
  const [margin = 0, words = 0, letters = 0, neighbours = 0, unknownStems = 0, unknownWords = 0, ...others] = values;
  const [brevity = 0, ...rest] = others;
  const classes = Object.fromEntries(CLASSES.map((c, i) => [c, rest[i] ?? 0])) as Weights['classes'];
  const sureness = rest.at(-1) ?? 0;
  return { margin, words, letters, neighbours, unknownStems, unknownWords, brevity, classes, sureness };
}

/** Weights, and thresholds for what they give. */
export function fitCalibration(samples: readonly Sample[], entries: Entries): Calibration {
  const weights = fitWeights(samples, entries);
  return { weights, thresholds: fitThresholds(samples, entries, weights) };
}
