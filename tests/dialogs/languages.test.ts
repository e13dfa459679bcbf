import { describe, expect, it } from 'vitest';
import type { Locale } from '../../knowledge/index.ts';
import { type Conversation, type Heard, knowledge, openConversation, textsOf } from '../helpers/conversation.ts';
import { type Persona, personas, verdictDataOf } from './personas.ts';

const { quiz, locales } = knowledge;
const TOTAL = quiz.items.length;
const OTHERS: readonly Locale[] = ['nl', 'en'];

const wordsOf = (id: string, locale: Locale) => {
  const words = knowledge.entries.get(id)?.words[locale];
  if (!words) throw new Error(`the content has no entry "${id}" in "${locale}"`);
  return words;
};
const quizWordsOf = (locale: Locale) => {
  const words = knowledge.quizWords[locale];
  if (!words) throw new Error(`the content has no quiz in "${locale}"`);
  return words;
};
const itemId = (index: number) => quiz.items[index - 1]?.id ?? 'no such item';
const labelsOf = (index: number, locale: Locale) => {
  const { items, labels } = quizWordsOf(locale);
  return items[itemId(index)]?.labels ?? labels;
};

/** An item is asked in this language: its statement as the last thing said, and its five buttons. */
function expectItem(heard: Heard | undefined, index: number, locale: Locale, at = ''): void {
  expect(heard?.quiz, at).toEqual({ event: 'question', question: itemId(index), index, total: TOTAL });
  const statement = quizWordsOf(locale).items[itemId(index)]?.text ?? 'no such item';
  expect(heard?.messages.at(-1)?.endsWith(textsOf(locale).quiz.item(index, TOTAL, statement)), at).toBe(true);
  expect(
    heard?.buttons.map((b) => b.title),
    at,
  ).toEqual(labelsOf(index, locale));
}

/** One turn and what has to come of it. */
interface Turn {
  say: string;
  locale: Locale;
  /** The item that is asked in the end, from 1; none where it is 0. */
  asks?: number;
  /** The item at which the quiz was left, from 1. */
  leaves?: number;
  /** Answers that are stored afterwards. */
  counted?: number;
  /** The entry answered first. */
  entry?: string;
  says?: string;
}

async function play(conversation: Conversation, turns: readonly Turn[]): Promise<void> {
  for (const { say, locale, asks, leaves, counted, entry, says } of turns) {
    const heard = await conversation.say(say);
    const at = `« ${say} »`;
    expect(heard.text, at).not.toContain(textsOf(locale).fault);
    if (asks) expectItem(heard, asks, locale, at);
    if (asks === 0) expect(heard.quiz?.event, at).not.toBe('question');
    if (leaves) expect(heard.quiz, at).toMatchObject({ event: 'cancelled', index: leaves });
    if (entry) expect(heard.answer, at).toMatchObject({ entries: [entry], locale });
    if (says) expect(heard.text, at).toContain(says);
    const session = (await conversation.stored())?.session;
    expect(session?.locale, at).toBe(locale);
    if (counted !== undefined) expect(Object.keys(session?.run?.answers ?? {}), at).toHaveLength(counted);
  }
}

/** Takes the quiz as this persona would, by what is typed for each answer. */
async function take(persona: Persona, locale: Locale, style: 'labels' | 'numbers'): Promise<Heard> {
  // somebody who reads: each answer takes five seconds
  let now = 0;
  const conversation = openConversation({
    locale,
    clock: () => {
      now += 5000;
      return now;
    },
  });
  let heard = await conversation.say(wordsOf('quiz', locale).question);
  for (let index = 1; index <= TOTAL; index++) {
    expectItem(heard, index, locale, style);
    const value = persona.answers[itemId(index)] ?? 3;
    heard = await conversation.say(style === 'numbers' ? `${value}` : (labelsOf(index, locale)[value - 1] ?? ''));
  }
  return heard;
}

describe.each(OTHERS)('the quiz in %s', (locale) => {
  const styles = ['labels', 'numbers'] as const;
  it.each(personas.flatMap((p) => styles.map((style) => [p.id, style, p] as const)))(
    'gives the verdict that the same answers have in French: %s by %s',
    async (_, style, persona) => {
      const { expected, code } = persona;
      const heard = await take(persona, locale, style);
      expect(heard.verdict).toEqual(verdictDataOf(persona));
      // and says it in its own language
      const { bands, undetermined } = quizWordsOf(locale);
      expect(heard.text).toContain(bands[expected.band]?.label ?? undetermined.label);
      expect(heard.text).toContain(textsOf(locale).verdict.code(code));
    },
  );

  it('begins with its introduction in the language that it was asked for in, also in a French conversation', async () => {
    const heard = await openConversation().say(wordsOf('quiz', locale).question);
    expect(heard.text).toContain(quizWordsOf(locale).intro);
    expect(heard.text).toContain(quizWordsOf(locale).privacy);
    expectItem(heard, 1, locale);
  });
});

describe('within the quiz in another language', () => {
  const nl = textsOf('nl').quiz;
  const en = textsOf('en').quiz;

  it.each<[what: string, turns: Omit<Turn, 'locale'>[]]>([
    ['back takes the last answer away', [{ say: 'vorige', says: nl.back, asks: 1, counted: 0 }]],
    ['so does « terug »', [{ say: 'terug', says: nl.back, asks: 1, counted: 0 }]],
    [
      'stop leaves it, and going on asks the same item',
      [
        { say: 'stop', leaves: 2, says: nl.stopped(2, TOTAL), counted: 1 },
        { say: 'verder', asks: 2, says: nl.resumed(2, TOTAL), counted: 1 },
      ],
    ],
    ['pause is stop', [{ say: 'pauze', leaves: 2, counted: 1 }]],
    ['why names the section of the guide', [{ say: 'waarom?', says: 'Volgens de gids', asks: 2, counted: 1 }]],
    ['an item cannot be skipped', [{ say: 'overslaan', says: nl.noSkip, asks: 2, counted: 1 }]],
    ['restarting forgets the answers', [{ say: 'opnieuw beginnen', says: nl.restarted, asks: 1, counted: 0 }]],
    ['an unclear reply counts nothing', [{ say: '4-5', says: nl.unclear, asks: 2, counted: 1 }]],
    [
      'a question is answered, then the item is asked',
      [{ say: 'Wat verdien je?', entry: 'salaire', asks: 2, counted: 1 }],
    ],
  ])('nl: %s', async (_, turns) => {
    const start = [
      { say: wordsOf('quiz', 'nl').question, asks: 1 },
      { say: 'ja', asks: 2, counted: 1 },
    ];
    await play(
      openConversation({ locale: 'nl' }),
      [...start, ...turns].map((turn) => ({ ...turn, locale: 'nl' })),
    );
  });

  it.each<[what: string, turns: Omit<Turn, 'locale'>[]]>([
    ['back takes the last answer away', [{ say: 'back', says: en.back, asks: 1, counted: 0 }]],
    [
      'stop leaves it, and going on asks the same item',
      [
        { say: 'stop', leaves: 2, says: en.stopped(2, TOTAL), counted: 1 },
        { say: 'resume', asks: 2, says: en.resumed(2, TOTAL), counted: 1 },
      ],
    ],
    ['pause is stop', [{ say: 'pause', leaves: 2, counted: 1 }]],
    ['why names the section of the guide', [{ say: 'why?', says: '.\n\n*From the guide', asks: 2, counted: 1 }]],
    ['an item cannot be skipped', [{ say: 'skip', says: en.noSkip, asks: 2, counted: 1 }]],
    ['restarting forgets the answers', [{ say: 'start over', says: en.restarted, asks: 1, counted: 0 }]],
    ['an unclear reply counts nothing', [{ say: '4-5', says: en.unclear, asks: 2, counted: 1 }]],
    [
      'a question is answered, then the item is asked',
      [{ say: 'What is the salary?', entry: 'salaire', asks: 2, counted: 1 }],
    ],
  ])('en: %s', async (_, turns) => {
    const start = [
      { say: wordsOf('quiz', 'en').question, asks: 1 },
      { say: 'yes', asks: 2, counted: 1 },
    ];
    await play(
      openConversation({ locale: 'en' }),
      [...start, ...turns].map((turn) => ({ ...turn, locale: 'en' })),
    );
  });
});

describe('changing the language', () => {
  const ways: [say: string, from: Locale, to: Locale][] = [
    ['in English please', 'fr', 'en'],
    ['in English please', 'nl', 'en'],
    ['in het Nederlands aub', 'fr', 'nl'],
    ['in het Nederlands aub', 'en', 'nl'],
    ['en néerlandais stp', 'fr', 'nl'],
    ['en français svp', 'nl', 'fr'],
    ['en français svp', 'en', 'fr'],
  ];

  it.each(ways)('is done on « %s », from %s to %s, and the conversation goes on in it', async (say, from, to) => {
    const conversation = openConversation({ locale: from });
    const heard = await conversation.say(say);
    expect(heard.text).toBe(textsOf(to).language);
    expect(heard.answer).toMatchObject({ kind: 'smalltalk', locale: to });
    expect(heard.buttons.map((b) => b.title)).toEqual([
      textsOf(to).buttons.discover,
      wordsOf('quiz', to).label,
      wordsOf('handoff', to).label,
    ]);
    // words of every language leave it as it is
    expect((await conversation.say('CTA vs CRA')).answer).toMatchObject({ entries: ['cta-vs-cra'], locale: to });
  });

  it.each(ways)('is done within the quiz on « %s », from %s to %s: the item is asked in it', async (say, from, to) => {
    const conversation = openConversation({ locale: from });
    await play(conversation, [
      { say: wordsOf('quiz', from).question, locale: from, asks: 1 },
      { say: '4', locale: from, asks: 2, counted: 1 },
      { say, locale: to, says: textsOf(to).language, asks: 2, counted: 1 },
      { say: labelsOf(2, to)[1] ?? '', locale: to, asks: 3, counted: 2 },
    ]);
  });

  it.each<[say: string, conversation: Locale, entry: string, locale: Locale]>([
    ['What is the salary?', 'fr', 'salaire', 'en'],
    ['Where can I study?', 'fr', 'ecoles', 'en'],
    ['Wat verdien je?', 'fr', 'salaire', 'nl'],
    ['Waar kan ik studeren?', 'en', 'ecoles', 'nl'],
    ['Combien gagne un CTA ?', 'nl', 'salaire', 'fr'],
    ['Où puis-je étudier ?', 'en', 'ecoles', 'fr'],
  ])('needs no wish: « %s » in a conversation in %s', async (say, from, entry, locale) => {
    const topic = knowledge.entries.get(entry);
    const section = topic?.kind === 'topic' ? topic.section : 'no such topic';
    const heard = await openConversation({ locale: from }).say(say);
    expect(heard.answer).toMatchObject({ kind: 'answer', entries: [entry], locale });
    expect(heard.text).toContain(wordsOf(entry, locale).answer?.trim());
    expect(heard.text).toContain(textsOf(locale).source(knowledge.guide[locale]?.sections[section] ?? 'none'));
  });

  it('happens within the quiz too: question and item come in the language of the question', async () => {
    await play(openConversation(), [
      { say: wordsOf('quiz', 'fr').question, locale: 'fr', asks: 1 },
      { say: 'oui', locale: 'fr', asks: 2 },
      { say: 'What is the salary?', locale: 'en', entry: 'salaire', asks: 2, counted: 1 },
      { say: 'rather not', locale: 'en', asks: 3, counted: 2 },
    ]);
  });
});

describe.each(locales)('small talk and commands in %s', (locale) => {
  it.each(['greet', 'thanks', 'bye', 'help', 'who'])('are answered in it: %s', async (id) => {
    const heard = await openConversation({ locale }).say(wordsOf(id, locale).question);
    expect(heard.answer).toMatchObject({ kind: 'smalltalk', entries: [id], locale });
    expect(heard.text).toBe(wordsOf(id, locale).answer);
  });

  it('greet in the language of the client', async () => {
    expect((await openConversation({ locale }).greet()).text).toBe(textsOf(locale).greeting);
  });

  it('lead to a person', async () => {
    const heard = await openConversation({ locale }).say(wordsOf('handoff', locale).question);
    expect(heard.answer).toEqual({ kind: 'handoff', entries: ['handoff'], locale });
    expect(heard.text).toBe(textsOf(locale).handoff.withoutAdvisor);
  });

  it('erase everything after one question', async () => {
    const conversation = openConversation({ locale });
    const { erase } = textsOf(locale);
    expect((await conversation.say(wordsOf('erase', locale).question)).text).toBe(erase.ask([erase.messages]));
    expect((await conversation.say(erase.yes[0] ?? '')).text).toBe(erase.done);
    expect(await conversation.stored()).toBeUndefined();
  });
});

describe.each<[locale: Locale, lines: string[]]>([
  ['nl', ['106', '102', '1813', '112']],
  // people who write English may speak either language
  ['en', ['106', '102', '1813', '107', '103', '0800 32 123', '112']],
])('distress in %s', (locale, lines) => {
  const { question, utterances } = wordsOf('distress', locale);

  it('is met with the help lines and nothing else, in every way that the content knows', async () => {
    for (const text of [question, ...utterances]) {
      const heard = await openConversation({ locale }).say(text);
      expect(heard.answer, text).toEqual({ kind: 'handoff', entries: ['distress'], locale });
      expect(heard.messages, text).toEqual([textsOf(locale).distress]);
      for (const line of lines) expect(heard.text, text).toContain(line);
      expect([heard.quiz, heard.verdict, heard.buttons], text).toEqual([undefined, undefined, []]);
    }
  });

  it('is met within the quiz: no item follows, nothing is counted, and the quiz waits', async () => {
    const conversation = openConversation({ locale });
    await conversation.say(wordsOf('quiz', locale).question);
    const heard = await conversation.say(question);
    expect(heard.messages).toEqual([textsOf(locale).distress]);
    await play(conversation, [{ say: wordsOf('quiz-resume', locale).question, locale, asks: 1, counted: 0 }]);
  });
});
