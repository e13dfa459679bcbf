import { describe, expect, it } from 'vitest';
import { TurnQueue } from '../../src/bot/turnQueue.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the turn queue', () => {
  it('runs the turns of a conversation one after another, in order of arrival', async () => {
    const queue = new TurnQueue();
    const events: string[] = [];
    const turn = (name: string, waits: number) =>
      queue.run('c', async () => {
        events.push(`${name} begins`);
        for (let i = 0; i < waits; i++) await soon();
        events.push(`${name} ends`);
      });
    await Promise.all([turn('a', 5), turn('b', 1), turn('c', 0)]);
    expect(events).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('lets other conversations go on meanwhile', async () => {
    const queue = new TurnQueue();
    let release = () => {};
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = queue.run('a', () => blocked);
    await expect(queue.run('b', async () => 'answered')).resolves.toBe('answered');
    release();
    await first;
  });

  it('goes on behind a turn that fails, and tells only its caller', async () => {
    const queue = new TurnQueue();
    const failed = queue.run('c', async () => {
      throw new Error('broken');
    });
    const next = queue.run('c', async () => 'fine');
    await expect(failed).rejects.toThrow('broken');
    await expect(next).resolves.toBe('fine');
  });

  it('is idle once every turn has ended, also those that arrived meanwhile', async () => {
    const queue = new TurnQueue();
    let ended = 0;
    const turn = () =>
      queue.run('c', async () => {
        await soon();
        if (++ended < 4) void turn();
      });
    void turn();
    await queue.idle();
    expect(ended).toBe(4);
  });
});
