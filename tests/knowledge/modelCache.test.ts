import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { cachedModels, type ModelCache } from '../../knowledge/index.ts';
import { CALIBRATION } from '../../knowledge/retrieval/calibration.ts';
import { createLanguage } from '../../knowledge/retrieval/language.ts';
import type { ModelData, TypedArray } from '../../knowledge/retrieval/model.ts';
import { type RankedDocument, Ranker, type RankerOptions } from '../../knowledge/retrieval/rank.ts';
import type { LanguageRules } from '../../knowledge/schema.ts';
import { modelFiles } from '../../src/modelFiles.ts';

const DOCUMENTS: RankedDocument[] = [
  {
    id: 'salaire',
    class: 'topic',
    utterances: ['combien gagne un CTA', 'quel est le salaire', 'le salaire brut', 'ça paie combien'],
  },
  {
    id: 'ecoles',
    class: 'topic',
    utterances: ['quelles écoles', 'où étudier', 'les hautes écoles', 'où sont les écoles'],
  },
  {
    id: 'anglais',
    class: 'topic',
    utterances: ['faut-il parler anglais', 'quel niveau d’anglais', 'l’anglais est-il utile'],
  },
];
const RULES: LanguageRules = {
  stemmer: 'fr',
  stopWords: ['le', 'les', 'est', 'un'],
  connectors: ['et'],
  continuations: ['et'],
  references: ['ça'],
  openers: ['au fait'],
  alarms: [],
  corrections: { openings: ['non'], negations: ['pas'], contrasts: ['mais'] },
  abbreviations: { quoi: ['koi'] },
  slips: { qu: 'k' },
  concepts: { money: ['thune', 'salaire'] },
  outside: { food: ['pizza'] },
};
const QUERIES = ['combien de salaire', 'les écoles', 'parler anglais', 'xyz', '', 'salaiire et anglai'];

/** A cache that says what was done to it. */
class Memory implements ModelCache {
  readonly kept = new Map<string, Uint8Array>();
  readonly written: string[] = [];

  read(key: string): Uint8Array | undefined {
    return this.kept.get(key);
  }

  write(key: string, bytes: Uint8Array): void {
    this.written.push(key);
    this.kept.set(key, bytes);
  }
}

const { weights } = CALIBRATION;
const rankerWith = (cache: ModelCache, documents = DOCUMENTS, rules = RULES, options: Partial<RankerOptions> = {}) =>
  new Ranker(documents, createLanguage(rules), { weights, models: cachedModels(cache), ...options });
const ranksOf = (ranker: Ranker) => QUERIES.map((query) => ranker.rank(query));
const trained = ranksOf(new Ranker(DOCUMENTS, createLanguage(RULES), { weights }));

describe('a kept model', () => {
  it('is trained once, and ranks the same afterwards', () => {
    const cache = new Memory();
    expect(ranksOf(rankerWith(cache))).toEqual(trained);
    expect(cache.written).toHaveLength(1);
    expect(ranksOf(rankerWith(cache))).toEqual(trained);
    expect(cache.written).toHaveLength(1);
  });

  it('is the same bytes every time it is trained', () => {
    const [one, other] = [new Memory(), new Memory()];
    rankerWith(one);
    rankerWith(other);
    expect([...one.kept]).toEqual([...other.kept]);
  });

  it('is read from any place in memory: a part of a larger buffer is not aligned', () => {
    const cache = new Memory();
    rankerWith(cache);
    for (const [key, bytes] of cache.kept) {
      const larger = Buffer.alloc(bytes.length + 3);
      larger.set(bytes, 3);
      cache.kept.set(key, larger.subarray(3));
    }
    expect(ranksOf(rankerWith(cache))).toEqual(trained);
    expect(cache.written).toHaveLength(1);
  });

  it.each<[name: string, damage: (bytes: Uint8Array) => Uint8Array]>([
    ['one bit of it changed', (bytes) => bytes.map((byte, i) => (i === bytes.length - 5 ? byte ^ 1 : byte))],
    ['one bit of its header changed', (bytes) => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte))],
    ['one bit of its digest changed', (bytes) => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte))],
    ['half of it', (bytes) => bytes.slice(0, bytes.length >> 1)],
    ['its last byte missing', (bytes) => bytes.slice(0, -1)],
    ['a byte too many', (bytes) => Uint8Array.from([...bytes, 0])],
    ['its digest alone', (bytes) => bytes.slice(0, 32)],
    ['a few bytes', () => Uint8Array.from([1, 2, 3])],
    ['nothing', () => new Uint8Array()],
    ['other content altogether', () => Buffer.from('<!doctype html><title>404</title>')],
  ])('is trained again where the file has %s, and kept anew', (_name, damage) => {
    const cache = new Memory();
    rankerWith(cache);
    for (const [key, bytes] of cache.kept) cache.kept.set(key, damage(bytes));
    expect(ranksOf(rankerWith(cache))).toEqual(trained);
    expect(cache.written).toHaveLength(2);
    rankerWith(cache);
    expect(cache.written).toHaveLength(2);
  });

  it('is trained again whichever of its bits is changed', () => {
    const cache = new Memory();
    const small: ModelData = { text: 'un\ndeux', arrays: { numbers: Float64Array.of(1, 2), more: Uint16Array.of(3) } };
    const ask = () => cachedModels(cache)('key', () => small);
    ask();
    const [[key, bytes] = ['', new Uint8Array()]] = cache.kept;
    for (let at = 0; at < bytes.length * 8; at++) {
      cache.kept.set(
        key,
        bytes.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte)),
      );
      expect(ask()).toEqual(small);
      expect(cache.written, `bit ${at}`).toHaveLength(at + 2);
    }
  });

  it('is what was learned, whatever arrays and words it is made of', () => {
    const arrays = fc.dictionary(
      fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1 }),
      fc.oneof<fc.Arbitrary<TypedArray>[]>(
        fc.int8Array(),
        fc.uint16Array(),
        fc.uint32Array(),
        fc.float32Array(),
        fc.float64Array(),
      ),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), arrays, (text, learned) => {
        const cache = new Memory();
        cachedModels(cache)('key', () => ({ text, arrays: learned }));
        const read = cachedModels(cache)('key', () => {
          throw new Error('it is kept');
        });
        expect(read).toEqual({ text, arrays: learned });
      }),
    );
  });

  it.each<[name: string, documents: RankedDocument[]]>([
    ['one utterance more', DOCUMENTS.map((d, i) => (i === 0 ? { ...d, utterances: [...d.utterances, 'la paie'] } : d))],
    ['one accent less', DOCUMENTS.map((d) => ({ ...d, utterances: d.utterances.map((u) => u.replace('ç', 'c')) }))],
    ['another id', DOCUMENTS.map((d) => ({ ...d, id: `${d.id}s` }))],
    ['another order', DOCUMENTS.toReversed()],
    ['an entry less', DOCUMENTS.slice(1)],
  ])('has another key where the content has %s', (_name, documents) => {
    const cache = new Memory();
    rankerWith(cache);
    rankerWith(cache, documents);
    expect(new Set(cache.written).size).toBe(2);
  });

  it.each<[name: string, rules: Partial<LanguageRules>]>([
    ['another stemmer', { stemmer: 'nl' }],
    ['another function word', { stopWords: ['le', 'les', 'est'] }],
    ['another short form', { abbreviations: { quoi: ['kwa'] } }],
    ['another misspelling', { slips: { qu: 'q' } }],
    ['another word of an idea', { concepts: { money: ['thune', 'fric'] } }],
    ['another idea outside', { outside: {} }],
  ])('has another key where the language has %s', (_name, rules) => {
    const cache = new Memory();
    rankerWith(cache);
    rankerWith(cache, DOCUMENTS, { ...RULES, ...rules });
    expect(new Set(cache.written).size).toBe(2);
  });

  it('has another key where it was trained without noise', () => {
    const cache = new Memory();
    rankerWith(cache);
    rankerWith(cache, DOCUMENTS, RULES, { without: new Set(['noise'] as const) });
    expect(new Set(cache.written).size).toBe(2);
  });

  it('stays where only the weighing of what it says is another: that is not learned', () => {
    const cache = new Memory();
    rankerWith(cache);
    rankerWith(
      cache,
      DOCUMENTS.map((document) => ({ ...document, class: 'absent' })),
      RULES,
      { weights: { ...weights, margin: 1 } },
    );
    expect(cache.written).toHaveLength(1);
  });
});

describe('a folder of models', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'models-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('is made where there is none, and read at the next start', () => {
    const dir = path.join(root, 'deep', 'models');
    expect(ranksOf(rankerWith(modelFiles(dir)))).toEqual(trained);
    const [file = '', ...others] = readdirSync(dir);
    expect(others).toEqual([]);
    expect(file).toMatch(/^[0-9a-f]{24}\.model$/);
    expect(ranksOf(rankerWith(modelFiles(dir)))).toEqual(trained);
  });

  it('has a damaged file mended', () => {
    const dir = path.join(root, 'damaged');
    rankerWith(modelFiles(dir));
    const [file = ''] = readdirSync(dir);
    writeFileSync(path.join(dir, file), 'half wri');
    expect(ranksOf(rankerWith(modelFiles(dir)))).toEqual(trained);
    const read = modelFiles(dir).read(file.replace('.model', ''));
    expect(read?.length).toBeGreaterThan(100);
  });

  it('is done without where it cannot be written', () => {
    const file = path.join(root, 'a-file');
    writeFileSync(file, '');
    expect(ranksOf(rankerWith(modelFiles(path.join(file, 'models'))))).toEqual(trained);
  });
});
