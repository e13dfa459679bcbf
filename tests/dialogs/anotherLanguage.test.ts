/** German, of content files alone: those of English with some words of its own, and a way to ask for it. */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type SpokenKnowledge, withSentences } from '../../dialogs/texts/index.ts';
import { createEngine, type EntryWords, type Locale, loadKnowledge, type Understand } from '../../knowledge/index.ts';
import { assetsDir, contentDir } from '../../src/paths.ts';
import { loadAssets } from '../../src/server/assets.ts';
import { mountPage } from '../../src/server/page.ts';
import { readPageTexts } from '../../src/server/pageTexts.ts';
import { createHttpServer } from '../../src/server/server.ts';
import { type Conversation, openConversation } from '../helpers/conversation.ts';

const GUIDE = 'clinical-trial-assistant';
const TALK = 'conversation';
/** The fewest that the loader takes, and enough for what is asked here. */
const UTTERANCES = 30;
/** How people ask for the salary in German. */
const ASKED = ['was verdient man', 'wie viel verdient ihr', 'wie hoch ist der Lohn', 'wie gut ist die Bezahlung'];
const ABOUT = ['in diesem Beruf', 'am Anfang', 'mit Erfahrung', 'im Monat', 'in Belgien', 'hier', 'bei euch', 'brutto'];

const dir = mkdtempSync(path.join(tmpdir(), 'another-language-'));
let knowledge: SpokenKnowledge;
let understand: Understand;

beforeAll(() => {
  cpSync(contentDir, dir, { recursive: true });
  for (const folder of [GUIDE, TALK]) cpSync(at(folder, 'en'), at(folder, 'de'), { recursive: true });
  writeInGerman();
  addWish();
  trimUtterances();
  knowledge = withSentences(loadKnowledge(dir));
  understand = createEngine(knowledge);
});
afterAll(() => rmSync(dir, { recursive: true }));

function writeInGerman(): void {
  edit(at(TALK, 'de', 'language.yaml'), { stemmer: 'de' });
  edit(at(TALK, 'de', 'texts.yaml'), {
    greeting: 'Guten Tag! Ich beantworte deine Fragen.',
    language: 'Gut, wir machen auf Deutsch weiter.',
    source: '*Quelle: „{section}“*',
    'quiz.item': '**Frage {index} von {total}:** {text}',
    'quiz.noted': 'Notiert: {label:lower}.',
  });
  edit(at(TALK, 'de', 'page.yaml'), {
    webChatLocale: 'de-DE',
    ask: 'Eine Frage stellen',
    description: '{title} auf Deutsch',
  });
  edit(at(TALK, 'de', 'entries', 'quiz.yaml'), { question: 'Ich möchte das Quiz machen', label: 'Zum Quiz' });
  edit(at(GUIDE, 'de', 'guide.yaml'), { title: 'Der Beruf CTA', 'sections.faq-salaire': 'Häufige Fragen, Gehalt' });
  edit(at(GUIDE, 'de', 'quiz.yaml'), {
    'items.cou_recherche.text': 'Medizinische Forschung zu unterstützen würde mich motivieren.',
    outOf: ['von'],
    'labels.3': 'Eher ja',
  });
  edit(at(GUIDE, 'de', 'entries', 'salaire.yaml'), {
    question: 'Wie hoch ist das Gehalt?',
    answer: 'In Belgien verdient man 2.600 bis 4.300 € brutto im Monat.',
    utterances: ASKED.flatMap((asked) => ABOUT.map((about) => `${asked} ${about}`)),
  });
}

/** The command to go on in German, listed once and written in every language. */
function addWish(): void {
  appendFileSync(at(TALK, 'entries.yaml'), '- { id: speak-de, kind: command }\n');
  const words: EntryWords = {
    label: 'Deutsch',
    question: 'Auf Deutsch bitte',
    utterances: Array.from({ length: UTTERANCES }, (_, i) => `bitte auf deutsch ${i}`),
  };
  for (const locale of ['fr', 'nl', 'en', 'de'])
    writeFileSync(at(TALK, locale, 'entries', 'speak-de.yaml'), stringify(words));
}

/** For speed. */
function trimUtterances(): void {
  for (const folder of [GUIDE, TALK])
    for (const locale of ['fr', 'nl', 'en', 'de'])
      for (const name of readdirSync(at(folder, locale, 'entries'))) {
        const file = at(folder, locale, 'entries', name);
        const words: EntryWords = parse(readFileSync(file, 'utf8'));
        writeFileSync(file, stringify({ ...words, utterances: words.utterances.slice(0, UTTERANCES) }));
      }
}

function at(...parts: string[]): string {
  return path.join(dir, ...parts);
}

/** Sets fields of a file, dotted. */
function edit(file: string, fields: Record<string, unknown>): void {
  const content = parse(readFileSync(file, 'utf8'));
  for (const [field, value] of Object.entries(fields)) {
    const keys = field.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((part, key) => part[key], content);
    if (!(last in parent)) throw new Error(`${file} has no ${field}`);
    parent[last] = value;
  }
  writeFileSync(file, stringify(content));
}

const open = (locale: Locale): Conversation => openConversation({ knowledge, understand, locale });

describe('a language that was added to the content', () => {
  it('is one like the others', () => {
    expect(knowledge.locales).toEqual(['de', 'en', 'fr', 'nl']);
  });

  it('greets those whose client speaks it', async () => {
    expect((await open('de').greet()).text).toBe('Guten Tag! Ich beantworte deine Fragen.');
  });

  it.each<[say: string, why: string]>([
    ['Wie hoch ist das Gehalt?', 'as its button says'],
    ['was verdient man denn so in dem Beruf', 'in words of its own'],
  ])('answers with the source: « %s », %s', async (say) => {
    const { answer, text } = await open('de').say(say);
    expect(answer).toMatchObject({ kind: 'answer', entries: ['salaire'], locale: 'de' });
    expect(text).toBe(
      'In Belgien verdient man 2.600 bis 4.300 € brutto im Monat.\n\n*Quelle: „Häufige Fragen, Gehalt“*',
    );
  });

  it.each(['fr', 'nl', 'en'])('is gone over to at a wish in a conversation in %s', async (locale) => {
    const conversation = open(locale);
    const { answer, text } = await conversation.say('Auf Deutsch bitte');
    expect(text).toBe('Gut, wir machen auf Deutsch weiter.');
    expect(answer).toMatchObject({ kind: 'smalltalk', locale: 'de' });
    expect((await conversation.say('Wie hoch ist das Gehalt?')).answer).toMatchObject({ kind: 'answer', locale: 'de' });
  });

  it('asks the quiz, and reads its answers', async () => {
    const conversation = open('de');
    const asked = await conversation.say('Ich möchte das Quiz machen');
    expect(asked.quiz).toMatchObject({ event: 'question', index: 1 });
    expect(asked.text).toContain('**Frage 1 von 12:** Medizinische Forschung zu unterstützen würde mich motivieren.');
    const next = await conversation.say('4 von 5');
    expect(next.quiz).toMatchObject({ event: 'question', index: 2 });
    expect(next.text).toMatch(/^Notiert: eher ja\.\n\n\*\*Frage 2 von 12:\*\* /);
  });

  it('has its page', async () => {
    const server = createHttpServer(pino({ level: 'silent' }));
    mountPage(server, { knowledge, pageTexts: readPageTexts(knowledge), locale: 'de', assets: loadAssets(assetsDir) });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await (await fetch(`http://127.0.0.1:${server.address().port}/`)).text();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<meta name="description" content="Der Beruf CTA auf Deutsch">');
    expect(page).toContain('Eine Frage stellen');
    expect(page).toContain('"locale":"de-DE"');
    expect(page).toContain('aria-label="Ask the bot: Wie hoch ist das Gehalt?"');
  });

  it('leaves the others as they were', async () => {
    const { answer } = await open('fr').say('Combien gagne un CTA ?');
    expect(answer).toMatchObject({ kind: 'answer', entries: ['salaire'], locale: 'fr' });
  });
});
