import type { Activity } from 'botbuilder';
import { z } from 'zod';
import {
  ContentError,
  type Decision,
  type Knowledge,
  type Locale,
  plainText,
  type Understand,
} from '../knowledge/index.ts';
import { type FinishedQuiz, scored } from './quiz/finished.ts';
import type { ReadAnswer } from './quiz/readAnswer.ts';
import type { ReadItems } from './quiz/readItems.ts';
import { type CodeReading, readCodes } from './quiz/resultCode.ts';
import { belongsTo, currentItem, type QuizRun } from './quiz/run.ts';
import type { Answer } from './quiz/scoring.ts';

/** What the person wants with a message: computed here, acted on by the dialogs. */
export type Intent =
  | { kind: 'answer-item'; item: string; answer: Answer; pressed: boolean }
  /** A button of a question that is over. */
  | { kind: 'stale-button' }
  /** Meant for the current item and not understood. */
  | { kind: 'unclear-answer' }
  /** `item`: the id of the one that `change` is about, where it says so. */
  | { kind: 'quiz'; command: QuizCommand; item?: string | undefined }
  /** Asks about the last verdict. `items`: ids of those that `what-if` is about. */
  | { kind: 'verdict'; question: VerdictQuestion; items: string[] }
  /** Holds result codes, or what was meant to be one: at least one. */
  | { kind: 'codes'; readings: CodeReading[] }
  | { kind: 'handoff' }
  | { kind: 'distress' }
  /** The person is not content with the bot. */
  | { kind: 'complaint' }
  | { kind: 'erase' }
  /** The person wants to go on in another language. */
  | { kind: 'language'; locale: Locale }
  /** A question, small talk, or something unknown. */
  | { kind: 'talk'; decision: Decision }
  | { kind: 'unreadable'; why: 'empty' | 'attachment' | 'long' };

export type QuizCommand = 'start' | 'resume' | 'back' | 'change' | 'why' | 'skip' | 'restart' | 'stop';

export type VerdictQuestion = 'why' | 'weights' | 'what-if' | 'show' | 'compare';

/** Where the conversation stands. */
export interface Situation {
  locale: Locale;
  /** What the last answer was about, and what the last reply offered to pick from: see `Session`. */
  topics?: readonly string[] | undefined;
  offered?: readonly string[] | undefined;
  /** The quiz run, if any. */
  run: QuizRun | undefined;
  /** The quizzes that came to their end, latest first. */
  finished?: readonly FinishedQuiz[] | undefined;
  /** The person is being asked an item right now. */
  asking: boolean;
}

/** A message of more characters than this is no question any more. */
const MAX_LENGTH = 1500;

/** The least confidence, 0 to 1, of a command or small talk in the middle of an item: a word or two is likelier an answer. */
const PLAIN_COMMAND = { short: 0.6, longer: 0.4 };
const SHORT_WORDS = 2;

/** Figures and signs alone are no question while an item is asked: « 4-5 » and « 6 » were meant for it. */
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;

const pressedButton = z.object({
  quiz: z.string(),
  question: z.string(),
  value: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
});

const COMMANDS: ReadonlyMap<string, Intent> = new Map<string, Intent>([
  ['quiz', { kind: 'quiz', command: 'start' }],
  ['quiz-resume', { kind: 'quiz', command: 'resume' }],
  ['quiz-back', { kind: 'quiz', command: 'back' }],
  ['quiz-change', { kind: 'quiz', command: 'change' }],
  ['quiz-why', { kind: 'quiz', command: 'why' }],
  ['quiz-skip', { kind: 'quiz', command: 'skip' }],
  ['quiz-restart', { kind: 'quiz', command: 'restart' }],
  ['quiz-stop', { kind: 'quiz', command: 'stop' }],
  ['verdict-why', { kind: 'verdict', question: 'why', items: [] }],
  ['verdict-weights', { kind: 'verdict', question: 'weights', items: [] }],
  ['verdict-what-if', { kind: 'verdict', question: 'what-if', items: [] }],
  ['verdict-show', { kind: 'verdict', question: 'show', items: [] }],
  ['verdict-compare', { kind: 'verdict', question: 'compare', items: [] }],
  ['handoff', { kind: 'handoff' }],
  ['distress', { kind: 'distress' }],
  ['complaint', { kind: 'complaint' }],
  ['erase', { kind: 'erase' }],
]);
/** `speak-fr`: the command to go on in a language; any of the content's may have one. */
const SPEAK = 'speak-';

export interface UnderstandingOptions {
  knowledge: Knowledge;
  understand: Understand;
  readAnswer: Readonly<Record<Locale, ReadAnswer>>;
  readItems: Readonly<Record<Locale, ReadItems>>;
}

/** An intent, and the language that the person has it in. */
export interface Reading {
  intent: Intent;
  locale: Locale;
}

/** The words, the button and the situation, weighed in one place. Pure. */
export function createIntentReader({ knowledge, understand, readAnswer, readItems }: UnderstandingOptions) {
  return (activity: Partial<Activity>, situation: Situation): Reading => {
    const { locale, topics = [], offered = [], run, finished, asking } = situation;
    const { quiz } = knowledge;
    const here = (intent: Intent): Reading => ({ intent, locale });
    const item = asking && run && belongsTo(run, quiz) ? currentItem(quiz, run) : undefined;
    const button = pressedButton.safeParse(activity.value);
    if (button.success) {
      const { quiz: runId, question, value } = button.data;
      if (item && runId === run?.id && question === item.id)
        return here({ kind: 'answer-item', item: item.id, answer: value, pressed: true });
      // of a quiz that was paused meanwhile: the item is asked again rather than answered unseen
      return here(!asking && runId === run?.id ? { kind: 'quiz', command: 'resume' } : { kind: 'stale-button' });
    }
    const text = (activity.text ?? '').trim();
    if (!text) return here({ kind: 'unreadable', why: activity.attachments?.length ? 'attachment' : 'empty' });
    const context = { locale, topics, offered, quiz: asking ? 'asking' : run ? 'paused' : 'none' } as const;
    if (text.length > MAX_LENGTH) {
      // nobody has to be brief to be heard
      const ends = [text.slice(0, MAX_LENGTH), text.slice(-MAX_LENGTH)].map((end) => understand(end, context));
      const isDistress = ends.some(({ outcome, entries }) => outcome === 'answer' && entries[0] === 'distress');
      return here(isDistress ? { kind: 'distress' } : { kind: 'unreadable', why: 'long' });
    }

    const readings = readCodes(quiz, text);
    if (readings.length > 0) return here({ kind: 'codes', readings });
    // answers are read in the conversation's language first: « ja » and « totally » are answers in any
    const spoken = [locale, ...knowledge.locales.filter((other) => other !== locale)];
    const answer = item && spoken.flatMap((one) => readAnswer[one]?.(text, item.id) ?? [])[0];
    if (answer && item) return here({ kind: 'answer-item', item: item.id, answer, pressed: false });
    const decision = understand(text, { ...context, result: scored(quiz, finished).length > 0 });
    if (item && !text.includes('?') && !isPlain(decision, text, knowledge)) return here({ kind: 'unclear-answer' });
    const [first = ''] = decision.outcome === 'answer' ? decision.entries : [];
    const command = commandOf(first, knowledge);
    // a figure alone picks something, or answers an item that is over: nothing is taken back by it
    if (command?.kind === 'quiz' && command.command === 'change' && !LETTER.test(text))
      return here({ kind: 'talk', decision: { ...decision, outcome: 'unknown', entries: [] } });
    if (command?.kind === 'language') return { intent: command, locale: command.locale };
    if (command) {
      const mentioned = readItems[decision.locale]?.(text) ?? [];
      return { intent: about(command, mentioned), locale: decision.locale };
    }
    // a word or two that nobody understood is in no other language either
    const entry = knowledge.entries.get(first);
    const isKnown = entry !== undefined && !(entry.kind === 'absent' && entry.outside);
    const isClear = isKnown || plainText(text).split(' ').length > SHORT_WORDS;
    return { intent: { kind: 'talk', decision }, locale: isClear ? decision.locale : locale };
  };
}

/** A command with the items that the message names. */
function about(command: Intent, mentioned: string[]): Intent {
  if (command.kind === 'verdict') return { ...command, items: mentioned };
  return command.kind === 'quiz' && command.command === 'change' ? { ...command, item: mentioned[0] } : command;
}

/**
 * While an item is asked, most messages are meant as answers: what is none of the known ones counts as something else only
 * where that is clear. Leaving the quiz or starting it anew by mistake would cost people their patience.
 */
function isPlain(decision: Decision, text: string, { entries }: Knowledge): boolean {
  const [id = ''] = decision.entries;
  if (decision.outcome !== 'answer' || (DIGIT.test(text) && !LETTER.test(text))) return false;
  const entry = entries.get(id);
  // what has nothing to do with the guide is likelier an answer in words that nobody knows
  if (entry?.kind === 'absent' && entry.outside) return false;
  if (id === 'distress' || entry?.kind === 'topic') return true;
  const isShort = plainText(text).split(' ').length <= SHORT_WORDS;
  return decision.confidence >= (isShort ? PLAIN_COMMAND.short : PLAIN_COMMAND.longer);
}

export type ReadIntent = ReturnType<typeof createIntentReader>;

/** What a command of the content asks for; nothing where no code acts on it. */
function commandOf(id: string, { locales }: Pick<Knowledge, 'locales'>): Intent | undefined {
  const locale = id.startsWith(SPEAK) ? id.slice(SPEAK.length) : '';
  return locales.includes(locale) ? { kind: 'language', locale } : COMMANDS.get(id);
}

/** @throws ContentError where the content has a command that no code acts on, or for a language that it does not have */
export function checkCommands({ entries, locales }: Pick<Knowledge, 'entries' | 'locales'>): void {
  for (const { id, kind, listedIn } of entries.values()) {
    if (kind !== 'command' || commandOf(id, { locales })) continue;
    const spoken = locales.map((locale) => `${SPEAK}${locale}`);
    throw id.startsWith(SPEAK)
      ? new ContentError(
          listedIn,
          id,
          'is for a language that the content does not have',
          `take it out, or add the language (docs/content.md); there are ${spoken.join(', ')}`,
        )
      : new ContentError(listedIn, id, 'is no known command', `use ${[...COMMANDS.keys(), ...spoken].join(', ')}`);
  }
}
