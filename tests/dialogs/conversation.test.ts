import type { CardAction } from 'botbuilder';
import { describe, expect, it } from 'vitest';
import type { AnswerData } from '../../dialogs/reply.ts';
import type { Decision, Understand } from '../../knowledge/index.ts';
import { createMemoryStore } from '../../src/storage/memoryStore.ts';
import {
  type Conversation,
  type Heard,
  knowledge,
  openConversation,
  textsOf,
  understand,
} from '../helpers/conversation.ts';
import { type Persona, personas, verdictDataOf } from './personas.ts';

const texts = textsOf('fr');
const { quiz } = knowledge;
const TOTAL = quiz.items.length;
const START = 'Je veux faire le quiz';

const wordsOf = (id: string) => {
  const words = knowledge.entries.get(id)?.words.fr;
  if (!words) throw new Error(`the content has no entry "${id}"`);
  return words;
};
const labelsOf = (item: string) => knowledge.quizWords.fr?.items[item]?.labels ?? knowledge.quizWords.fr?.labels ?? [];
const itemId = (index: number) => quiz.items[index - 1]?.id ?? 'no such item';
const topics = [...knowledge.entries.values()].filter((entry) => entry.kind === 'topic').map((entry) => entry.id);
const titles = (buttons: CardAction[]) => buttons.map((button) => button.title);

/** The real engine, but for these texts. */
const understanding =
  (decisions: Record<string, Decision>): Understand =>
  (text, context) =>
    decisions[text] ?? understand(text, context);

/** Each reading of the clock is some time after the one before. */
const clockOf = (millis: number) => {
  let now = 1_700_000_000_000;
  return () => {
    now += millis;
    return now;
  };
};

/** One turn of a conversation and what has to come of it. */
interface Turn {
  say: string;
  /** The item that is asked in the end, from 1; none where it is 0. */
  asks?: number;
  /** The item at which the quiz was left, from 1. */
  leaves?: number;
  /** Answers that are stored afterwards. */
  counted?: number;
  kind?: AnswerData['kind'];
  /** The entry answered first. */
  entry?: string;
  says?: string;
}

async function play(conversation: Conversation, turns: readonly Turn[]): Promise<Heard | undefined> {
  let last: Heard | undefined;
  for (const turn of turns) {
    last = await conversation.say(turn.say);
    await expectTurn(conversation, last, turn);
  }
  return last;
}

async function expectTurn(conversation: Conversation, heard: Heard, turn: Turn): Promise<void> {
  const at = `« ${turn.say.slice(0, 60)} »`;
  expect(heard.text, at).not.toBe('');
  expect(heard.text, at).not.toContain(texts.fault);
  if (turn.asks === 0) expect(heard.quiz?.event, at).not.toBe('question');
  else if (turn.asks !== undefined) expectItem(heard, turn.asks, at);
  if (turn.leaves !== undefined) expect(heard.quiz, at).toEqual(standing('cancelled', turn.leaves));
  if (turn.counted !== undefined) expect(await counted(conversation), at).toBe(turn.counted);
  if (turn.kind !== undefined) expect(heard.answer?.kind, at).toBe(turn.kind);
  if (turn.entry !== undefined) expect(heard.answer?.entries[0], at).toBe(turn.entry);
  if (turn.says !== undefined) expect(heard.text, at).toContain(turn.says);
}

const standing = (event: 'question' | 'cancelled', index: number) => ({
  event,
  question: itemId(index),
  index,
  total: TOTAL,
});

/** An item is asked whole: its data, its statement as the last thing said, and its five buttons. */
function expectItem(heard: Heard, index: number, at = ''): void {
  expect(heard.quiz, at).toEqual(standing('question', index));
  const statement = knowledge.quizWords.fr?.items[itemId(index)]?.text ?? 'no such item';
  expect(heard.messages.at(-1), at).toMatch(new RegExp(`\\*\\*${index}/${TOTAL}\\*\\* · `));
  expect(heard.messages.at(-1)?.endsWith(statement), at).toBe(true);
  expect(titles(heard.buttons), at).toEqual(labelsOf(itemId(index)));
}

/** How many answers of the quiz are stored. */
async function counted(conversation: Conversation): Promise<number> {
  const stored = await conversation.stored();
  return Object.keys(stored?.session?.run?.answers ?? {}).length;
}

/** A conversation in the quiz with this item being asked. */
async function atItem(index: number, options: Parameters<typeof openConversation>[0] = {}) {
  const conversation = openConversation(options);
  let heard = await conversation.say(START);
  for (let i = 1; i < index; i++) heard = await conversation.say('4');
  expectItem(heard, index);
  return { conversation, heard };
}

type Style = 'buttons' | 'labels' | 'lower-case labels' | 'numbers';

/** Takes the quiz as this persona would. */
async function take({ answers }: Pick<Persona, 'answers'>, style: Style, millis = 5000) {
  const conversation = openConversation({ clock: clockOf(millis) });
  let heard = await conversation.say(START);
  let lastItem = heard;
  for (let index = 1; index <= TOTAL; index++) {
    expectItem(heard, index, style);
    lastItem = heard;
    const value = answers[itemId(index)] ?? 3;
    const label = labelsOf(itemId(index))[value - 1] ?? '';
    heard =
      style === 'buttons'
        ? await conversation.press(heard.buttons[value - 1])
        : await conversation.say(
            {
              labels: label,
              'lower-case labels': label
                .toLowerCase()
                .normalize('NFD')
                .replace(/\p{Mn}/gu, ''),
              numbers: `${value}`,
            }[style],
          );
  }
  return { conversation, heard, lastItem };
}

/** What pressing a button has to lead to: an answer of the entry whose question it says, or what the entry does. */
async function expectLeads(conversation: Conversation, button: CardAction): Promise<void> {
  const entry = [...knowledge.entries.values()].find((e) => e.words.fr?.question === button.value);
  const at = `[${button.title}]`;
  expect(entry, at).toBeDefined();
  const heard = await conversation.press(button);
  if (entry?.id === 'quiz') expectItem(heard, 1, at);
  else if (entry?.id === 'quiz-resume') expect(heard.quiz?.event, at).toBe('question');
  else if (entry?.id === 'handoff') expect(heard.answer, at).toMatchObject({ kind: 'handoff', entries: ['handoff'] });
  else if (entry?.id.startsWith('verdict-')) expect(heard.answer, at).toMatchObject({ kind: 'verdict', entries: [] });
  else expect(heard.answer, at).toMatchObject({ kind: 'answer', entries: [entry?.id] });
}

describe('the greeting', () => {
  it('offers three things: look around, take the quiz, talk to a person', async () => {
    const heard = await openConversation().greet();
    expect(heard.text).toBe(texts.greeting);
    expect(titles(heard.buttons)).toEqual([texts.buttons.discover, wordsOf('quiz').label, wordsOf('handoff').label]);
  });

  it('is not for the bot itself', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: 'bot', name: 'bot' }] };
    expect((await openConversation().say(joined)).messages).toEqual([]);
  });
});

describe('a question', () => {
  it('is answered with the facts, the section of the guide and next questions', async () => {
    const heard = await openConversation().say('combien on gagne ?');
    expect(heard.text).toContain('2.600 €');
    expect(heard.text).toContain('4.300 €');
    expect(heard.text.endsWith(texts.source('Questions fréquentes, salaire'))).toBe(true);
    expect(titles(heard.buttons)).toEqual(['Avantages', 'Évolution', 'Conditions', 'Faire le quiz']);
    expect(heard.answer).toEqual({
      kind: 'answer',
      entries: ['salaire'],
      locale: 'fr',
      confidence: expect.closeTo(0.9, 0),
      sources: ['Questions fréquentes, salaire'],
    });
    expect(heard.carried).toEqual(['answer']);
  });

  it.each(topics)('is answered with all that the content has, and its buttons lead where they say: %s', async (id) => {
    const { question, answer = '' } = wordsOf(id);
    const heard = await openConversation().say(question);
    expect(heard.answer).toMatchObject({ kind: 'answer', entries: [id], confidence: 1 });
    expect(heard.text.startsWith(answer)).toBe(true);
    expect(heard.answer?.sources).toHaveLength(1);
    expect(heard.text).toContain(texts.source(heard.answer?.sources?.[0] ?? 'none'));
    expect(heard.buttons.length).toBeGreaterThanOrEqual(3);
    expect(heard.buttons.length).toBeLessThanOrEqual(4);
    for (const button of heard.buttons) {
      // Teams cuts longer ones
      expect(button.title.length).toBeLessThanOrEqual(20);
      expect(button.value).not.toBe(question);
      await expectLeads(openConversation(), button);
    }
  });

  it('about two topics is answered with both, each with its source, and offers neither of them again', async () => {
    const both = understanding({
      'paie et avantages': { outcome: 'answer', entries: ['salaire', 'avantages'], confidence: 0.5, locale: 'fr' },
    });
    const heard = await openConversation({ understand: both }).say('paie et avantages');
    // each is a next question of the other
    expect(heard.answer?.entries).toEqual(['salaire', 'avantages']);
    expect(heard.answer?.sources).toHaveLength(2);
    for (const id of ['salaire', 'avantages']) {
      expect(heard.text).toContain(wordsOf(id).answer);
      expect(titles(heard.buttons)).not.toContain(wordsOf(id).label);
    }
    expect(heard.buttons.length).toBeLessThanOrEqual(4);
  });
});

describe('every button leads where it says', () => {
  const odd = understanding({
    ambigu: { outcome: 'clarify', entries: ['salaire', 'avantages'], confidence: 0.3, locale: 'fr' },
    'presque rien': { outcome: 'unknown', entries: ['zones', 'bye', 'ecoles'], confidence: 0.2, locale: 'fr' },
    'rien du tout': { outcome: 'unknown', entries: [], confidence: 0, locale: 'fr' },
  });
  const reach = async (...says: string[]) => {
    const conversation = openConversation({ understand: odd });
    let heard: Heard | undefined;
    for (const text of says) heard = text === '(arrives)' ? await conversation.greet() : await conversation.say(text);
    return { conversation, buttons: heard?.buttons ?? [] };
  };

  it.each<[where: string, says: string[], count: number]>([
    ['the greeting', ['(arrives)'], 3],
    ['small talk', ['bonjour'], 3],
    ['topics to pick from', ['ambigu'], 2],
    // small talk is no topic to offer: two topics and a person
    ['nothing found, topics near', ['presque rien'], 3],
    ['nothing found', ['rien du tout'], 1],
    ['nothing to read', [''], 3],
    ['too long', ['x'.repeat(5000)], 3],
    ['the quiz left', [START, '4', 'stop'], 3],
    ['the verdict', [START, ...'515151515155'], 4],
    ['no verdict', [START, ...'555555555555'], 1],
  ])('after %s', async (_, says, count) => {
    const { buttons } = await reach(...says);
    expect(buttons).toHaveLength(count);
    for (const button of buttons) {
      const { conversation } = await reach(...says);
      await expectLeads(conversation, button);
    }
  });
});

describe('small talk', () => {
  it.each(['greet', 'thanks', 'bye', 'help', 'who'])('is answered as such: %s', async (id) => {
    const heard = await openConversation().say(wordsOf(id).question);
    expect(heard.answer).toMatchObject({ kind: 'smalltalk', entries: [id] });
    expect(heard.answer?.sources).toBeUndefined();
    expect(heard.text).toBe(wordsOf(id).answer);
  });
});

describe('the quiz', () => {
  it('begins with how long it takes, what is kept, and its first item with five buttons', async () => {
    const heard = await openConversation().say(START);
    expect(heard.text).toContain(knowledge.quizWords.fr?.intro);
    expect(heard.text).toContain(knowledge.quizWords.fr?.privacy);
    expectItem(heard, 1);
    expect(heard.carried).toEqual(['quiz']);
  });

  it('gives each button the run, the item and the value', async () => {
    const { conversation, heard } = await atItem(3);
    const run = (await conversation.stored())?.session?.run?.id;
    expect(heard.buttons.map((button) => button.value)).toEqual(
      [1, 2, 3, 4, 5].map((value) => ({ quiz: run, question: itemId(3), value })),
    );
  });

  it('echoes the answer that it stored', async () => {
    const { conversation } = await atItem(1);
    const heard = await conversation.say('carrément');
    expect(heard.text).toContain('Noté : tout à fait moi.');
    expect((await conversation.stored())?.session?.run?.answers).toEqual({ [itemId(1)]: 5 });
  });

  const styles: Style[] = ['buttons', 'labels', 'lower-case labels', 'numbers'];
  it.each(personas.flatMap((p) => styles.map((style) => [p.id, style, p] as const)))(
    'ends in the same verdict however it is answered: %s by %s',
    async (_, style, persona) => {
      const { heard, conversation } = await take(persona, style);
      expect(heard.verdict).toEqual(verdictDataOf(persona));
      expect(heard.carried).toEqual(['verdict']);
      // nothing is left to resume
      expect((await conversation.stored())?.session?.run).toBeUndefined();
    },
  );

  it.each([
    ['hurried', 100, 'low'],
    ['calm', 5000, 'normal'],
  ] as const)('says how sure it is, and scores the same: %s', async (_, millis, confidence) => {
    const [ideal] = personas;
    if (!ideal) throw new Error('no persona');
    const { heard } = await take(ideal, 'buttons', millis);
    expect(heard.verdict).toMatchObject({ confidence, score: 90, band: 'A' });
  });

  it('does not hold a break against somebody who presses fast', async () => {
    const conversation = openConversation({ clock: clockOf(100) });
    let heard = await conversation.say(START);
    for (let index = 1; index <= TOTAL; index++) {
      if (index === 6) {
        await conversation.say('stop');
        heard = await conversation.say('reprendre');
      }
      // favourable, but not the same everywhere
      heard = await conversation.press(heard.buttons[quiz.items[index - 1]?.keyed === '-' ? 0 : 4]);
    }
    expect(heard.verdict).toMatchObject({ confidence: 'normal', score: 100 });
  });

  it('can be taken again after the verdict, from the start', async () => {
    const [ideal] = personas;
    if (!ideal) throw new Error('no persona');
    const { conversation } = await take(ideal, 'numbers');
    await play(conversation, [{ say: START, asks: 1, counted: 0 }]);
  });
});

describe('within the quiz', () => {
  const at2: Turn[] = [
    { say: START, asks: 1 },
    { say: 'oui', asks: 2, counted: 1 },
  ];

  it.each<[what: string, turns: Turn[]]>([
    [
      'a question is answered, then the same item is asked',
      [...at2, { say: 'combien on gagne ?', kind: 'answer', entry: 'salaire', asks: 2, counted: 1 }],
    ],
    ['small talk too', [...at2, { say: 'merci', kind: 'smalltalk', entry: 'thanks', asks: 2, counted: 1 }]],
    [
      'an unclear reply counts nothing and the item is asked again',
      [...at2, { say: 'zzz qqq', says: texts.quiz.unclear, asks: 2, counted: 1 }],
    ],
    ['two answers in one are unclear', [...at2, { say: '4-5', says: texts.quiz.unclear, asks: 2, counted: 1 }]],
    ['a number off the scale is unclear', [...at2, { say: '6', says: texts.quiz.unclear, asks: 2, counted: 1 }]],
    ['two answers in words count neither', [...at2, { say: 'bof, oui', asks: 2, counted: 1 }]],
    [
      'an answer with a question behind it is no answer',
      [...at2, { say: "oui mais c'est payé combien ?", asks: 2, counted: 1 }],
    ],
    [
      'something unknown that is asked as a question is told so',
      [...at2, { say: 'zzz qqq ?', kind: 'unknown', asks: 2, counted: 1 }],
    ],
    [
      'back takes the last answer away, and the next one replaces it',
      [...at2, { say: 'retour', says: texts.quiz.back, asks: 1, counted: 0 }, { say: 'non', asks: 2, counted: 1 }],
    ],
    [
      'back at the first item stays there',
      [
        { say: START, asks: 1 },
        { say: 'retour', says: texts.quiz.backAtStart, asks: 1, counted: 0 },
      ],
    ],
    [
      'why names the reason and the section of the guide',
      [
        { say: START, asks: 1 },
        {
          say: 'pourquoi ?',
          says: texts.quiz.why('Le métier aide la médecine, mais de loin', 'Introduction au métier'),
          asks: 1,
        },
      ],
    ],
    ['an item cannot be skipped', [...at2, { say: 'passer', says: texts.quiz.noSkip, asks: 2, counted: 1 }]],
    ['nor politely', [...at2, { say: 'passez', says: texts.quiz.noSkip, asks: 2, counted: 1 }]],
    [
      'restarting forgets the answers',
      [...at2, { say: 'recommencer', says: texts.quiz.restarted, asks: 1, counted: 0 }],
    ],
    ['starting goes on where it is', [...at2, { say: START, asks: 2, counted: 1 }]],
    [
      'stop leaves it, and resuming asks the same item',
      [
        ...at2,
        { say: 'stop', leaves: 2, counted: 1, says: texts.quiz.stopped(2, TOTAL) },
        { say: 'combien on gagne ?', kind: 'answer', entry: 'salaire', asks: 0 },
        { say: 'reprendre', says: texts.quiz.resumed(2, TOTAL), asks: 2, counted: 1 },
      ],
    ],
    ['pause is stop', [...at2, { say: 'pause', leaves: 2, counted: 1 }]],
    [
      'wanting the quiz again after stop resumes it',
      [...at2, { say: 'stop', leaves: 2 }, { say: START, says: texts.quiz.resumed(2, TOTAL), asks: 2, counted: 1 }],
    ],
    [
      'stop twice does not bring it back',
      [...at2, { say: 'stop', leaves: 2 }, { say: 'stop', asks: 0, counted: 1 }, { say: 'reprendre', asks: 2 }],
    ],
    [
      'restarting after stop forgets the answers',
      [...at2, { say: 'stop', leaves: 2 }, { say: 'recommencer', asks: 1, counted: 0 }],
    ],
    [
      'an answer after stop is none',
      [...at2, { say: 'stop', leaves: 2 }, { say: '4', asks: 0, counted: 1 }, { say: 'reprendre', asks: 2 }],
    ],
    [
      'bye leaves it and says bye',
      [
        ...at2,
        { say: 'au revoir', leaves: 2, kind: 'smalltalk', entry: 'bye', says: wordsOf('bye').answer ?? '' },
        { say: 'reprendre', asks: 2, counted: 1 },
      ],
    ],
    [
      'a wish for a person is answered, then the item is asked again',
      [...at2, { say: "passez-moi quelqu'un", kind: 'handoff', entry: 'handoff', asks: 2, counted: 1 }],
    ],
  ])('%s', async (_, turns) => {
    await play(openConversation(), turns);
  });

  it('answer and item are two messages, in that order', async () => {
    const { conversation } = await atItem(2);
    const heard = await conversation.say('combien on gagne ?');
    expect(heard.carried).toEqual(['answer', 'quiz']);
    expect(heard.messages[0]).toContain('2.600 €');
    expect(heard.messages[1]).toMatch(/^\*\*2\/12\*\*/);
    // the answer has no buttons that would lead away from the item
    expect(heard.allButtons).toEqual(heard.buttons);
  });

  it('the word that it is left comes before bye', async () => {
    const { conversation } = await atItem(2);
    expect((await conversation.say('au revoir')).carried).toEqual(['quiz', 'answer']);
  });

  it.each(['quiz-back', 'quiz-why', 'quiz-skip', 'quiz-restart', 'quiz-stop', 'quiz-resume'])(
    'every way of saying a command is understood, and none counts as an answer: %s',
    async (id) => {
      const { question, label, utterances } = wordsOf(id);
      const expected: Turn = {
        'quiz-back': { say: '', asks: 1, counted: 0 },
        'quiz-why': { say: '', asks: 2, counted: 1, says: 'D’après le guide' },
        'quiz-skip': { say: '', asks: 2, counted: 1, says: texts.quiz.noSkip },
        'quiz-restart': { say: '', asks: 1, counted: 0 },
        'quiz-stop': { say: '', leaves: 2, counted: 1 },
        'quiz-resume': { say: '', asks: 2, counted: 1 },
      }[id] ?? { say: '' };
      for (const say of [question, label, ...utterances]) {
        const { conversation } = await atItem(2);
        await play(conversation, [{ ...expected, say }]);
      }
    },
  );
});

describe('a button of a question that is over', () => {
  it.each<[what: string, between: string[]]>([
    ['of an item answered before', ['oui']],
    ['of an earlier run', ['recommencer']],
    ['of an item that was asked twice since', ['blabla machin', 'oui']],
  ])('is not counted, and the current item is asked again: %s', async (_, between) => {
    const { conversation, heard: old } = await atItem(2);
    for (const text of between) await conversation.say(text);
    const before = await conversation.stored();
    const heard = await conversation.press(old.buttons[0]);
    expect(heard.text).toContain(texts.quiz.stale);
    expect(heard.quiz?.event).toBe('question');
    expect((await conversation.stored())?.session).toEqual(before?.session);
  });

  it('is not counted when pressed twice', async () => {
    const { conversation, heard: first } = await atItem(1);
    expectItem(await conversation.press(first.buttons[4]), 2);
    const again = await conversation.press(first.buttons[4]);
    expectItem(again, 2);
    expect(again.text).toContain(texts.quiz.stale);
    expect(await counted(conversation)).toBe(1);
  });

  it('still works where the item was asked a second time: it is the same question', async () => {
    const { conversation, heard: old } = await atItem(2);
    await conversation.say('combien on gagne ?');
    expectItem(await conversation.press(old.buttons[3]), 3);
  });

  it('is not counted after the end, and the quiz is offered', async () => {
    const [ideal] = personas;
    if (!ideal) throw new Error('no persona');
    const { conversation, lastItem } = await take(ideal, 'buttons');
    const heard = await conversation.press(lastItem.buttons[0]);
    expect(heard.text).toBe(texts.quiz.staleWithoutQuiz);
    expect([heard.quiz, heard.verdict]).toEqual([undefined, undefined]);
    expect(titles(heard.buttons)).toEqual([wordsOf('quiz').label]);
  });

  it('is not counted while the quiz is paused', async () => {
    const { conversation, heard: old } = await atItem(2);
    await conversation.say('stop');
    await conversation.press(old.buttons[3]);
    await play(conversation, [{ say: 'reprendre', asks: 2, counted: 1 }]);
  });

  it.each<[what: string, forge: (value: object) => unknown]>([
    ['a value that is off the scale', (value) => ({ ...value, value: 9 })],
    ['a value that is text', (value) => ({ ...value, value: '4' })],
    ['a run that nobody started', (value) => ({ ...value, quiz: '__proto__' })],
    ['an item that does not exist', (value) => ({ ...value, question: 'constructor' })],
    ['half of it missing', () => ({ value: 4 })],
    ['a list', () => [4]],
    ['a mere text', () => 'x'],
  ])('nor is one that never was: %s', async (_, forge) => {
    const { conversation, heard: old } = await atItem(2);
    const value = forge(old.buttons[3]?.value as object);
    const heard = await conversation.say({ text: '', value });
    expectItem(heard, 2);
    expect(heard.text).not.toContain(texts.fault);
    expect(await counted(conversation)).toBe(1);
  });
});

describe('a quiz that was edited in between', () => {
  /** Another version, asked in another order, so that nothing of the old run can fit by accident. */
  const edited = { ...knowledge, quiz: { ...quiz, version: '2', items: [...quiz.items].reverse() } };

  it.each<[what: string, before: string[], then: string]>([
    ['an answer to an item that was being asked', [], '4'],
    ['a command', [], 'retour'],
    ['a question', [], 'combien on gagne ?'],
    ['resuming after stop', ['stop'], 'reprendre'],
    ['wanting the quiz after stop', ['stop'], START],
  ])('begins again, with a word, and counts nothing: %s', async (_, before, then) => {
    const store = createMemoryStore();
    const { conversation } = await atItem(4, { store });
    for (const text of before) await conversation.say(text);
    const after = openConversation({ store, knowledge: edited });
    const heard = await after.say(then);
    expect(heard.text).toContain(texts.quiz.changed);
    expect(heard.quiz).toEqual({ event: 'question', question: itemId(TOTAL), index: 1, total: TOTAL });
    expect((await after.stored())?.session?.run).toMatchObject({ quizVersion: '2', answers: {} });
  });

  it('does not take the old buttons', async () => {
    const store = createMemoryStore();
    const { heard: old } = await atItem(4, { store });
    const after = openConversation({ store, knowledge: edited });
    const heard = await after.press(old.buttons[3]);
    expect(heard.quiz).toMatchObject({ event: 'question', index: 1 });
    expect(await counted(after)).toBe(0);
  });
});

describe('distress', () => {
  const ways = [wordsOf('distress').question, ...wordsOf('distress').utterances];
  const expectHelp = (heard: Heard, at: string) => {
    expect(heard.answer, at).toEqual({ kind: 'handoff', entries: ['distress'], locale: 'fr' });
    for (const line of ['107', '103', '0800 32 123', '112']) expect(heard.text, at).toContain(line);
    // no career answer, no quiz, nothing to press
    expect(heard.messages, at).toEqual([texts.distress]);
    expect([heard.quiz, heard.verdict, heard.buttons], at).toEqual([undefined, undefined, []]);
  };

  it('is met with the help lines and nothing else, in every way that the content knows', async () => {
    for (const text of ways) expectHelp(await openConversation().say(text), text);
  });

  it('is met within the quiz too: no item follows, nothing is counted, and the quiz waits', async () => {
    for (const text of ways) {
      const { conversation } = await atItem(2);
      expectHelp(await conversation.say(text), text);
      await play(conversation, [{ say: 'reprendre', asks: 2, counted: 1 }]);
    }
  });

  it('is met while the bot asks whether to erase', async () => {
    const conversation = openConversation();
    await conversation.say('efface mes données');
    expectHelp(await conversation.say("j'ai envie de mourir"), '');
    expect(await conversation.stored()).toBeDefined();
  });
});

describe('a wish for a person', () => {
  it.each([
    ['the page', { url: 'https://example.org/conseil' }, 'https://example.org/conseil'],
    ['the address', { email: 'conseil@example.org' }, 'conseil@example.org'],
    [
      'both',
      { url: 'https://example.org/conseil', email: 'conseil@example.org' },
      'https://example.org/conseil · conseil@example.org',
    ],
  ])('leads to the advisor of the configuration: %s', async (_, advisor, contact) => {
    const heard = await openConversation({ advisor }).say("passez-moi quelqu'un");
    expect(heard.text).toBe(texts.handoff.withAdvisor(contact));
    expect(heard.answer).toEqual({ kind: 'handoff', entries: ['handoff'], locale: 'fr' });
  });

  it('says honestly where to turn when nobody is configured', async () => {
    const heard = await openConversation().say("passez-moi quelqu'un");
    expect(heard.text).toBe(texts.handoff.withoutAdvisor);
    expect(heard.answer).toEqual({ kind: 'handoff', entries: ['handoff'], locale: 'fr' });
  });
});

describe('erasing', () => {
  const ASK = 'efface mes données';

  it('says what is stored and asks once, before anything is gone', async () => {
    const { conversation } = await atItem(3);
    const heard = await conversation.say(ASK);
    expect(heard.answer).toEqual({ kind: 'erase', entries: ['erase'], locale: 'fr' });
    expect(heard.text).toBe(texts.erase.ask([texts.erase.messages, texts.erase.quizAnswers(2)]));
    expect(titles(heard.buttons)).toEqual([texts.erase.confirm, texts.erase.cancel]);
    expect(heard.quiz).toBeUndefined();
    expect(await counted(conversation)).toBe(2);
  });

  it('names no answers where there are none', async () => {
    expect((await openConversation().say(ASK)).text).toBe(texts.erase.ask([texts.erase.messages]));
  });

  it.each([texts.erase.confirm, 'oui', 'OUI', 'Oui efface !', "d'accord", 'oui vas-y', 'oui stp, vas-y efface'])(
    'is done on « %s »',
    async (yes) => {
      const { conversation } = await atItem(3);
      await conversation.say(ASK);
      expect(await conversation.stored()).toBeDefined();
      const heard = await conversation.say(yes);
      expect(heard.text).toBe(texts.erase.done);
      expect(heard.answer?.kind).toBe('erase');
      expect(await conversation.stored()).toBeUndefined();
      // and it is really gone: the quiz begins anew
      await play(conversation, [{ say: START, asks: 1, counted: 0 }]);
    },
  );

  // the words of the quiz for « no », and its commands, mean « no » here
  it.each([texts.erase.cancel, 'non', 'Non !', 'non merci', 'annule', 'stop', 'retour', 'pas du tout', 'je sais pas'])(
    'is not done on « %s »',
    async (no) => {
      const { conversation } = await atItem(3);
      await conversation.say(ASK);
      const heard = await conversation.say(no);
      expect(heard.text).toBe(texts.erase.kept);
      await play(conversation, [{ say: 'reprendre', asks: 3, counted: 2 }]);
    },
  );

  it.each<[what: string, say: string, entry: string]>([
    ['a question is answered', 'combien on gagne ?', 'salaire'],
    ['thanks are answered', 'merci', 'thanks'],
  ])('is not done where something else is said: %s', async (_, say, entry) => {
    const { conversation } = await atItem(3);
    await conversation.say(ASK);
    // asked once: a yes that comes later means something else
    await play(conversation, [
      { say, entry, counted: 2 },
      { say: 'oui', counted: 2 },
    ]);
    expect(await conversation.stored()).toBeDefined();
  });

  it('of one conversation leaves the others', async () => {
    const store = createMemoryStore();
    const { conversation: other } = await atItem(3, { store, id: 'other' });
    const mine = openConversation({ store });
    await mine.say(ASK);
    await mine.say('oui');
    expect([await mine.stored(), await counted(other)]).toEqual([undefined, 2]);
  });
});

describe('a message that cannot be read', () => {
  const picture = { text: '', attachments: [{ contentType: 'image/png', contentUrl: 'https://example.org/cat.png' }] };

  it.each<[what: string, input: Parameters<Conversation['say']>[0], sentence: string]>([
    ['empty', '', texts.unreadable.empty],
    ['blanks', '  \n ', texts.unreadable.empty],
    ['no text at all', {}, texts.unreadable.empty],
    ['a picture', picture, texts.unreadable.attachment],
    ['5000 letters', 'x'.repeat(5000), texts.unreadable.long],
    // each word of it is an answer
    ['5000 characters of « non »', 'non '.repeat(1250), texts.unreadable.long],
  ])('gets a calm sentence, outside the quiz and within: %s', async (_, input, sentence) => {
    const outside = await openConversation().say(input);
    expect(outside.text).toBe(sentence);
    expect(outside.answer).toEqual({ kind: 'unknown', entries: [], locale: 'fr' });

    const { conversation } = await atItem(2);
    const within = await conversation.say(input);
    expect(within.messages[0]).toBe(sentence);
    expectItem(within, 2);
    expect(await counted(conversation)).toBe(1);
  });

  it('is read where there are words beside the picture', async () => {
    const heard = await openConversation().say({ ...picture, text: 'combien on gagne ?' });
    expect(heard.answer?.entries).toEqual(['salaire']);
  });
});

describe('any message', () => {
  it.each([
    'va te faire foutre',
    'espèce de connard',
    'ta gueule',
    'tu sers à rien',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '\u0000\u200b\ufeff',
    '🙂'.repeat(50),
    'مرحبا',
    '٤',
  ])('gets an answer and counts nothing that is none: %j', async (say) => {
    await play(openConversation(), [{ say, asks: 0 }]);
    const { conversation } = await atItem(2);
    await play(conversation, [{ say, counted: 1 }]);
    await play(conversation, [{ say: 'je veux faire le quiz', asks: 2 }]);
  });

  it('may come in a conversation of any name', async () => {
    const conversation = openConversation({ id: '__proto__' });
    await play(conversation, [
      { say: START, asks: 1 },
      { say: '4', asks: 2, counted: 1 },
    ]);
  });
});

describe('a turn that fails', () => {
  const broken: Understand = () => {
    throw new Error('the secret inner workings');
  };

  it('is met with a calm sentence, nothing of it is stored, and the conversation goes on', async () => {
    const store = createMemoryStore();
    const { conversation } = await atItem(3, { store });
    const before = await conversation.stored();
    const heard = await openConversation({ store, understand: broken }).say('combien on gagne ?');
    expect(heard.messages).toEqual([texts.fault]);
    expect(await conversation.stored()).toEqual(before);
    await play(conversation, [{ say: 'oui', asks: 4, counted: 3 }]);
  });

  it('stores nothing even where the answer was counted before it failed', async () => {
    const store = createMemoryStore();
    const { conversation } = await atItem(3, { store });
    const before = await conversation.stored();
    let readings = 0;
    const failing = openConversation({
      store,
      clock: () => {
        // the third reading of a turn comes when the next item is asked
        if (++readings === 3) throw new Error('the clock stopped');
        return 0;
      },
    });
    const heard = await failing.say('oui');
    expect([readings, heard.messages]).toEqual([3, [texts.fault]]);
    expect(await conversation.stored()).toEqual(before);
    await play(conversation, [{ say: 'oui', asks: 4, counted: 3 }]);
  });

  it('leaves nothing behind in a conversation that just began', async () => {
    const store = createMemoryStore();
    const conversation = openConversation({ store, understand: broken });
    expect((await conversation.say('bonjour')).messages).toEqual([texts.fault]);
    expect(await conversation.stored()).toBeUndefined();
  });
});

describe('a bot that was started anew', () => {
  it('goes on in the middle of the quiz, with the buttons of before', async () => {
    const store = createMemoryStore();
    const { heard: old } = await atItem(6, { store });
    const restarted = openConversation({ store });
    expectItem(await restarted.press(old.buttons[1]), 7);
    expect((await restarted.stored())?.session?.run?.answers).toMatchObject({ [itemId(6)]: 2 });
  });

  it('may be another one at every turn: the verdict is the same', async () => {
    const store = createMemoryStore();
    const bots = [openConversation({ store }), openConversation({ store })];
    const ideal = personas.find((p) => p.id === 'ideal');
    let heard = await bots[0]?.say(START);
    for (let index = 1; index <= TOTAL; index++)
      heard = await bots[index % 2]?.say(String(ideal?.answers[itemId(index)]));
    expect(heard?.verdict).toMatchObject({ code: ideal?.code, score: 90 });
  });

  it('still waits for the answer whether to erase', async () => {
    const store = createMemoryStore();
    await openConversation({ store }).say('efface mes données');
    const restarted = openConversation({ store });
    expect((await restarted.say('oui')).text).toBe(texts.erase.done);
    expect(await restarted.stored()).toBeUndefined();
  });
});
