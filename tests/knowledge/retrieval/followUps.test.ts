import { describe, expect, it } from 'vitest';
import type { Context } from '../../../knowledge/index.ts';
import { followUp } from '../../../knowledge/retrieval/followUps.ts';
import { knowledge, understand } from '../../helpers/engine.ts';

const { entries } = knowledge;
const following = (topic: string, locale = 'fr'): Context => ({ locale, quiz: 'none', topics: [topic] });
const OFFERED: Context = { locale: 'fr', quiz: 'none', offered: ['salaire', 'formation', 'zones'] };
const NOTHING: Context = { locale: 'fr', quiz: 'none' };
const FOLLOW_UPS = [...entries.values()].filter((e) => e.kind === 'followup').map((e) => e.id);

describe('what a follow-up stands for', () => {
  it.each([
    ['where', 'salaire', 'zones', 'where one earns that'],
    ['where', 'formation', 'ecoles', 'where one learns it'],
    ['where', 'missions', 'employeurs', 'where one does it'],
    ['opposite', 'avantages', 'inconvenients', 'the other side'],
    ['opposite', 'inconvenients', 'avantages', 'and back'],
    ['more', 'salaire', 'salaire', 'the same topic, of which there is nothing more'],
  ])('is what the topic says: %s after %s is %s (%s)', (id, topic, target) => {
    expect(followUp(id, following(topic), entries)).toEqual([target]);
  });

  it.each([
    ['pick-first', ['salaire']],
    ['pick-second', ['formation']],
    ['pick-third', ['zones']],
    ['pick-all', ['salaire', 'formation', 'zones']],
  ])('is what was offered: %s is %j', (id, picked) => {
    expect(followUp(id, OFFERED, entries)).toEqual(picked);
  });

  it.each([
    ['pick-third', { ...OFFERED, offered: ['salaire', 'formation'] }, 'two were offered'],
    ['where', following('anglais'), 'English is nowhere'],
    ['opposite', following('salaire'), 'pay has no opposite'],
    ['more', following('teletravail'), 'the guide says nothing of it'],
    ['more', following('greet'), 'small talk goes on with nothing'],
    ['more', following('no-such-entry'), 'the entry is gone from the content'],
    ['where', { ...following('salaire'), quiz: 'asking' as const }, 'an item is being asked'],
    ['salaire', following('salaire'), 'it is no follow-up'],
  ])('is nothing: %s in %j, as %s', (id, context) => {
    expect(followUp(id, context, entries)).toBeUndefined();
  });

  it.each(FOLLOW_UPS)('is nothing without a conversation: %s', (id) => {
    expect(followUp(id, NOTHING, entries)).toBeUndefined();
  });
});

describe('a few words after an answer', () => {
  it.each<[locale: string, text: string, topic: string, target: string]>([
    ['fr', 'Où ça ?', 'salaire', 'zones'],
    ['fr', 'où ça', 'formation', 'ecoles'],
    ['fr', 'et l’inverse', 'avantages', 'inconvenients'],
    ['fr', 'dis m’en plus !', 'missions', 'missions'],
    ['fr', 'pourquoi ?', 'anglais', 'anglais'],
    ['nl', 'waar is dat ?', 'salaire', 'zones'],
    ['nl', 'vertel er eens wat meer over', 'missions', 'missions'],
    ['nl', 'en omgekeerd', 'avantages', 'inconvenients'],
    ['en', 'where is that', 'formation', 'ecoles'],
    ['en', 'tell me more about it', 'missions', 'missions'],
    ['en', 'And the opposite?', 'avantages', 'inconvenients'],
  ])('go on with it, in %s: « %s » after %s is %s', (locale, text, topic, target) => {
    expect(understand(text, following(topic, locale))).toMatchObject({ outcome: 'answer', entries: [target], locale });
  });

  it.each<[text: string, topic: string, target: string, why: string]>([
    ['et avec de l’expérience ?', 'salaire', 'salaire', 'it needs no experience: it is paid for'],
    ['et avec dix ans d’expérience ?', 'salaire', 'salaire', 'a figure in it'],
    ['et pour un junior ?', 'salaire', 'salaire', '« junior » is of several entries'],
    ['et à Liège ?', 'employeurs', 'zones', 'the topic that usually follows'],
  ])('lean on it where they begin with « et »: « %s » after %s is %s (%s)', (text, topic, target) => {
    expect(understand(text, following(topic))).toMatchObject({ outcome: 'answer', entries: [target] });
  });

  it.each<[locale: string, text: string, topic: string, why: string]>([
    ['fr', 'et en Suisse ?', 'salaire', 'pay abroad, of which the guide says nothing'],
    ['fr', 'et au Luxembourg ?', 'salaire', 'a neighbour is abroad too'],
    ['fr', 'et les primes ?', 'salaire', 'extras that the guide does not name'],
    ['fr', 'et en net ?', 'salaire', 'the guide gives gross pay'],
    ['fr', 'et le télétravail ?', 'conditions', 'a condition that the guide does not name'],
    ['nl', 'en in Zwitserland?', 'salaire', 'pay abroad'],
    ['nl', 'en netto?', 'salaire', 'the guide gives gross pay'],
    ['en', 'and in Switzerland?', 'salaire', 'pay abroad'],
    ['en', 'and after tax?', 'salaire', 'the guide gives gross pay'],
  ])('are not swallowed by it where it has no answer, in %s: « %s » after %s (%s)', (locale, text, topic) => {
    const { outcome, entries: found } = understand(text, following(topic, locale));
    expect([outcome, ...found]).not.toEqual(['answer', topic]);
    expect(entries.get(found[0] ?? '')?.kind).toBe('absent');
  });

  it.each(['quel diplôme faut-il ?', 'je dois savoir parler anglais ?', 'quiz', 'merci'])(
    'change the subject where they say what they want: %s',
    (text) => {
      expect(understand(text, following('salaire')).entries).toEqual(understand(text, NOTHING).entries);
    },
  );

  it.each(FOLLOW_UPS)('are never a follow-up’s own id, in any conversation: %s', (id) => {
    for (const locale of knowledge.locales) {
      const words = entries.get(id)?.words[locale];
      for (const text of words?.utterances ?? [])
        for (const context of [NOTHING, OFFERED, following('salaire'), following('conges')])
          expect(understand(text, { ...context, locale }).entries, text).not.toContain(id);
    }
  });
});

describe('a pick among what was offered', () => {
  it.each<[locale: string, text: string, picked: string[]]>([
    ['fr', '1', ['salaire']],
    ['fr', 'le premier', ['salaire']],
    ['fr', 'La deuxième !', ['formation']],
    ['fr', 'le dernier', ['zones']],
    ['fr', 'les trois', ['salaire', 'formation', 'zones']],
    ['nl', 'de tweede', ['formation']],
    ['nl', 'alle drie', ['salaire', 'formation', 'zones']],
    ['en', 'the second one', ['formation']],
    ['en', 'all three', ['salaire', 'formation', 'zones']],
  ])('is understood in %s: « %s » is %j', (locale, text, picked) => {
    expect(understand(text, { ...OFFERED, locale })).toMatchObject({ outcome: 'answer', entries: picked });
  });

  it('may be one that the guide is silent on', () => {
    const context: Context = { ...OFFERED, offered: ['salaire', 'salaire-net'] };
    expect(understand('le deuxième', context)).toMatchObject({ outcome: 'answer', entries: ['salaire-net'] });
  });

  it('is no pick while an item is asked: there it is an answer', () => {
    expect(understand('1', { ...OFFERED, quiz: 'asking' }).entries).not.toEqual(['salaire']);
  });
});
