import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Decision, Entry, Knowledge, Locale, Understand } from '../knowledge/index.ts';
import type { ReadAnswer } from './quiz/readAnswer.ts';
import { belongsTo, currentItem, type QuizRun } from './quiz/run.ts';
import type { Answer } from './quiz/scoring.ts';

/** What the person wants with a message: computed here, acted on by the dialogs. */
export type Intent =
  | { kind: 'answer-item'; item: string; answer: Answer; pressed: boolean }
  /** A button of a question that is over. */
  | { kind: 'stale-button' }
  /** Meant for the current item and not understood. */
  | { kind: 'unclear-answer' }
  | { kind: 'quiz'; command: QuizCommand }
  | { kind: 'handoff' }
  | { kind: 'distress' }
  | { kind: 'erase' }
  /** A question, small talk, or something unknown. */
  | { kind: 'talk'; decision: Decision }
  | { kind: 'unreadable'; why: 'empty' | 'attachment' | 'long' };

export type QuizCommand = 'start' | 'resume' | 'back' | 'why' | 'skip' | 'restart' | 'stop';

/** Where the conversation stands. */
export interface Situation {
  locale: Locale;
  /** The quiz run, if any. */
  run: QuizRun | undefined;
  /** The person is being asked an item right now. */
  asking: boolean;
}

/** A message of more characters than this is no question any more. */
const MAX_LENGTH = 1500;

/** Figures and signs alone are no question: « 4-5 » and « 6 » were meant for the item. */
const LETTER = /\p{L}/u;

const pressedButton = z.object({
  quiz: z.string(),
  question: z.string(),
  value: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
});

const COMMANDS: Record<string, Intent> = {
  quiz: { kind: 'quiz', command: 'start' },
  'quiz-resume': { kind: 'quiz', command: 'resume' },
  'quiz-back': { kind: 'quiz', command: 'back' },
  'quiz-why': { kind: 'quiz', command: 'why' },
  'quiz-skip': { kind: 'quiz', command: 'skip' },
  'quiz-restart': { kind: 'quiz', command: 'restart' },
  'quiz-stop': { kind: 'quiz', command: 'stop' },
  handoff: { kind: 'handoff' },
  distress: { kind: 'distress' },
  erase: { kind: 'erase' },
};

export interface UnderstandingOptions {
  knowledge: Knowledge;
  understand: Understand;
  readAnswer: Record<Locale, ReadAnswer>;
}

/** The words, the button and the situation, weighed in one place. Pure. */
export function createIntentReader({ knowledge, understand, readAnswer }: UnderstandingOptions) {
  return (activity: Partial<Activity>, { locale, run, asking }: Situation): Intent => {
    const { quiz } = knowledge;
    const item = asking && run && belongsTo(run, quiz) ? currentItem(quiz, run) : undefined;
    const button = pressedButton.safeParse(activity.value);
    if (button.success) {
      const { quiz: runId, question, value } = button.data;
      if (item && runId === run?.id && question === item.id)
        return { kind: 'answer-item', item: item.id, answer: value, pressed: true };
      // of a quiz that was paused meanwhile: the item is asked again rather than answered unseen
      return !asking && runId === run?.id ? { kind: 'quiz', command: 'resume' } : { kind: 'stale-button' };
    }
    const text = (activity.text ?? '').trim();
    if (!text) return { kind: 'unreadable', why: activity.attachments?.length ? 'attachment' : 'empty' };
    if (text.length > MAX_LENGTH) return { kind: 'unreadable', why: 'long' };

    const answer = item && readAnswer[locale]?.(text, item.id);
    if (answer && item) return { kind: 'answer-item', item: item.id, answer, pressed: false };
    const decision = understand(text, { locale, quiz: run !== undefined });
    const command = decision.outcome === 'answer' ? COMMANDS[decision.entries[0] ?? ''] : undefined;
    if (command) return command;
    const lost = decision.outcome !== 'answer' || (decision.confidence < 1 && !LETTER.test(text));
    return item && lost && !text.includes('?') ? { kind: 'unclear-answer' } : { kind: 'talk', decision };
  };
}

export type ReadIntent = ReturnType<typeof createIntentReader>;

/** @throws Error where the content has a command that no code acts on */
export function checkCommands(entries: Iterable<Entry>): void {
  for (const entry of entries)
    if (entry.kind === 'command' && !COMMANDS[entry.id])
      throw new Error(
        `${entry.listedIn}: command "${entry.id}" is unknown. What to do: use ${Object.keys(COMMANDS).join(', ')}.`,
      );
}
