import type { Locale, QuizItem } from '../../knowledge/index.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import type { Intent, QuizCommand } from '../understand.ts';
import { introText, notedText, whyText } from './replies.ts';
import { belongsTo, isOpen, type QuizRun, startRun, withAnswer, withoutLast } from './run.ts';

/** What the quiz does next. `before`: sentences said before the item. */
export type Move =
  /** Goes on with this run: asks its current item, or gives the verdict where none is left. */
  | { kind: 'go-on'; run: QuizRun; before: string[] }
  /** Leaves the quiz; the run is kept. */
  | { kind: 'stop'; run: QuizRun }
  /** Leaves the quiz for something else, which answers the message; the run is kept. */
  | { kind: 'give-way'; run: QuizRun; intent: Intent; silently: boolean }
  /** Has the message answered, then asks the same item again. */
  | { kind: 'aside'; intent: Intent };

export interface Surroundings {
  knowledge: SpokenKnowledge;
  locale: Locale;
  /** Milliseconds since the epoch. */
  now: number;
  newId: () => string;
}

/** How a round of the waterfall begins. */
export interface Round {
  /** How the person came in; missing in the rounds after the first. */
  command?: QuizCommand;
  /** What is said before the item. */
  before?: string[];
}

/** How a conversation with or without an earlier run comes into the quiz. */
export function enter(command: QuizCommand, run: QuizRun | undefined, around: Surroundings): Move {
  const { knowledge, locale, now, newId } = around;
  const texts = textsOf(knowledge, locale).quiz;
  const fresh = (...before: string[]): Move => ({
    kind: 'go-on',
    run: startRun(knowledge.quiz, newId(), now),
    before: [...before, introText(knowledge, locale)],
  });
  if (!run) return fresh();
  if (command === 'stop' && isOpen(knowledge.quiz, run)) return { kind: 'stop', run };
  if (!belongsTo(run, knowledge.quiz)) return fresh(texts.changed);
  if (command === 'restart') return fresh(texts.restarted);
  const resumed = { ...run, resumed: true, askedAt: now };
  const index = Object.keys(run.answers).length + 1;
  return { kind: 'go-on', run: resumed, before: [texts.resumed(index, knowledge.quiz.items.length)] };
}

/** What an intent leads to while `item` is being asked. */
export function hear(intent: Intent, run: QuizRun, item: QuizItem, around: Surroundings): Move {
  const { knowledge, locale, now } = around;
  const texts = textsOf(knowledge, locale).quiz;
  const again = (...before: string[]): Move => ({ kind: 'go-on', run, before });
  switch (intent.kind) {
    case 'answer-item':
      return {
        kind: 'go-on',
        run: withAnswer(run, item, intent.answer, now, intent.pressed),
        before: [notedText(knowledge, item.id, intent.answer, locale)],
      };
    case 'stale-button':
      return again(texts.stale);
    case 'unclear-answer':
      return again(texts.unclear);
    case 'quiz':
      return obey(intent.command, run, item, around);
    case 'erase':
      return { kind: 'give-way', run: paused(run), intent, silently: true };
    case 'distress':
      return { kind: 'give-way', run: paused(run), intent, silently: true };
    case 'talk':
      return saysBye(intent)
        ? { kind: 'give-way', run: paused(run), intent, silently: false }
        : { kind: 'aside', intent };
    case 'handoff':
    case 'complaint':
    case 'language':
    case 'unreadable':
      return { kind: 'aside', intent };
  }
}

function obey(command: QuizCommand, run: QuizRun, item: QuizItem, around: Surroundings): Move {
  const { knowledge, locale, now } = around;
  const texts = textsOf(knowledge, locale).quiz;
  switch (command) {
    case 'start':
    case 'resume':
      return { kind: 'go-on', run, before: [] };
    case 'restart':
      return enter('restart', run, around);
    case 'back': {
      const earlier = withoutLast(knowledge.quiz, run, now);
      return { kind: 'go-on', run: earlier, before: [earlier === run ? texts.backAtStart : texts.back] };
    }
    case 'why':
      return { kind: 'go-on', run, before: [whyText(knowledge, item, locale)] };
    case 'skip':
      return { kind: 'go-on', run, before: [texts.noSkip] };
    case 'stop':
      return { kind: 'stop', run: paused(run) };
  }
}

/** Times measured across a pause say nothing about reading. */
const paused = (run: QuizRun): QuizRun => ({ ...run, resumed: true });

const saysBye = (intent: Extract<Intent, { kind: 'talk' }>) =>
  intent.decision.outcome === 'answer' && intent.decision.entries[0] === 'bye';
