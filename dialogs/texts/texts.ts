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
  }),
  buttons: z.strictObject({ retake: buttonLabel, discover: buttonLabel }),
});

/** A sentence with something to fill in is a function of it, in the order in which the shape names it. */
export type Texts = z.infer<typeof textsFile>;

const bulletList = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
