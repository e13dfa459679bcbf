import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { activitiesPath, http, openConversation, readLog, say } from './helpers/directLine.ts';
import { freePort, type RunningProcess, run } from './helpers/process.ts';

const running: RunningProcess[] = [];
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

async function start(env: Record<string, string> = {}) {
  const port = Number(env.PORT ?? (await freePort()));
  const dataDir = env.DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'bot-test-'));
  const bot = run('src/commands/start.mjs', { ...env, PORT: String(port), DATA_DIR: dataDir });
  running.push(bot);
  const origin = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${origin}/readyz`).then(
          (r) => r.status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
  return { ...bot, origin, port, dataDir };
}

describe('npm start', () => {
  it('says where it serves, and nothing that looks like a warning', async () => {
    const bot = await start();
    expect(bot.output()).toContain(`http://localhost:${bot.port}`);
    expect(bot.output()).not.toMatch(/warn|deprecat/i);
  });

  it('goes on in the middle of a quiz after kill -9, with every acknowledged message', async () => {
    const before = await start();
    const conversation = await openConversation(before.origin);
    for (const text of ['quiz', '4', '2']) await say(before.origin, conversation, text);
    before.child.kill('SIGKILL');
    await before.exit;

    const after = await start({ PORT: String(before.port), DATA_DIR: before.dataDir });
    const { activities } = await readLog(after.origin, conversation);
    expect(activities.filter((a) => a.from.role === 'user').map((a) => a.text)).toEqual(['quiz', '4', '2']);
    const [question] = await say(after.origin, conversation, '5');
    expect(question?.channelData?.quiz?.index).toBe(4);
  });

  it('ends a turn that is under way, then itself, on SIGTERM', async () => {
    const bot = await start();
    const conversation = await openConversation(bot.origin);
    const { token } = conversation;
    const body = { type: 'message', text: 'salaire' };
    const turn = http(bot.origin, 'POST', activitiesPath(conversation), { token, body }).then(
      (r) => r.status,
      () => 'refused',
    );
    await new Promise((resolve) => setImmediate(resolve));
    bot.child.kill('SIGTERM');
    expect(await bot.exit).toBe(0);
    // the turn was let in and answered, or never reached the bot: nothing in between
    const status = await turn;
    expect([200, 'refused']).toContain(status);
  });

  it('keeps the key of its tokens to itself, and over restarts', async () => {
    const bot = await start();
    const file = path.join(bot.dataDir, 'directline.secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(bot.dataDir).mode & 0o007).toBe(0);
  });

  it('logs no word of what people say', async () => {
    const bot = await start({ LOG_LEVEL: 'trace' });
    const conversation = await openConversation(bot.origin);
    await say(bot.origin, conversation, 'mon secret est pamplemousse');
    await say(bot.origin, conversation, 'x'.repeat(5000));
    bot.child.kill('SIGTERM');
    await bot.exit;
    expect(bot.output()).not.toMatch(/pamplemousse|xxxxx/);
  });

  const failures: [name: string, env: () => Promise<Record<string, string>>, message: RegExp][] = [
    ['a port that is taken', async () => ({ PORT: String((await start()).port) }), /EADDRINUSE.*What to do: .*PORT/s],
    ['a port that is none', async () => ({ PORT: 'x' }), /PORT .*What to do/s],
    ['a data folder that cannot be one', async () => ({ DATA_DIR: '/dev/null/x' }), /DATA_DIR .*What to do/s],
  ];
  it.each(failures)('ends with a message that says what to do: %s', async (_name, env, message) => {
    const settings = await env();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'bot-test-'));
    const bot = run('src/commands/start.mjs', { PORT: String(await freePort()), DATA_DIR: dataDir, ...settings });
    expect(await bot.exit).toBe(1);
    expect(bot.output()).toMatch(message);
    expect(bot.output()).not.toMatch(/\n\s+at /);
  });
});

describe('npm run chat', () => {
  it('answers each line of standard input with one line', async () => {
    const chat = run('dist/chat.js', {}, 'Quel est le salaire ?\nquiz\n4\nstop\n');
    expect(await chat.exit).toBe(0);
    const lines = chat.output().trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('2.600');
    expect(lines[1]).toContain('1/12');
    expect(lines[2]).toContain('2/12');
    expect(lines[3]).toContain('Reprendre');
  });
});
