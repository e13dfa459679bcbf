import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { http } from '../helpers/directLine.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let turn = 0;
const activity = (text: string, more: object = {}) => ({
  type: 'message',
  id: String(++turn),
  timestamp: new Date().toISOString(),
  text,
  locale: 'fr-BE',
  channelId: 'emulator',
  serviceUrl: 'http://localhost:9/',
  from: { id: 'user' },
  recipient: { id: 'bot' },
  conversation: { id: 'c' },
  deliveryMode: 'expectReplies',
  ...more,
});
interface Replies {
  activities: { text: string; channelData?: { quiz?: { index: number } } }[];
}
const post = (body: object, headers = {}) =>
  http<Replies & { error?: object }>(app.origin, 'POST', '/api/messages', { body, headers });

describe('/api/messages without credentials', () => {
  it('answers a question', async () => {
    const { status, body } = await post(activity('Quel est le salaire ?'));
    expect(status).toBe(200);
    expect(body.activities[0]?.text).toContain('2.600');
  });

  it('keeps the conversation between turns, and runs simultaneous ones one after another', async () => {
    const conversation = { id: 'quiz' };
    await post(activity('quiz', { conversation }));
    await Promise.all(['1', '2', '3', '4'].map((text) => post(activity(text, { conversation }))));
    const { body } = await post(activity('on continue', { conversation }));
    expect(body.activities[0]?.channelData?.quiz?.index).toBe(5);
  });

  it('sends its replies to the serviceUrl of a program on this machine', async () => {
    const received: string[] = [];
    const client: Server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        received.push((JSON.parse(body) as { text: string }).text);
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"1"}');
      });
    });
    await new Promise<void>((resolve) => client.listen(0, '127.0.0.1', resolve));
    const { port } = client.address() as AddressInfo;
    const { status } = await post(
      activity('anglais', {
        serviceUrl: `http://127.0.0.1:${port}`,
        deliveryMode: 'normal',
        conversation: { id: 'd' },
      }),
    );
    expect(status).toBe(200);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/anglais/i);
    client.close();
  });

  const refused: [name: string, body: object, headers: Record<string, string>, status: number][] = [
    ['replies to another machine', activity('x', { serviceUrl: 'http://192.0.2.7:9/' }), {}, 403],
    ['a host that only looks local', activity('x', { serviceUrl: 'http://127.0.0.1.evil.example/' }), {}, 403],
    ['no URL at all', activity('x', { serviceUrl: 'nonsense' }), {}, 403],
    ['another protocol', activity('x', { serviceUrl: 'file:///etc/passwd' }), {}, 403],
    ['Direct Line by the back door', activity('x', { channelId: 'directline' }), {}, 403],
    ['a request that a proxy passed on', activity('x'), { 'x-forwarded-for': '203.0.113.9' }, 403],
    ['junk', { hello: 1 }, {}, 400],
  ];
  it.each(refused)('refuses %s', async (_name, body, headers, status) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toEqual({ code: expect.any(String), message: expect.any(String) });
  });
});

describe('/api/messages with credentials', () => {
  let secured: RunningApp;
  beforeAll(async () => {
    const id = '00000000-0000-0000-0000-000000000001';
    secured = await startApp({
      env: {
        MicrosoftAppId: id,
        MicrosoftAppPassword: 'x',
        MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000002',
      },
    });
  });
  afterAll(() => secured.close());

  it.each([
    ['no token', undefined],
    ['a junk token', 'junk'],
    ['a forged token', `${btoa('{"alg":"RS256","kid":"x"}')}.${btoa('{"iss":"https://api.botframework.com"}')}.AAAA`],
  ])('lets nobody in with %s, and tells them nothing', async (_name, token) => {
    const body = activity('x', { channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    const answer = await http(secured.origin, 'POST', '/api/messages', { body, ...(token ? { token } : {}) });
    expect(answer.status).toBe(401);
    expect(answer.body.error?.code).toBe('Unauthorized');
  });
});
