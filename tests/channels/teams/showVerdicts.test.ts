import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { contentDir } from '../../../src/paths.ts';
import { personas, verdictDataOf } from '../../dialogs/personas.ts';
import { http } from '../../helpers/directLine.ts';
import { type RunningApp, startApp } from '../../helpers/startApp.ts';

const { quiz, quizWords, entries } = loadKnowledge(contentDir);
const persona = personas.find((p) => p.id === 'anglais');
if (!persona) throw new Error('no persona without English');
const page = `https://bot.example/r/${persona.code}`;

let app: RunningApp;
/** Stands for Microsoft's connector: takes what the bot sends to Teams. */
let connector: Server;
let received: { path: string; activity: Partial<Activity> }[] = [];

beforeAll(async () => {
  connector = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    received.push({ path: request.url ?? '', activity: JSON.parse(Buffer.concat(body).toString()) });
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"1"}');
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  app = await startApp({ env: { PUBLIC_URL: 'https://bot.example' } });
});
afterAll(async () => {
  await app.close();
  connector.close();
});

let turn = 0;

/** Says something as Teams sends it. @returns what the bot sent to the connector meanwhile */
async function say(text: string, conversation: string, channelId = 'msteams'): Promise<Partial<Activity>[]> {
  received = [];
  const { port } = connector.address() as AddressInfo;
  const { status } = await http(app.origin, 'POST', '/api/messages', {
    body: {
      type: 'message',
      id: String(++turn),
      timestamp: new Date().toISOString(),
      localTimestamp: '2026-11-25T01:20:00.0000000+01:00',
      text,
      textFormat: 'plain',
      channelId,
      serviceUrl: `http://127.0.0.1:${port}/emea/`,
      from: { id: '29:user', name: 'A Person', aadObjectId: '00000000-0000-0000-0000-000000000003' },
      recipient: { id: '28:bot', name: 'bot' },
      conversation: {
        id: conversation,
        conversationType: 'personal',
        tenantId: '00000000-0000-0000-0000-000000000002',
      },
      entities: [{ type: 'clientInfo', locale: 'fr-BE', country: 'BE', platform: 'Web' }],
      channelData: { tenant: { id: '00000000-0000-0000-0000-000000000002' } },
      locale: 'fr-BE',
    },
  });
  expect(status).toBe(200);
  return received.map(({ activity }) => activity);
}

/** Takes the whole quiz in the persona's words. @returns what its last answer brings */
async function takeQuiz(conversation: string, channelId?: string): Promise<Partial<Activity>[]> {
  let sent = await say('Je veux faire le quiz', conversation, channelId);
  for (const { id } of quiz.items) {
    expect(sent[0]?.channelData.quiz.question).toBe(id);
    const labels = quizWords.fr?.items[id]?.labels ?? quizWords.fr?.labels ?? [];
    sent = await say(labels[(persona?.answers[id] ?? 0) - 1] ?? '', conversation, channelId);
  }
  return sent;
}

it('a quiz that is answered in Teams ends in one message: the verdict as a card', async () => {
  const sent = await takeQuiz('a:card');

  expect(sent).toHaveLength(1);
  const [verdict] = sent;
  expect(received[0]?.path).toContain('/emea/v3/conversations/a%3Acard/activities');
  expect(verdict?.attachments).toHaveLength(1);
  expect(verdict?.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  const card = verdict?.attachments?.[0]?.content;
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'fr' });
  expect(JSON.stringify(card)).toContain(`"text":"${persona.code}"`);
  expect(card.body).toContainEqual({
    type: 'Image',
    url: `${page}.png?lang=fr`,
    altText: expect.stringContaining('59 sur 100'),
    size: 'Stretch',
  });
});

it('the card offers the page, and what the suggested actions of other channels say', async () => {
  const [elsewhere] = await takeQuiz('b', 'emulator');
  const [verdict] = await takeQuiz('a:actions');
  const actions = verdict?.attachments?.[0]?.content.actions;

  expect(verdict?.suggestedActions).toBeUndefined();
  expect(actions[0]).toEqual({ type: 'Action.OpenUrl', title: 'Garder ou partager', url: `${page}?lang=fr` });
  expect(actions.slice(1)).toEqual(
    elsewhere?.suggestedActions?.actions.map(({ title, value }) => ({
      type: 'Action.Submit',
      title,
      data: { msteams: { type: 'imBack', value } },
    })),
  );
  // what Teams then sends in the person's name leads on
  const [answer] = await say(actions[1].data.msteams.value, 'a:actions');
  expect(answer?.channelData.answer.kind).toBe('verdict');
  expect(actions[1].data.msteams.value).toBe(entries.get('verdict-why')?.words.fr?.question);
});

it('what is no card stays sensible: the echo above, the notification, the data, the words for those who cannot show it', async () => {
  const [elsewhere] = await takeQuiz('c', 'emulator');
  const [verdict] = await takeQuiz('a:rest');

  expect(verdict?.text).toMatch(/^Noté : .{1,40}$/);
  expect(verdict?.summary).toBe('Profil partagé, 59 sur 100');
  expect(verdict?.channelData.verdict).toEqual(verdictDataOf(persona));
  expect(verdict?.speak).toBe(elsewhere?.speak);
  expect(verdict?.attachments?.[0]?.content.fallbackText).toBe(elsewhere?.text);
  expect(Buffer.byteLength(JSON.stringify(verdict), 'utf16le')).toBeLessThan(28 * 1024);
});

it('a code that is pasted brings the card too; a comparison stands in it', async () => {
  const [reopened] = await say(persona.code, 'a:code');
  expect(reopened?.text).toBe('');
  expect(reopened?.attachments?.[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');

  const [second] = await takeQuiz('a:code');
  expect(JSON.stringify(second?.attachments?.[0]?.content.body)).toContain('Depuis la dernière fois');
});

it('other messages in Teams, and verdicts on other channels, stay as they are', async () => {
  const [question] = await say('Quel est le salaire ?', 'a:other');
  expect(question?.text).toContain('2.600');
  expect(question?.attachments ?? []).toEqual([]);

  const [verdict] = await takeQuiz('d', 'emulator');
  expect(verdict?.text).toContain(persona.code);
  expect(verdict?.attachments?.map(({ contentType }) => contentType)).toEqual(['image/png']);
  expect(verdict?.suggestedActions?.actions.length).toBeGreaterThan(2);
});
