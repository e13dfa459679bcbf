/**
 * From answers to a result: pure functions of the quiz file. The formula, the caps and the quality rules are explained,
 * with their sources, in docs/quiz.md.
 */
import type { BandId, Quiz, QuizGate, QuizItem } from '../../knowledge/index.ts';

/** A raw answer: 1 (not me at all) to 5 (totally me), as pressed, whatever the item's keying. */
export type Answer = 1 | 2 | 3 | 4 | 5;
/** Raw answers by item id. */
export type Answers = Readonly<Record<string, Answer>>;

/** A cap that holds, with the gate that set it. `cap`: the highest score left, 0 to 100. */
export interface TriggeredCap {
  gate: QuizGate;
  cap: number;
  /** The dimension that fell too low; missing where an item set the cap. */
  dimension?: string;
}

/** `straightline`: the same button for every statement. */
export type Quality = 'ok' | 'straightline' | 'all-neutral' | 'inconsistent' | 'fast';

/** How the answers were given; it never changes the score. */
export interface Circumstances {
  /** Median time over the items answered by a button, in milliseconds; missing for typed or resumed quizzes. */
  medianMillis?: number;
}

/** What the answers come to. Scores are 0 to 100. */
export interface Result {
  /** By dimension id, in the order of the quiz. */
  dimensions: Record<string, number>;
  /** The weighted mean of the dimensions before rounding. */
  raw: number;
  /** `raw`, rounded half up: what the person's profile alone gives. */
  profile: number;
  /** The limit that the conditions of the job put on the score; 100 where none does. */
  cap: number;
  /** The smaller of profile and cap. */
  final: number;
  /** `undetermined` where the answers say nothing (`quality` is then `straightline`). */
  band: BandId | 'undetermined';
  quality: Quality;
  confidence: 'normal' | 'low';
  /** The range in which a second try would likely fall. */
  interval: [low: number, high: number];
  /** The score is less than five points from another band. */
  borderline: boolean;
  /** The caps that hold, lowest first. */
  caps: TriggeredCap[];
  /** Up to three dimensions that speak for the job, strongest first. */
  strengths: string[];
  /** Up to three things to look at, most pressing first. */
  watch: WatchPoint[];
}

/** Something that stands in the way: a condition, or a dimension that came out low. */
export type WatchPoint = { kind: 'cap'; cap: TriggeredCap } | { kind: 'dimension'; dimension: string };

const NEUTRAL = 3;
const OPPOSITE = { 1: 5, 2: 4, 3: 3, 4: 2, 5: 1 } as const;
const STRENGTH_FROM = 75;
const WATCH_UP_TO = 40;
const MAX_POINTS = 3;
/** Two caps this low together leave only the lowest band. */
const LOW_CAP = 59;
const TWO_LOW_CAPS = 39;
const RANGE = 10;
const RANGE_INCONSISTENT = 20;
const BORDERLINE_WITHIN = 5;
/** Bowling et al. 2021: under two seconds an item was hardly read. */
const FAST_MILLIS = 2000;
/** Two favourable answers of one dimension this far apart contradict each other. */
const CONTRADICTION = 3;
const CONTRADICTIONS_FOR_DOUBT = 3;

/**
 * @param answers one for each item of the quiz
 * @throws RangeError where an item has no answer
 */
export function score(quiz: Quiz, answers: Answers, circumstances: Circumstances = {}): Result {
  const favourable = favourableAnswers(quiz, answers);
  const dimensions = Object.fromEntries(
    quiz.dimensions.map(({ id }) => [id, mean(itemsOf(quiz, id).map((item) => 25 * (of(favourable, item.id) - 1)))]),
  );
  const raw = quiz.dimensions.reduce((sum, d) => sum + d.weight * of(dimensions, d.id), 0) / 100;
  const profile = Math.floor(raw + 0.5);
  const caps = triggeredCaps(quiz, favourable, dimensions);
  const cap = overallCap(caps);
  const final = Math.min(profile, cap);
  const quality = qualityOf(quiz, answers, favourable, circumstances);
  const range = quality === 'inconsistent' ? RANGE_INCONSISTENT : RANGE;
  const edges = quiz.bands.map((b) => b.min).filter((min) => min > 0);
  return {
    dimensions,
    raw,
    profile,
    cap,
    final,
    band: quality === 'straightline' ? 'undetermined' : bandOf(quiz, final),
    quality,
    confidence: quality === 'ok' ? 'normal' : 'low',
    interval: [Math.max(0, final - range), Math.min(cap, final + range)],
    borderline: edges.some((edge) => Math.abs(final - edge) < BORDERLINE_WITHIN),
    caps,
    strengths: strengthsOf(quiz, dimensions),
    watch: watchPoints(quiz, dimensions, caps),
  };
}

/** The band that a final score of 0 to 100 falls into. */
export function bandOf(quiz: Quiz, final: number): BandId {
  const band = quiz.bands.find((b) => final >= b.min && final <= b.max);
  if (!band) throw new RangeError(`no band of the quiz holds ${final}`);
  return band.id;
}

/** The caps that set the limit: each of the lowest does, or those that do so only together. */
export function bindingCaps({ cap, caps }: Result): TriggeredCap[] {
  const alone = caps.filter((c) => c.cap === cap);
  return alone.length > 0 ? alone : caps.filter((c) => c.cap <= LOW_CAP);
}

/** Answers turned so that 5 always speaks for the job. */
function favourableAnswers(quiz: Quiz, answers: Answers): Record<string, number> {
  return Object.fromEntries(
    quiz.items.map((item) => {
      const answer = answers[item.id];
      if (answer === undefined) throw new RangeError(`item "${item.id}" has no answer`);
      return [item.id, turned(item, answer)];
    }),
  );
}

/** A raw answer turned so that 5 speaks for the job; and such a one turned back. */
export const turned = (item: QuizItem, answer: Answer): Answer => (item.keyed === '-' ? OPPOSITE[answer] : answer);

function triggeredCaps(
  quiz: Quiz,
  favourable: Record<string, number>,
  dimensions: Record<string, number>,
): TriggeredCap[] {
  const caps = quiz.gates.flatMap((gate): TriggeredCap[] => {
    if ('item' in gate) {
      const cap = lowest(gate.rules.filter((r) => of(favourable, gate.item) <= r.favourableMax));
      return cap === undefined ? [] : [{ gate, cap }];
    }
    return gate.dimensions.flatMap((dimension) => {
      const cap = lowest(gate.rules.filter((r) => of(dimensions, dimension) < r.scoreBelow));
      return cap === undefined ? [] : [{ gate, cap, dimension }];
    });
  });
  return caps.sort((a, b) => a.cap - b.cap);
}

const lowest = (rules: { cap: number }[]) => (rules.length > 0 ? Math.min(...rules.map((r) => r.cap)) : undefined);

/** The limit that caps put on the score together, 0 to 100. */
export function overallCap(caps: readonly TriggeredCap[]): number {
  const cap = Math.min(100, ...caps.map((c) => c.cap));
  return caps.filter((c) => c.cap <= LOW_CAP).length >= 2 ? Math.min(cap, TWO_LOW_CAPS) : cap;
}

function qualityOf(
  quiz: Quiz,
  answers: Answers,
  favourable: Record<string, number>,
  { medianMillis }: Circumstances,
): Quality {
  const statements = statementItems(quiz);
  const first = answers[statements[0]?.id ?? ''];
  if (statements.every((item) => answers[item.id] === first)) return first === NEUTRAL ? 'all-neutral' : 'straightline';
  const contradictions = statementDimensions(quiz).filter((id) => {
    const values = itemsOf(quiz, id).map((item) => of(favourable, item.id));
    return Math.max(...values) - Math.min(...values) >= CONTRADICTION;
  });
  if (contradictions.length >= CONTRADICTIONS_FOR_DOUBT) return 'inconsistent';
  return medianMillis !== undefined && medianMillis < FAST_MILLIS ? 'fast' : 'ok';
}

/**
 * Dimensions asked by statements to agree with: each has items of both keyings, so that agreeing with everything gives
 * the middle. The others ask about conditions, whose answers may well be the same.
 */
const statementDimensions = (quiz: Quiz): string[] =>
  quiz.dimensions.map((d) => d.id).filter((id) => new Set(itemsOf(quiz, id).map((item) => item.keyed)).size === 2);

const statementItems = (quiz: Quiz): QuizItem[] => {
  const ids = new Set(statementDimensions(quiz));
  return quiz.items.filter((item) => ids.has(item.dimension));
};

const strengthsOf = (quiz: Quiz, dimensions: Record<string, number>): string[] =>
  quiz.dimensions
    .map(({ id, weight }) => ({ id, score: of(dimensions, id), weight }))
    .filter((d) => d.score >= STRENGTH_FROM)
    .sort((a, b) => b.weight * b.score - a.weight * a.score)
    .slice(0, MAX_POINTS)
    .map((d) => d.id);

function watchPoints(quiz: Quiz, dimensions: Record<string, number>, caps: readonly TriggeredCap[]): WatchPoint[] {
  const conditions = caps.map((cap): WatchPoint => ({ kind: 'cap', cap }));
  const told = new Set(caps.flatMap((c) => c.dimension ?? []));
  const low = quiz.dimensions
    .map((d) => d.id)
    .filter((id) => of(dimensions, id) <= WATCH_UP_TO && !told.has(id))
    .sort((a, b) => of(dimensions, a) - of(dimensions, b))
    .map((dimension): WatchPoint => ({ kind: 'dimension', dimension }));
  return [...conditions, ...low].slice(0, MAX_POINTS);
}

const itemsOf = (quiz: Quiz, dimension: string) => quiz.items.filter((item) => item.dimension === dimension);
const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

function of(values: Record<string, number>, id: string): number {
  const value = values[id];
  if (value === undefined) throw new RangeError(`no value for "${id}"`);
  return value;
}
