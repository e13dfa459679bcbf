import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enter, hear, type Move } from '../../dialogs/quiz/moves.ts';
import {
  belongsTo,
  circumstancesOf,
  completeAnswers,
  currentItem,
  indexOf,
  isOpen,
  type QuizRun,
  startRun,
  withAnswer,
  withoutLast,
} from '../../dialogs/quiz/run.ts';
import type { Answer } from '../../dialogs/quiz/scoring.ts';
import { withSentences } from '../../dialogs/texts/index.ts';
import type { Intent } from '../../dialogs/understand.ts';
import { loadKnowledge, type Quiz, type QuizItem } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';

const knowledge = withSentences(loadKnowledge(contentDir));
const { quiz } = knowledge;

const itemAt = (index: number): QuizItem => {
  const item = quiz.items[index];
  if (!item) throw new Error(`the quiz has no item ${index}`);
  return item;
};
/** Answers the next items, each after so many milliseconds. */
const answered = (quiz: Quiz, millis: readonly number[], pressed = true): QuizRun => {
  let now = 1000;
  return millis.reduce(
    (run, wait, i) => {
      const item = quiz.items[i];
      if (!item) throw new Error('more answers than items');
      now += wait;
      return withAnswer(run, item, 4, now, pressed);
    },
    startRun(quiz, 'run', now),
  );
};
const times = (count: number, millis: number) => Array.from({ length: count }, () => millis);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}

describe('the current item', () => {
  it('is the first one at the start', () => {
    expect(currentItem(quiz, startRun(quiz, 'run', 0))).toBe(itemAt(0));
  });

  it('is the first without an answer, also where later ones have theirs', () => {
    const run = { ...startRun(quiz, 'run', 0), answers: { [itemAt(0).id]: 4, [itemAt(2).id]: 1 } } satisfies QuizRun;
    expect(currentItem(quiz, run)).toBe(itemAt(1));
  });

  it('is the new one where the quiz got an item in its middle: what is known is kept by id, not by place', () => {
    const added: QuizItem = { ...itemAt(0), id: 'added' };
    const longer = { ...quiz, items: [itemAt(0), added, ...quiz.items.slice(1)] };
    expect(currentItem(longer, answered(quiz, times(3, 10)))).toBe(added);
  });

  it('is none when all are answered, and only then are the answers complete', () => {
    const almost = answered(quiz, times(11, 10));
    expect([currentItem(quiz, almost)?.id, completeAnswers(quiz, almost)]).toEqual([itemAt(11).id, undefined]);
    const done = answered(quiz, times(12, 10));
    expect(currentItem(quiz, done)).toBeUndefined();
    expect(completeAnswers(quiz, done)).toEqual(Object.fromEntries(quiz.items.map(({ id }) => [id, 4])));
  });

  it.each([0, 5, 11])('is counted from 1: item %i', (index) => {
    expect(indexOf(quiz, itemAt(index))).toBe(index + 1);
  });
});

describe('an answer', () => {
  it('leaves the run before it as it was', () => {
    const before = frozen(answered(quiz, times(2, 10)));
    const after = withAnswer(before, itemAt(2), 5, 2000, true);
    expect(after.answers).toEqual({ ...before.answers, [itemAt(2).id]: 5 });
    expect(Object.keys(before.answers)).toHaveLength(2);
  });

  it('replaces an earlier one to the same item', () => {
    const run = withAnswer(answered(quiz, [10]), itemAt(0), 1, 2000, false);
    expect(run.answers).toEqual({ [itemAt(0).id]: 1 });
  });
});

describe('taking the last answer back', () => {
  it('asks its item again and forgets how long it took', () => {
    const run = withoutLast(quiz, frozen(answered(quiz, times(3, 10))), 9000);
    expect(currentItem(quiz, run)).toBe(itemAt(2));
    expect(Object.keys(run.pressMillis)).toEqual([itemAt(0).id, itemAt(1).id]);
    expect(run.askedAt).toBe(9000);
  });

  it('changes nothing where there is none', () => {
    const run = startRun(quiz, 'run', 0);
    expect(withoutLast(quiz, run, 9000)).toBe(run);
  });

  it('undoes exactly the answer before it, at any point', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 }),
        fc.constantFrom<Answer>(1, 2, 3, 4, 5),
        fc.boolean(),
        (count, answer, pressed) => {
          const before = answered(quiz, times(count, 10));
          const { answers, pressMillis } = withoutLast(quiz, withAnswer(before, itemAt(count), answer, 9, pressed), 9);
          expect({ answers, pressMillis }).toEqual({ answers: before.answers, pressMillis: before.pressMillis });
        },
      ),
    );
  });

  it('takes back the last in the order of the quiz, not the last one given', () => {
    const run = withAnswer(answered(quiz, times(3, 10)), itemAt(0), 1, 2000, false);
    expect(currentItem(quiz, withoutLast(quiz, run, 0))).toBe(itemAt(2));
  });
});

describe('a run', () => {
  const run = answered(quiz, times(3, 10));

  it('survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
  });

  it.each<[what: string, quiz: Quiz, belongs: boolean]>([
    ['the quiz that it was started with', quiz, true],
    ['another version', { ...quiz, version: '2' }, false],
    ['another quiz', { ...quiz, id: 'other-quiz' }, false],
  ])('belongs to its own quiz only: %s', (_, other, belongs) => {
    expect(belongsTo(run, other)).toBe(belongs);
  });

  it.each<[what: string, run: QuizRun | undefined, open: boolean]>([
    ['none', undefined, false],
    ['just started', startRun(quiz, 'run', 0), true],
    ['in the middle', run, true],
    ['complete', answered(quiz, times(12, 10)), false],
    ['of another version', { ...run, quizVersion: '0' }, false],
  ])('is open while items of this very quiz are left: %s', (_, some, open) => {
    expect(isOpen(quiz, some)).toBe(open);
  });
});

describe('the time that answers took', () => {
  const three = { ...quiz, items: quiz.items.slice(0, 3) };

  it.each<[what: string, quiz: Quiz, run: QuizRun, millis: number | undefined]>([
    ['all pressed: the median', quiz, answered(quiz, times(12, 1500)), 1500],
    // the median of an even number lies between the two in the middle
    ['six at 1 s, six at 3 s', quiz, answered(quiz, [...times(6, 3000), ...times(6, 1000)]), 2000],
    ['one coffee break', quiz, answered(quiz, [...times(11, 1200), 600_000]), 1200],
    ['an odd number of items', three, answered(three, [9000, 1000, 2000]), 2000],
    ['one answer missing', quiz, answered(quiz, times(11, 1500)), undefined],
    ['all typed', quiz, answered(quiz, times(12, 1500), false), undefined],
    ['one typed', quiz, withAnswer(answered(quiz, times(11, 100)), itemAt(11), 4, 2200, false), undefined],
    ['paused on the way', quiz, { ...answered(quiz, times(12, 1500)), resumed: true }, undefined],
  ])('counts where all were pressed in one go: %s', (_, some, run, millis) => {
    expect(circumstancesOf(some, run).medianMillis).toBe(millis);
  });

  it('is that of the last try where an answer was taken back', () => {
    const one = { ...quiz, items: quiz.items.slice(0, 1) };
    const back = withoutLast(one, withAnswer(startRun(one, 'run', 0), itemAt(0), 1, 500, true), 5000);
    expect(circumstancesOf(one, withAnswer(back, itemAt(0), 2, 8000, true))).toEqual({ medianMillis: 3000 });
  });

  it('starts anew when a run goes on after a break', () => {
    const move = enter('resume', answered(quiz, times(3, 10)), around(77_000));
    expect(runOf(move)).toMatchObject({ resumed: true, askedAt: 77_000 });
  });
});

describe('a move of the quiz', () => {
  const run = frozen(answered(quiz, times(3, 10)));
  const current = itemAt(3);

  it.each<[command: Parameters<typeof enter>[0], run: QuizRun | undefined, id: string, answers: number]>([
    ['start', undefined, 'new', 0],
    ['start', run, 'run', 3],
    ['resume', run, 'run', 3],
    ['restart', run, 'new', 0],
    // the answers to another version may mean something else
    ['resume', { ...run, quizVersion: '0' }, 'new', 0],
    ['restart', { ...run, quizVersion: '0' }, 'new', 0],
  ])('into it by « %s » goes on with what there is, or begins', (command, some, id, answers) => {
    const move = enter(command, some, around(0));
    expect(move.kind).toBe('go-on');
    expect(runOf(move)?.id).toBe(id);
    expect(Object.keys(runOf(move)?.answers ?? {})).toHaveLength(answers);
  });

  it('into it by « stop » leaves it at once: it was paused already', () => {
    expect(enter('stop', run, around(0))).toEqual({ kind: 'stop', run });
  });

  it.each<
    [what: string, intent: Intent, kind: Move['kind'], answers: number | undefined, resumed: boolean | undefined]
  >([
    ['an answer counts', { kind: 'answer-item', item: current.id, answer: 5, pressed: true }, 'go-on', 4, false],
    ['an old button does not', { kind: 'stale-button' }, 'go-on', 3, false],
    ['an unclear reply does not', { kind: 'unclear-answer' }, 'go-on', 3, false],
    ['why', { kind: 'quiz', command: 'why' }, 'go-on', 3, false],
    ['skipping counts nothing', { kind: 'quiz', command: 'skip' }, 'go-on', 3, false],
    ['going back', { kind: 'quiz', command: 'back' }, 'go-on', 2, false],
    ['starting again what goes on', { kind: 'quiz', command: 'start' }, 'go-on', 3, false],
    ['from the beginning', { kind: 'quiz', command: 'restart' }, 'go-on', 0, false],
    // times measured across a break say nothing
    ['stop', { kind: 'quiz', command: 'stop' }, 'stop', 3, true],
    ['erase', { kind: 'erase' }, 'give-way', 3, true],
    ['distress', { kind: 'distress' }, 'give-way', 3, true],
    ['bye', talk('answer', 'bye'), 'give-way', 3, true],
    ['a question', talk('answer', 'salaire'), 'aside', undefined, undefined],
    // « bye » was only offered, not understood
    ['something unclear', talk('clarify', 'bye'), 'aside', undefined, undefined],
    ['a wish for a person', { kind: 'handoff' }, 'aside', undefined, undefined],
    ['a wish for another language', { kind: 'language', locale: 'nl' }, 'aside', undefined, undefined],
    ['a picture', { kind: 'unreadable', why: 'attachment' }, 'aside', undefined, undefined],
  ])('while an item is asked: %s', (_, intent, kind, answers, resumed) => {
    const move = hear(intent, run, current, around(0));
    expect(move.kind).toBe(kind);
    const after = runOf(move);
    expect(after && Object.keys(after.answers).length).toBe(answers);
    expect(after?.resumed).toBe(resumed);
  });
});

function around(now: number) {
  return { knowledge, locale: 'fr', now, newId: () => 'new', finished: [] };
}

function talk(outcome: 'answer' | 'clarify', entry: string): Intent {
  const said = { entries: [entry], confidence: 1, locale: 'fr' };
  return { kind: 'talk', decision: outcome === 'answer' ? { outcome, ...said } : { outcome, ...said } };
}

function runOf(move: Move): QuizRun | undefined {
  return 'run' in move ? move.run : undefined;
}
