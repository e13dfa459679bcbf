import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, HashTable, hashSeed, hashText, step } from '../../../knowledge/retrieval/hash.ts';

/** All texts of up to so many of these letters, the empty one included: always the same, so none meets another by chance. */
function textsOf(letters: string, longest: number): string[] {
  const texts = [''];
  let last = [''];
  for (let length = 1; length <= longest; length++) {
    last = last.flatMap((text) => [...letters].map((letter) => text + letter));
    texts.push(...last);
  }
  return texts;
}
const anyText = fc.string({ unit: 'binary' });
const anySeed = fc.nat({ max: 200 }).map(hashSeed);

describe('a hash', () => {
  it.each([
    ['', 0x811c9dc5, 'the basis'],
    ['a', 0xe40c292c, 'one letter'],
    ['foobar', 0xbf9cf968, 'several'],
  ])('takes the steps of FNV-1a, by its authors’ own table: %j is %i (%s)', (text, expected) => {
    const state = [...text].reduce((at, letter) => step(at, letter.charCodeAt(0)), 0x811c9dc5);
    expect(state >>> 0).toBe(expected);
  });

  it.each([
    [0, 0, 'nought stays nought'],
    [1, 0x514e28b7, 'one bit reaches both ends'],
    [0xffffffff, 0x81f16f39, 'all bits'],
  ])('ends like MurmurHash3: %i becomes %i (%s)', (state, expected) => {
    expect(finish(state)).toBe(expected);
  });

  it('of every beginning of a text is there on the way to the whole', () => {
    fc.assert(
      fc.property(anyText, anySeed, (text, seed) => {
        let state = seed;
        for (let length = 0; length <= text.length; length++) {
          expect(finish(state)).toBe(hashText(text.slice(0, length), seed));
          state = step(state, text.charCodeAt(length));
        }
      }),
    );
  });

  it('is 32 bits without a sign, as it is kept in unsigned arrays', () => {
    fc.assert(
      fc.property(anyText, anySeed, (text, seed) => {
        const hash = hashText(text, seed);
        expect(Uint32Array.of(hash)[0]).toBe(hash);
      }),
    );
  });

  it('tells apart what differs in a letter, in the order of letters or in length', () => {
    const texts = textsOf('abé', 7);
    expect(new Set(texts.map((text) => hashText(text, hashSeed(0)))).size).toBe(texts.length);
  });

  it('tells the same text in two kinds of features apart', () => {
    const kinds = [1, 2, 3, 4, 5, 7, 102, 115];
    const texts = textsOf('ab', 6);
    const hashes = kinds.flatMap((kind) => texts.map((text) => hashText(text, hashSeed(kind))));
    expect(new Set(hashes).size).toBe(kinds.length * texts.length);
  });

  it('has each bit in about half of all texts: a table looks at the last ones alone', () => {
    const hashes = textsOf('abcd', 6).map((text) => hashText(text, hashSeed(0)));
    for (let bit = 0; bit < 32; bit++) {
      const share = hashes.filter((hash) => (hash >>> bit) & 1).length / hashes.length;
      expect(Math.abs(share - 0.5), `bit ${bit}`).toBeLessThan(0.05);
    }
  });
});

describe('a table of hashes', () => {
  // multiples of 2¹⁶ all want the first slot of a small table
  const hash = fc.oneof(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.nat({ max: 0xffff }).map((n) => n * 2 ** 16),
  );
  const hashes = fc.uniqueArray(hash, { maxLength: 100 });

  it('finds everything that it holds by the place where it stood', () => {
    fc.assert(
      fc.property(hashes, (list) => {
        const table = new HashTable(Uint32Array.from(list));
        expect(list.map((known) => table.numberOf(known))).toEqual(list.map((_, number) => number));
      }),
    );
  });

  it('finds nothing else', () => {
    fc.assert(
      fc.property(hashes, hashes, (list, others) => {
        const table = new HashTable(Uint32Array.from(list));
        for (const other of others.filter((o) => !list.includes(o))) expect(table.numberOf(other)).toBe(-1);
      }),
    );
  });

  it.each([
    ['the least', 0],
    ['the greatest', 0xffffffff],
    ['a half of all', 0x80000000],
  ])('holds %s hash, and knows nothing while it is empty', (_what, extreme) => {
    expect(new HashTable(Uint32Array.of(7, extreme)).numberOf(extreme)).toBe(1);
    expect(new HashTable(new Uint32Array()).numberOf(extreme)).toBe(-1);
  });

  it('says which hash has a number', () => {
    expect([...new HashTable(Uint32Array.of(30, 10, 20)).hashes]).toEqual([30, 10, 20]);
  });
});
