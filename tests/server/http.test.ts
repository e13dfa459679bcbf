import { request } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../../src/server/server.ts';
import { http } from '../helpers/directLine.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** fetch would tidy these paths up before sending them. */
const raw = (path: string) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(app.origin);
    const sent = request({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });

const error = { error: { code: expect.any(String), message: expect.any(String) } };

describe('the HTTP server', () => {
  it.each([
    ['GET', '/nope', 404],
    ['DELETE', '/v3/directline/tokens/generate', 405],
    ['GET', '/assets/nope.js', 404],
  ])('answers %s %s with a JSON error and %d', async (method, path, status) => {
    const answer = await http(app.origin, method, path);
    expect([answer.status, answer.body]).toEqual([status, error]);
  });

  it.each(['/../package.json', '/assets/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/%00', '/%'])(
    'gives no file of the machine away: %s',
    async (path) => {
      const { status, body } = await raw(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(body).not.toMatch(/"dependencies"|root:/);
    },
  );

  it('is alive and ready', async () => {
    expect((await http(app.origin, 'GET', '/healthz')).status).toBe(200);
    expect((await http(app.origin, 'GET', '/readyz')).status).toBe(200);
  });

  it('caches its files for good, as their names hold the hash of their content', async () => {
    const page = await (await fetch(`${app.origin}/`)).text();
    const [script = ''] = /\/assets\/chat\.[^"]+\.js/.exec(page) ?? [];
    const response = await fetch(app.origin + script);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('tells nothing of an error of ours but that it happened', async () => {
    const logged: string[] = [];
    const server = createHttpServer(pino({}, { write: (line: string) => logged.push(line) }));
    server.get('/broken', async () => {
      throw new Error('the password is swordfish');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = await http(`http://127.0.0.1:${server.address().port}`, 'GET', '/broken');
    expect([answer.status, answer.body]).toEqual([500, error]);
    expect(JSON.stringify(answer.body)).not.toContain('swordfish');
    expect(logged.join('')).toContain('swordfish');
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
