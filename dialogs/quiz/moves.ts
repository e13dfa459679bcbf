import type { Locale, QuizItem } from '../../knowledge/index.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import type { Intent, QuizCommand } from '../understand.ts';
import type { ScoredQuiz } from './finished.ts';
import { introText, notedText, whyText } from './replies.ts';
import { belongsTo, indexOf, isOpen, type QuizRun, startRun, withAnswer, withChange, withoutLast } from './run.ts';

/** What the quiz does next. `before`: sentences said before the item. */
export type Move =
  /** Goes on with this run: asks its current item, or gives the verdict where none is left. */
  | { kind: 'go-on'; run: QuizRun; before: string[] }
  /** Leaves the quiz; the run is kept. */
  | { kind: 'stop'; run: QuizRun }
  /** Leaves the quiz for something else, which answers the message; the run is kept. */
  | { kind: 'give-way'; run: QuizRun; intent: Intent; silently: boolean }
  /** Has the message answered, then asks the same item again. */
  | { kind: 'aside'; intent: Intent }
  /** Tells the answers of the last quiz with their numbers: which one is to change was not said. */
  | { kind: 'which' };

export interface Surroundings {
  knowledge: SpokenKnowledge;
  locale: Locale;
  /** Milliseconds since the epoch. */
  now: number;
  newId: () => string;
  /** The quizzes that came to their end, latest first. */
  finished: readonly ScoredQuiz[];
}

/** How a round of the waterfall begins. */
export interface Round {
  /** How the person came in; missing in the rounds after the first. */
  command?: QuizCommand;
  /** The item that `change` is about. */
  item?: string | undefined;
  /** What is said before the item. */
  before?: string[];
}

/**
 * How a conversation with or without an earlier run comes into the quiz.
 * @param itemId the item that `change` is about
 */
export function enter(command: QuizCommand, run: QuizRun | undefined, around: Surroundings, itemId?: string): Move {
  const { knowledge, locale, now, newId } = around;
  const texts = textsOf(knowledge, locale).quiz;
  const fresh = (...before: string[]): Move => ({
    kind: 'go-on',
    run: startRun(knowledge.quiz, newId(), now),
    before: [...before, introText(knowledge, locale)],
  });
  if (!run) return reopened() ?? fresh();
  if (command === 'stop' && isOpen(knowledge.quiz, run)) return { kind: 'stop', run };
  if (!belongsTo(run, knowledge.quiz)) return fresh(texts.changed);
  if (command === 'restart') return fresh(texts.restarted);
  const resumed = { ...run, resumed: true, askedAt: now };
  if (command === 'change') return change(resumed, itemId, around);
  const index = Object.keys(run.answers).length + 1;
  return { kind: 'go-on', run: resumed, before: [texts.resumed(index, knowledge.quiz.items.length)] };

  /** The last quiz once more, where an answer of it is to change. */
  function reopened(): Move | undefined {
    const [last] = around.finished;
    if (!last || (command !== 'change' && command !== 'back')) return undefined;
    if (command === 'change' && !itemId) return { kind: 'which' };
    const again = { ...startRun(knowledge.quiz, newId(), now), answers: { ...last.answers }, resumed: true };
    if (command === 'change') return change(again, itemId, around);
    return { kind: 'go-on', run: withoutLast(knowledge.quiz, again, now), before: [texts.back] };
  }
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
      return obey(intent, run, item, around);
    case 'erase':
      return { kind: 'give-way', run: paused(run), intent, silently: true };
    case 'distress':
      return { kind: 'give-way', run: paused(run), intent, silently: true };
    case 'talk':
      return saysBye(intent)
        ? { kind: 'give-way', run: paused(run), intent, silently: false }
        : { kind: 'aside', intent };
    case 'handoff':
    case 'verdict':
    case 'codes':
    case 'complaint':
    case 'language':
    case 'unreadable':
      return { kind: 'aside', intent };
  }
}

function obey(intent: Extract<Intent, { kind: 'quiz' }>, run: QuizRun, item: QuizItem, around: Surroundings): Move {
  const { command } = intent;
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
    case 'change':
      return change(run, intent.item, around);
    case 'why':
      return { kind: 'go-on', run, before: [whyText(knowledge, item, locale)] };
    case 'skip':
      return { kind: 'go-on', run, before: [texts.noSkip] };
    case 'stop':
      return { kind: 'stop', run: paused(run) };
  }
}

/** An answer that was given is asked for anew; one that was not comes in its turn. */
function change(run: QuizRun, itemId: string | undefined, { knowledge, locale, now }: Surroundings): Move {
  const { quiz } = knowledge;
  const texts = textsOf(knowledge, locale).quiz;
  const item = quiz.items.find(({ id }) => id === itemId);
  if (!item) return { kind: 'go-on', run, before: [texts.changeWhich] };
  const index = indexOf(quiz, item);
  if (run.answers[item.id] === undefined) return { kind: 'go-on', run, before: [texts.changeLater(index)] };
  return { kind: 'go-on', run: withChange(run, item.id, now), before: [texts.changing(index)] };
}

/** Times measured across a pause say nothing about reading. */
const paused = (run: QuizRun): QuizRun => ({ ...run, resumed: true });

const saysBye = (intent: Extract<Intent, { kind: 'talk' }>) =>
  intent.decision.outcome === 'answer' && intent.decision.entries[0] === 'bye';
