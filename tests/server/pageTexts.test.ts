import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { readPageTexts } from '../../src/server/pageTexts.ts';
import { expectRefusal, withField } from '../helpers/breakable.ts';

const { locales, page } = loadKnowledge(contentDir);

describe('the words of the page', () => {
  it('are there in every language of the content', () => {
    expect(Object.keys(readPageTexts({ page }))).toEqual(locales);
  });

  it('name the guide and the question that they are about', () => {
    const texts = readPageTexts({ page }).en;
    expect(texts?.description('CTA')).toMatch(/^CTA: the job/);
    expect(texts?.askBotAbout('Why?')).toBe('Ask the bot: Why?');
  });

  it.each<[what: string, field: string, value: unknown, says: string[]]>([
    ['a missing word', 'heroNote', undefined, ['is missing', 'write it']],
    ['a missing word of the chat', 'chat.retry', undefined, ['is missing']],
    ['a missing word of Web Chat', 'chat.webChat.TEXT_INPUT_ALT', undefined, ['is missing']],
    ['an unknown word', 'title', 'CTA', ['is unknown', 'correct or delete it']],
    ['an unknown word of Web Chat', 'chat.webChat.TEXT_INPUT', 'x', ['is unknown']],
    ['an unknown placeholder', 'description', '{title} {lead}', ['has {lead}', 'write {title}']],
    ['a missing placeholder', 'askBotAbout', 'Frag den Bot', ['lacks {question}']],
    ['a placeholder where there is none', 'footer', '{title}', ['has {title}, which nothing is filled in for']],
    ['a language that is no tag', 'webChatLocale', 'nl_NL', ['must be the tag of a language such as fr-FR']],
  ])('are refused with file, field and remedy, in whatever language: %s', (_what, field, value, says) => {
    const nl = withField(page.nl, field, value);
    expectRefusal(() => readPageTexts({ page: { ...page, nl } }), nl.file, field, says);
  });
});
