import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

/** The real client wants a browser's XMLHttpRequest and WebSocket, with a page that it comes from. */
let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
  const { window } = new JSDOM('', { url: app.origin });
  Object.assign(globalThis, { XMLHttpRequest: window.XMLHttpRequest, WebSocket: window.WebSocket });
});
afterAll(() => app.close());

const connect = async () => {
  const { token } = (await (await fetch(`${app.origin}/v3/directline/tokens/generate`, { method: 'POST' })).json()) as {
    token: string;
  };
  const client = new DirectLine({
    token,
    domain: `${app.origin}/v3/directline`,
    webSocket: true,
    conversationStartProperties: { locale: 'fr-BE' },
  });
  const heard: Activity[] = [];
  const errors: unknown[] = [];
  client.activity$.subscribe({ next: (activity) => heard.push(activity), error: (e) => errors.push(e) });
  const statuses: ConnectionStatus[] = [];
  client.connectionStatus$.subscribe({ next: (status) => statuses.push(status), error: (e) => errors.push(e) });
  const fromBot = () => heard.filter((a) => a.from.role === 'bot');
  const post = (text: string) =>
    new Promise<string>((resolve, reject) => {
      client.postActivity({ type: 'message', text, from: { id: 'me' } }).subscribe(resolve, reject);
    });
  /** Ends the conversation, which the client reports as an error to whoever listens; there must be no other. */
  const end = () => {
    expect(errors).toEqual([]);
    client.end();
  };
  return { end, heard, fromBot, statuses, post };
};

describe('the real botframework-directlinejs', () => {
  it('is greeted, and hears the reply over the WebSocket', async () => {
    const { end, fromBot, statuses, post } = await connect();
    await expect.poll(() => statuses.at(-1)).toBe(ConnectionStatus.Online);
    await expect.poll(() => fromBot().length).toBe(1);
    await post('Quel est le salaire ?');
    await expect.poll(() => fromBot().length).toBe(2);
    expect((fromBot()[1] as { text?: string }).text).toContain('2.600');
    end();
  });

  it('reconnects after a restart of the server on the same data and goes on in the middle of the quiz', async () => {
    const { end, fromBot, heard, post } = await connect();
    await expect.poll(() => fromBot().length).toBe(1);
    await post('je veux faire le quiz');
    await post('oui');
    await expect.poll(() => fromBot().length).toBe(3);

    const port = Number(new URL(app.origin).port);
    await app.close();
    app = await startApp({ dataDir: app.dataDir, port });

    await expect.poll(() => post('bof').catch(() => 'retry'), { timeout: 30_000, interval: 1000 }).not.toBe('retry');
    await expect.poll(() => fromBot().length, { timeout: 30_000 }).toBe(4);
    expect(fromBot()[3]?.channelData).toMatchObject({ quiz: { event: 'question', index: 3 } });
    const ids = heard.map((a) => a.id);
    expect(new Set(ids).size).toBe(ids.length);
    end();
  });
});
