import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { activitiesPath, type Conversation, http, openConversation, readLog, say } from '../helpers/directLine.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

const SECRET = 'a secret of the tests, long enough to be one';
let app: RunningApp;
let origin: string;

beforeAll(async () => {
  app = await startApp({ env: { DIRECT_LINE_SECRET: SECRET, WIDGET_ORIGINS: 'https://school.example' } });
  origin = app.origin;
});
afterAll(() => app.close());

const forge = (conversation: string, { expires = '30m', secret = SECRET } = {}) =>
  new SignJWT({ conv: conversation })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('dl_x')
    .setAudience('directline')
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));

describe('a Direct Line conversation', () => {
  it('has the greeting in its log when it is created', async () => {
    const conversation = await openConversation(origin);
    const { activities, watermark } = await readLog(origin, conversation);
    expect(activities).toHaveLength(1);
    expect(activities[0]?.text).toContain('CTA');
    expect(activities[0]?.from.role).toBe('bot');
    expect(watermark).toBe('1');
  });

  it('is greeted once, however often it is opened with the same token', async () => {
    const conversation = await openConversation(origin);
    await Promise.all(
      [1, 2, 3].map(() => http(origin, 'POST', '/v3/directline/conversations', { token: conversation.token })),
    );
    expect((await readLog(origin, conversation)).activities).toHaveLength(1);
  });

  it('has the reply in its log when posting a message has answered', async () => {
    const conversation = await openConversation(origin);
    const [reply] = await say(origin, conversation, 'Quel est le salaire ?');
    expect(reply?.text).toContain('2.600');
    expect(reply?.channelData?.answer).toMatchObject({ kind: 'answer', entries: ['salaire'], locale: 'fr' });
  });

  it('runs simultaneous messages one after another and loses none', async () => {
    const conversation = await openConversation(origin);
    await say(origin, conversation, 'quiz');
    await Promise.all(
      ['1', '2', '3', '4', '5'].map((text) =>
        http(origin, 'POST', activitiesPath(conversation), {
          token: conversation.token,
          body: { type: 'message', text },
        }),
      ),
    );
    const [question] = await say(origin, conversation, 'on continue');
    expect(question?.channelData?.quiz?.index).toBe(6);
  });

  it('believes the token about who speaks, not the message', async () => {
    const conversation = await openConversation(origin);
    await http(origin, 'POST', activitiesPath(conversation), {
      token: conversation.token,
      body: { type: 'message', text: 'salaire', from: { id: 'somebody-else' }, conversation: { id: 'another' } },
    });
    const { activities } = await readLog(origin, conversation);
    expect(activities.map((a) => a.from.id)).not.toContain('somebody-else');
    expect(activities).toHaveLength(3);
  });

  it('erases everything when the person asks for it and confirms', async () => {
    const conversation = await openConversation(origin);
    await say(origin, conversation, 'mon histoire secrète');
    await say(origin, conversation, 'quiz');
    await say(origin, conversation, '4');
    await say(origin, conversation, 'efface mes données');
    await say(origin, conversation, 'Oui, tout effacer');
    const { activities } = await readLog(origin, conversation);
    expect(activities).toHaveLength(1);
    expect(activities[0]?.channelData?.answer?.kind).toBe('erase');
    const [question] = await say(origin, conversation, 'quiz');
    expect(question?.channelData?.quiz?.index).toBe(1);
  });
});

describe('a Direct Line token', () => {
  const cases: [name: string, token: (mine: Conversation, other: Conversation) => string | Promise<string>][] = [
    ['of another conversation', (_mine, other) => other.token],
    ['that is junk', () => 'junk'],
    ['with its signature changed', (mine) => `${mine.token.slice(0, -4)}AAAA`],
    ['signed with another secret', (mine) => forge(mine.conversationId, { secret: 'x'.repeat(40) })],
    ['that has expired', (mine) => forge(mine.conversationId, { expires: '-1s' })],
    [
      'with alg none',
      (mine) =>
        `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ conv: mine.conversationId, sub: 'x', aud: 'directline' }))}.`,
    ],
  ];

  it.each(cases)('%s neither reads nor writes', async (_name, tokenOf) => {
    const [mine, other] = [await openConversation(origin), await openConversation(origin)];
    const token = await tokenOf(mine, other);
    const body = { type: 'message', text: 'intrus' };
    expect((await http(origin, 'GET', activitiesPath(mine), { token })).status).toBe(403);
    expect((await http(origin, 'POST', activitiesPath(mine), { token, body })).status).toBe(403);
    expect((await readLog(origin, mine)).activities).toHaveLength(1);
  });

  it('is asked for', async () => {
    const mine = await openConversation(origin);
    expect((await http(origin, 'GET', activitiesPath(mine))).status).toBe(401);
  });

  it('is refreshed for the same conversation, also some days after it expired, but not for ever', async () => {
    const mine = await openConversation(origin);
    const refresh = async (expires: string) =>
      http<{ conversationId: string; token: string }>(origin, 'POST', '/v3/directline/tokens/refresh', {
        token: await forge(mine.conversationId, { expires }),
      });
    for (const expires of ['10m', '-6d']) {
      const { status, body } = await refresh(expires);
      expect([status, body.conversationId]).toEqual([200, mine.conversationId]);
      expect((await http(origin, 'GET', activitiesPath(mine), { token: body.token })).status).toBe(200);
    }
    expect((await refresh('-8d')).status).toBe(403);
  });

  it.each([
    ['no page', {}, 200],
    ['our own page', 'own', 200],
    ['a page of an allowed site', { origin: 'https://school.example' }, 200],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
  ])('is given to %s or not', async (_name, headers, status) => {
    const sent = headers === 'own' ? { origin } : (headers as Record<string, string>);
    expect((await http(origin, 'POST', '/v3/directline/tokens/generate', { headers: sent })).status).toBe(status);
  });
});

describe('what is no activity', () => {
  const bodies: [name: string, request: { body?: unknown; raw?: string }][] = [
    ['an array', { body: [] }],
    ['a number', { body: 3 }],
    ['an activity without a type', { body: { text: 'x' } }],
    ['an activity of an unknown type', { body: { type: 'zzz' } }],
    ['a text that is no string', { body: { type: 'message', text: { a: 1 } } }],
    ['attachments that are none', { body: { type: 'message', attachments: [null] } }],
    ['broken JSON', { raw: '{"type":"message",' }],
    ['nothing', { raw: '' }],
  ];

  it.each(bodies)('%s is turned away with a 400 and an explanation, and not stored', async (_name, request) => {
    const mine = await openConversation(origin);
    const { status, body } = await http(origin, 'POST', activitiesPath(mine), { token: mine.token, ...request });
    expect(status).toBe(400);
    expect(body).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    expect((await readLog(origin, mine)).activities).toHaveLength(1);
  });

  it('a body over the limit is turned away with a 413', async () => {
    const mine = await openConversation(origin);
    const text = 'a'.repeat(3_000_000);
    const sent = http(origin, 'POST', activitiesPath(mine), { token: mine.token, body: { type: 'message', text } });
    expect((await sent).status).toBe(413);
  });
});

describe('the Direct Line stream', () => {
  const listen = (url: string) => {
    const socket = new WebSocket(url);
    const heard: string[] = [];
    socket.on('message', (data) => {
      const { activities } = JSON.parse(String(data)) as { activities: { text?: string }[] };
      heard.push(...activities.map((a) => a.text ?? ''));
    });
    return { socket, heard };
  };
  const opened = (socket: WebSocket) => new Promise<void>((resolve) => socket.once('open', () => resolve()));

  it('sends what the client has not seen, and then what is said, each once and in order', async () => {
    const mine = await openConversation(origin);
    await say(origin, mine, 'horaires');
    const { socket, heard } = listen(mine.streamUrl.replace('watermark=0', 'watermark=2'));
    await opened(socket);
    await Promise.all([say(origin, mine, 'salaire'), say(origin, mine, 'bonjour')]);
    await expect.poll(() => heard.length).toBe(5);
    const { activities } = await readLog(origin, mine, '2');
    expect(heard).toEqual(activities.map((a) => a.text));
    socket.close();
  });

  it('lets nobody in with the token of another conversation', async () => {
    const [mine, other] = [await openConversation(origin), await openConversation(origin)];
    const url = mine.streamUrl.replace(/t=.*/, `t=${other.token}`);
    const socket = new WebSocket(url);
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toContain('403');
  });
});
