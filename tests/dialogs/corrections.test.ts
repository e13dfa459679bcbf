import { describe, expect, it } from 'vitest';
import type { Locale } from '../../knowledge/index.ts';
import { type Heard, knowledge, openConversation } from '../helpers/conversation.ts';

const converse = async (says: readonly string[], locale: Locale = 'fr') => {
  const conversation = openConversation({ locale });
  let heard: Heard | undefined;
  for (const say of says) heard = await conversation.say(say);
  if (!heard) throw new Error('nothing was said');
  return { heard, conversation };
};
const questionOf = (id: string, locale: Locale = 'fr') => knowledge.entries.get(id)?.words[locale]?.question ?? '';

describe('somebody who takes back what was understood', () => {
  it.each<[locale: Locale, first: string, say: string, entry: string, why: string]>([
    ['fr', 'salaire', 'non, je voulais dire les horaires', 'conditions', 'another topic in its place'],
    ['fr', 'salaire', 'non pas le salaire, les études', 'formation', 'what was not meant is named'],
    ['fr', 'salaire-cra', 'non pas CRA, CTA', 'salaire', 'the job is another, the question the same'],
    ['nl', 'salaire', 'nee, ik bedoelde de uren', 'conditions', 'Dutch'],
    ['en', 'salaire', 'no, I meant the schools', 'ecoles', 'English'],
  ])('is understood, in %s: after %s « %s » is %s (%s)', async (locale, first, say, entry) => {
    const { heard } = await converse([questionOf(first, locale), say], locale);
    expect(heard.answer).toMatchObject({ kind: 'answer', entries: [entry], locale });
  });
});

describe('somebody who is not content', () => {
  it.each<[locale: Locale, say: string]>([
    ['fr', "t'as rien compris à ma question"],
    ['fr', 'tu réponds complètement à côté'],
    ['nl', 'ge hebt er niks van begrepen'],
    ['en', "you didn't get my question at all"],
  ])('is offered what could have been meant, and a person, in %s: « %s »', async (locale, say) => {
    const { heard } = await converse([questionOf('salaire', locale), say], locale);
    expect(heard.answer).toMatchObject({ kind: 'unknown', locale });
    const offered = heard.buttons.map((button) => String(button.value));
    expect(offered).toContain(questionOf('handoff', locale));
    expect(offered).toContain(questionOf('avantages', locale));
  });
});

describe('a pick', () => {
  it('is of whatever the last reply offered: the second button below an answer', async () => {
    const { heard, conversation } = await converse([questionOf('salaire')]);
    const [, second] = heard.buttons;
    const picked = await conversation.say('le deuxième');
    const pressed = await conversation.press(second);
    expect(picked.answer?.entries).toEqual(pressed.answer?.entries);
  });

  it('may be of what is no topic: the quiz begins', async () => {
    const { heard } = await converse(['bonjour', 'le deuxième']);
    expect(heard.quiz).toMatchObject({ event: 'question', index: 1 });
  });
});
