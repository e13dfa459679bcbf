import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLmdbStore } from '../../src/storage/lmdbStore.ts';
import { createMemoryStore } from '../../src/storage/memoryStore.ts';
import type { Store } from '../../src/storage/store.ts';

const stores: [name: string, open: () => Store][] = [
  ['memory', createMemoryStore],
  ['lmdb', () => createLmdbStore(mkdtempSync(path.join(tmpdir(), 'store-')))],
];

const message = (text: string) => ({ type: 'message', text });
const texts = (activities: { text?: string }[]) => activities.map((a) => a.text);

describe.each(stores)('a %s store', (_name, open) => {
  let store: Store;
  beforeEach(() => {
    store = open();
  });
  afterEach(() => store.close());

  it('returns what was committed, and nothing for a key without a value', async () => {
    await store.commit({ state: { a: { n: 1 }, b: { deep: ['é', null, { x: true }] } } });
    expect(await store.read(['a', 'b', 'missing'])).toEqual({ a: { n: 1 }, b: { deep: ['é', null, { x: true }] } });
  });

  it('overwrites and deletes', async () => {
    await store.commit({ state: { a: { n: 1 }, b: { n: 1 } } });
    await store.commit({ state: { a: { n: 2 }, b: null } });
    expect(await store.read(['a', 'b'])).toEqual({ a: { n: 2 } });
  });

  it('hands out values that nobody else can change', async () => {
    await store.commit({ state: { a: { list: [1] } } });
    const { a } = await store.read(['a']);
    (a as { list: number[] }).list.push(2);
    expect(await store.read(['a'])).toEqual({ a: { list: [1] } });
  });

  it.each(['__proto__', 'constructor', 'a/b:c', 'clé é 漢字', 'x'.repeat(500)])('takes any key: %s', async (key) => {
    await store.commit({ state: Object.fromEntries([[key, { n: 1 }]]) });
    const items = await store.read([key]);
    expect(Object.entries(items)).toEqual([[key, { n: 1 }]]);
  });

  it('has an empty log for a conversation that it does not know', async () => {
    expect(await store.readLog('nobody', 0)).toEqual({ activities: [], watermark: 0 });
  });

  it('appends in order, and reads from any watermark', async () => {
    await store.commit({ log: { conversation: 'c', activities: [message('1'), message('2')] } });
    await store.commit({ log: { conversation: 'c', activities: [message('3')] } });
    await store.commit({ log: { conversation: 'other', activities: [message('x')] } });
    const all = await store.readLog('c', 0);
    expect([texts(all.activities), all.watermark]).toEqual([['1', '2', '3'], 3]);
    expect(texts((await store.readLog('c', 2)).activities)).toEqual(['3']);
  });

  it.each([3, 99, Number.MAX_SAFE_INTEGER])('gives an empty page from %d, at or beyond the end', async (from) => {
    await store.commit({ log: { conversation: 'c', activities: [message('1'), message('2'), message('3')] } });
    expect(await store.readLog('c', from)).toEqual({ activities: [], watermark: 3 });
  });

  it('keeps conversations apart whose ids begin alike', async () => {
    await store.commit({ log: { conversation: 'c', activities: [message('c')] } });
    await store.commit({ log: { conversation: 'c1', activities: [message('c1')] } });
    expect(texts((await store.readLog('c', 0)).activities)).toEqual(['c']);
  });

  it('erases a log without taking its positions back: clients hold them as watermarks', async () => {
    await store.commit({ log: { conversation: 'c', activities: [message('1'), message('2')] } });
    await store.commit({ log: { conversation: 'c', activities: [message('gone')], erase: true } });
    const page = await store.readLog('c', 0);
    expect([texts(page.activities), page.watermark]).toEqual([['gone'], 3]);
    await store.commit({ log: { conversation: 'c', activities: [message('next')] } });
    expect(texts((await store.readLog('c', 3)).activities)).toEqual(['next']);
  });

  it('stores a commit as a whole or not at all', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    await expect(
      store.commit({ state: { a: { n: 1 }, b: circular }, log: { conversation: 'c', activities: [message('1')] } }),
    ).rejects.toThrow();
    expect(await store.read(['a'])).toEqual({});
    expect(await store.readLog('c', 0)).toEqual({ activities: [], watermark: 0 });
  });

  it('keeps commits apart that are made at once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        store.commit({ state: { [`k${i}`]: { i } }, log: { conversation: 'c', activities: [message(String(i))] } }),
      ),
    );
    const { activities, watermark } = await store.readLog('c', 0);
    expect(watermark).toBe(50);
    expect(new Set(texts(activities)).size).toBe(50);
  });
});

describe('an LMDB store', () => {
  it('goes on where an earlier one on the same folder ended', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'store-'));
    const first = createLmdbStore(dir);
    await first.commit({ state: { a: { n: 1 } }, log: { conversation: 'c', activities: [message('1')] } });
    await first.close();
    const second = createLmdbStore(dir);
    expect(await second.read(['a'])).toEqual({ a: { n: 1 } });
    expect((await second.readLog('c', 0)).watermark).toBe(1);
    await second.close();
  });

  it('says which folder it cannot use, and what to do', () => {
    expect(() => createLmdbStore('/dev/null/data')).toThrow(/DATA_DIR \/dev\/null\/data .*What to do/);
  });
});
