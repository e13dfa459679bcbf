import { z } from 'zod';
import { buttonLabel, plainSentence, sentence, text } from '../../knowledge/index.ts';

/** What people may type: words that mean the same. */
const phrases = z.array(text).min(1, 'needs a phrase');

/**
 * Every sentence the bot itself says, in one language: the shape of `texts.yaml` (docs/content.md). What it knows of the
 * job is content of its own.
 */
export const textsFile = z.strictObject({
  greeting: plainSentence,
  /** Under a greeting: the quiz that the person left. */
  greetingWithPausedQuiz: sentence('index', 'total'),
  /** Under an answer: where it comes from. Small. */
  source: sentence('section'),
  /** Before the topics to pick from. */
  clarify: plainSentence,
  unknown: z.strictObject({ text: plainSentence, withTopics: plainSentence }),
  unreadable: z.strictObject({ empty: plainSentence, attachment: plainSentence, long: plainSentence }),
  distress: plainSentence,
  /** The person is not content with the bot. */
  complaint: plainSentence,
  handoff: z.strictObject({ withAdvisor: sentence('contact'), withoutAdvisor: plainSentence }),
  erase: z.strictObject({
    /** Takes what there is, as phrases. */
    ask: sentence('stored').transform((say) => (stored: readonly string[]) => say(bulletList(stored))),
    messages: plainSentence,
    /** Takes how many there are, at least one. */
    result: plainSentence,
    quizAnswers: z.strictObject({ one: plainSentence, more: sentence('count') }).transform(
      ({ one, more }) =>
        (count: number) =>
          count > 1 ? more(count) : one,
    ),
    confirm: buttonLabel,
    cancel: buttonLabel,
    /** Words, beside the buttons, that confirm. */
    yes: phrases,
    /** Words with which a wish to erase is none: « n'efface pas ». */
    negations: phrases,
    /** Words, beside the buttons, that keep everything. */
    no: phrases,
    done: plainSentence,
    kept: plainSentence,
  }),
  /** The person asked for this language. */
  language: plainSentence,
  fault: plainSentence,
  quiz: z.strictObject({
    /** Before an item: where the person stands and the statement. */
    item: sentence('index', 'total', 'text'),
    /** Repeats the answer that was understood. */
    noted: sentence('label'),
    resumed: sentence('index', 'total'),
    restarted: plainSentence,
    /** The quiz was edited since the person left it. */
    changed: plainSentence,
    back: plainSentence,
    backAtStart: plainSentence,
    /** An answer given before is asked for anew; it was not said which; it was not given yet. */
    changing: sentence('index'),
    changeWhich: plainSentence,
    changeLater: sentence('index'),
    /** One line of the list of answers to choose from. */
    answered: sentence('index', 'text', 'label'),
    why: sentence('reason', 'section'),
    noSkip: plainSentence,
    stopped: sentence('index', 'total'),
    unclear: plainSentence,
    stale: plainSentence,
    staleWithoutQuiz: plainSentence,
  }),
  verdict: z.strictObject({
    title: sentence('label', 'score', 'low', 'high'),
    noScore: sentence('label'),
    /** Before what limits the score. */
    reason: sentence('text'),
    capped: sentence('profile', 'cap', 'reason'),
    /** Several conditions, each of which limits the score so far. */
    cappedByEach: sentence('profile', 'cap', 'reasons'),
    /** Several conditions that only together limit the score so far. */
    cappedTogether: sentence('profile', 'cap', 'reasons'),
    /** Which dimension is meant where a condition watches several. */
    reasonOfDimension: sentence('label', 'reason'),
    borderline: plainSentence,
    strengths: plainSentence,
    watch: plainSentence,
    next: plainSentence,
    dimensions: plainSentence,
    /** What would lead to the next band. */
    changes: sentence('text'),
    /** One line of a list, with the section of the guide that it comes from. */
    point: sentence('text', 'section'),
    dimension: sentence('label', 'score'),
    code: sentence('code'),
    codeAndPage: sentence('code', 'page'),
  }),
  /** Talk about a result. */
  explain: z.strictObject({
    /** There is no result yet, or only one. `start`: how a code begins. */
    noResult: sentence('start'),
    nothingToCompare: sentence('start'),
    why: sentence('score', 'label'),
    /** No condition limits the score. */
    unlimited: plainSentence,
    /** Heading of what each dimension brings; then one line of that list. */
    gains: plainSentence,
    gain: sentence('label', 'gained', 'weight'),
    /** The dimension that costs most points; one line of the answers behind it. */
    costly: sentence('label'),
    answer: sentence('item', 'label'),
    /** One cap, by its name, and the score without it. */
    withoutCap: sentence('name', 'score'),
    /** Before the dimensions with their weights; one line of that list. */
    weights: plainSentence,
    weight: sentence('label', 'weight'),
    conditions: sentence('names'),
    /** What weighs most in the person's own answers, for and against. */
    ownWeights: sentence('gaining', 'losing'),
    /** An item answered otherwise, or a dimension at its best, as a condition; what joins two such conditions. */
    change: sentence('item', 'from', 'to'),
    dimensionAtBest: sentence('label'),
    and: plainSentence,
    /** What the next band takes: a few answers, more than three, or nothing, as there is none. */
    changesTo: sentence('changes', 'score', 'label'),
    manyChanges: sentence('label', 'dimensions'),
    topBand: plainSentence,
    whatIf: sentence('changes', 'before', 'after', 'label'),
    /** The score stays, as these other conditions limit it. */
    whatIfSame: sentence('changes', 'score', 'names'),
    alreadyBest: sentence('name'),
    calculated: plainSentence,
    comparison: sentence('before', 'beforeLabel', 'after', 'afterLabel'),
    /** Below a verdict, where there is an earlier one. */
    progress: sentence('before', 'after', 'difference'),
    sameAnswers: plainSentence,
    /** `by` has its sign. */
    differs: sentence('by'),
    noise: sentence('by', 'threshold'),
    bandByNoise: plainSentence,
    /** Headings and lines of what is different. */
    dimensions: plainSentence,
    answers: plainSentence,
    moved: sentence('name', 'from', 'to'),
    more: sentence('count'),
    capGone: sentence('name'),
    capNew: sentence('name', 'cap'),
    capMoved: sentence('name', 'from', 'to'),
    notComparable: plainSentence,
    /** A result code with a mistake, by what is wrong. `start`: the part before the digits; `count`: how many they are. */
    mistyped: z.strictObject({
      length: sentence('start', 'count'),
      digits: sentence('start', 'answers'),
      check: plainSentence,
      version: plainSentence,
    }),
  }),
  buttons: z.strictObject({ retake: buttonLabel, discover: buttonLabel }),
});

/** A sentence with something to fill in is a function of it, in the order in which the shape names it. */
export type Texts = z.infer<typeof textsFile>;

const bulletList = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
