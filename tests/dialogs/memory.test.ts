import { describe, expect, it } from 'vitest';
import type { AnswerData } from '../../dialogs/reply.ts';
import type { Decision, Locale, Understand } from '../../knowledge/index.ts';
import { type Heard, knowledge, openConversation, textsOf, understand } from '../helpers/conversation.ts';

const { quiz, entries, locales } = knowledge;

const wordsOf = (id: string, locale: Locale = 'fr') => {
  const words = entries.get(id)?.words[locale];
  if (!words) throw new Error(`the content has no entry "${id}" in "${locale}"`);
  return words;
};
const titles = ({ buttons }: Heard) => buttons.map((b) => b.title);

/** Says all of it and returns what the last one led to. */
async function converse(says: readonly string[], locale: Locale = 'fr', options: { understand?: Understand } = {}) {
  const conversation = openConversation({ locale, ...options });
  let heard = await conversation.greet();
  for (const text of says) heard = await conversation.say(text);
  return { conversation, heard };
}

describe('a few words that go on with the last topic', () => {
  it.each<[locale: Locale, topic: string, say: string, entry: string, why: string]>([
    ['fr', 'salaire', "et avec de l'expérience ?", 'salaire', 'the answer gives both figures'],
    ['fr', 'salaire', 'et avec 5 ans d’expérience ?', 'salaire', 'the answer gives both figures'],
    ['fr', 'employeurs', 'où ça ?', 'zones', 'employers are where the zones are'],
    ['fr', 'ecoles', 'où ça ?', 'ecoles', 'the schools are listed with their towns'],
    ['fr', 'formation', 'où ça ?', 'ecoles', 'studies are where the schools are'],
    ['fr', 'avantages', "et l'inverse ?", 'inconvenients', 'the other side'],
    ['fr', 'inconvenients', "et l'inverse ?", 'avantages', 'the other side'],
    ['fr', 'missions', 'plus de détails', 'missions', 'there is one answer, and nothing is made up beside it'],
    ['fr', 'employeurs', 'et à Liège ?', 'zones', 'where employers are'],
    ['nl', 'salaire', 'en met ervaring?', 'salaire', 'the answer gives both figures'],
    ['nl', 'employeurs', 'waar ergens?', 'zones', 'employers are where the zones are'],
    ['nl', 'ecoles', 'waar ergens?', 'ecoles', 'the schools are listed with their towns'],
    ['nl', 'avantages', 'en omgekeerd?', 'inconvenients', 'the other side'],
    ['nl', 'missions', 'meer details', 'missions', 'there is one answer'],
    ['en', 'salaire', 'and with experience?', 'salaire', 'the answer gives both figures'],
    ['en', 'employeurs', 'where?', 'zones', 'employers are where the zones are'],
    ['en', 'avantages', 'and the opposite?', 'inconvenients', 'the other side'],
    ['en', 'missions', 'more details', 'missions', 'there is one answer'],
  ])('%s: after %s « %s » is about %s (%s)', async (locale, topic, say, entry) => {
    const { heard } = await converse([wordsOf(topic, locale).question, say], locale);
    expect(heard.answer).toMatchObject({ kind: 'answer', entries: [entry], locale });
  });

  it('still offer the schools of a town after the schools', async () => {
    const { heard } = await converse([wordsOf('ecoles').question, 'et à Liège ?']);
    expect(heard.answer?.entries[0]).toBe('ecoles');
  });

  it.each<[locale: Locale, say: string]>([
    ['fr', 'et en Suisse ?'],
    ['fr', 'et au Luxembourg ?'],
    ['nl', 'en in Zwitserland?'],
    ['en', 'and in Switzerland?'],
  ])('%s: after the salary « %s » is not answered with the Belgian figures', async (locale, say) => {
    const { heard } = await converse([wordsOf('salaire', locale).question, say], locale);
    expect(heard.answer?.kind).not.toBe('answer');
    expect([heard.answer?.absent, ...(heard.answer?.entries ?? [])]).toContain('salaire-etranger');
    expect(heard.text).not.toContain(wordsOf('salaire', locale).answer?.trim());
  });

  it.each(["et l'inverse ?", 'le deuxième'])('mean nothing where nothing went before: « %s »', async (say) => {
    const { heard } = await converse([say]);
    expect(heard.answer?.kind).not.toBe('answer');
  });

  it('go on with the last topic, not with the one before', async () => {
    const { heard } = await converse([wordsOf('ecoles').question, wordsOf('avantages').question, "et l'inverse ?"]);
    expect(heard.answer?.entries).toEqual(['inconvenients']);
  });

  it('go on after small talk and after something that the guide does not say', async () => {
    const between = ['merci', wordsOf('conges').question];
    const { heard } = await converse([wordsOf('avantages').question, ...between, "et l'inverse ?"]);
    expect(heard.answer?.entries).toEqual(['inconvenients']);
  });

  it('are remembered by another bot at the next turn, by entry ids', async () => {
    const { conversation } = await converse([wordsOf('salaire').question]);
    const offered = ['avantages', 'evolution', 'conditions', 'quiz'];
    expect((await conversation.stored())?.session).toMatchObject({ topics: ['salaire'], offered });
  });
});

describe('topics to pick from', () => {
  const OFFERED = ['salaire', 'avantages', 'evolution'];
  const ambiguous: Record<string, Decision> = Object.fromEntries(
    locales.map((locale) => [
      `ambiguous ${locale}`,
      { outcome: 'clarify', entries: OFFERED, confidence: 0.3, locale } as const,
    ]),
  );
  const doubtful: Understand = (text, context) => ambiguous[text] ?? understand(text, context);

  it.each<[locale: Locale, say: string, picked: string[]]>([
    ['fr', '1', ['salaire']],
    ['fr', '2', ['avantages']],
    ['fr', '3', ['evolution']],
    ['fr', 'le premier', ['salaire']],
    ['fr', 'la deuxième', ['avantages']],
    ['fr', 'le troisième', ['evolution']],
    ['fr', 'Avantages', ['avantages']],
    ['fr', 'les trois', OFFERED],
    ['nl', '2', ['avantages']],
    ['nl', 'de tweede', ['avantages']],
    ['nl', 'alle drie', OFFERED],
    ['en', '2', ['avantages']],
    ['en', 'the second one', ['avantages']],
    ['en', 'all of them', OFFERED],
  ])('%s: « %s » picks %s', async (locale, say, picked) => {
    const { heard } = await converse([`ambiguous ${locale}`, say], locale, { understand: doubtful });
    expect(heard.answer).toMatchObject({ kind: 'answer', entries: picked, locale });
  });

  it.each(locales)('are picked by their buttons: %s', async (locale) => {
    for (const [i, id] of OFFERED.entries()) {
      const { conversation, heard } = await converse([`ambiguous ${locale}`], locale, { understand: doubtful });
      expect(heard.text).toBe(textsOf(locale).clarify);
      expect(heard.answer).toMatchObject({ kind: 'clarify', entries: OFFERED, locale });
      const picked = await conversation.press(heard.buttons[i]);
      expect(picked.answer).toMatchObject({ kind: 'answer', entries: [id], locale });
    }
  });

  it('are offered once: after another reply the number picks nothing of them', async () => {
    const { heard } = await converse(['ambiguous fr', wordsOf('ecoles').question, '2'], 'fr', { understand: doubtful });
    expect(heard.answer?.entries).not.toEqual(['avantages']);
  });
});

describe('two questions in one message', () => {
  it.each<[locale: Locale, say: string, answered: string[]]>([
    ['fr', "c'est quoi le salaire et où étudier ?", ['salaire', 'ecoles']],
    ['fr', 'quelles études faut-il ? et combien on gagne ?', ['formation', 'salaire']],
    ['nl', 'Wat verdien je en waar kan ik studeren?', ['salaire', 'ecoles']],
    ['en', 'What is the salary and where can I study?', ['salaire', 'ecoles']],
  ])('%s: « %s » is answered with both', async (locale, say, answered) => {
    const { heard } = await converse([say], locale);
    expect(heard.answer).toMatchObject({ kind: 'answer', entries: answered, locale });
    expect(heard.answer?.sources).toHaveLength(2);
    for (const id of answered) expect(heard.text).toContain(wordsOf(id, locale).answer?.trim());
  });
});

describe('what the guide does not say', () => {
  const absent = [...entries.values()].flatMap((e) => (e.kind === 'absent' ? [e] : []));

  it.each(absent.map((e) => [e.id, e] as const))(
    'is answered for itself, with what the guide says nearby and a person: %s',
    async (id, { followUps }) => {
      for (const locale of locales) {
        const { question, answer = '' } = wordsOf(id, locale);
        const { heard } = await converse([question], locale);
        const expected: AnswerData = { kind: 'unknown', entries: followUps, locale, confidence: 1, absent: id };
        expect(heard.answer, locale).toEqual(expected);
        expect(heard.text, locale).toBe(answer);
        expect(titles(heard), locale).toEqual([...followUps, 'handoff'].map((e) => wordsOf(e, locale).label));
      }
    },
  );

  it.each<[locale: Locale, say: string, id: string]>([
    ['fr', 'télétravail possible ?', 'teletravail'],
    ['fr', 'combien de jours de congés ?', 'conges'],
    ['fr', "c'est quoi le salaire net ?", 'salaire-net'],
    ['nl', 'kan ik telewerken?', 'teletravail'],
    ['en', 'can I work from home?', 'teletravail'],
  ])('is found in other words: %s « %s »', async (locale, say, id) => {
    const { heard } = await converse([say], locale);
    expect(heard.answer).toMatchObject({ kind: 'unknown', absent: id, locale });
  });

  it('leads on by its buttons', async () => {
    const { conversation, heard } = await converse([wordsOf('teletravail').question]);
    const next = await conversation.press(heard.buttons[0]);
    expect(next.answer).toMatchObject({ kind: 'answer', entries: ['conditions'] });
  });
});

describe('somebody who comes back to a paused quiz', () => {
  const START: Record<Locale, string> = Object.fromEntries(locales.map((l) => [l, wordsOf('quiz', l).question]));

  it.each<[locale: Locale, say: string]>([
    ['fr', 're, me revoilà'],
    ['fr', 'bonjour'],
    ['nl', 'hallo'],
    ['en', 'hello again'],
  ])('%s: is told on « %s » that it waits, and goes on with one press', async (locale, say) => {
    const { conversation, heard } = await converse([START[locale] ?? '', '4', '2', 'stop', say], locale);
    const waiting = textsOf(locale).greetingWithPausedQuiz(3, quiz.items.length);
    expect(heard.text).toBe(`${wordsOf('greet', locale).answer}\n\n${waiting}`);
    expect(heard.answer).toMatchObject({ kind: 'smalltalk', entries: ['greet'], locale });
    expect(titles(heard)).toEqual(['quiz-resume', 'presentation', 'handoff'].map((id) => wordsOf(id, locale).label));
    const resumed = await conversation.press(heard.buttons[0]);
    expect(resumed.quiz).toMatchObject({ event: 'question', index: 3 });
  });

  it.each<[what: string, says: string[]]>([
    ['no quiz was begun', ['bonjour']],
    ['the quiz is over', [START.fr ?? '', ...'515151515155', 'bonjour']],
    ['the quiz is going on', [START.fr ?? '', '4', 'bonjour']],
  ])('is told nothing of the kind where %s', async (_, says) => {
    const { heard } = await converse(says);
    expect(heard.messages[0]).toBe(wordsOf('greet').answer);
  });

  it('is not told so with every answer', async () => {
    const { heard } = await converse([START.fr ?? '', '4', 'stop', 'merci']);
    expect(heard.text).toBe(wordsOf('thanks').answer);
  });
});
