import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from '../../../knowledge/retrieval/random.ts';

const drawn = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};
const anySeed = fc.nat();

describe('random numbers', () => {
  it('are the same for the same seed', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(drawn(seed, 20)).toEqual(drawn(seed, 20));
      }),
    );
  });

  it('are others for the next seed', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(drawn(seed, 20)).not.toEqual(drawn(seed + 1, 20));
      }),
    );
  });

  it('lie between 0 and 1, which they never reach: they choose places in lists', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const number of drawn(seed, 20)) {
          expect(number).toBeGreaterThan(0);
          expect(number).toBeLessThan(1);
        }
      }),
    );
  });

  it('lie as often in one tenth as in another', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of drawn(1, 10_000)) tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe('a shuffled list', () => {
  it('has all that it had, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), anySeed, (list, seed) => {
        const shuffled = [...list];
        shuffle(shuffled, seededRandom(seed));
        expect(shuffled.sort((a, b) => a - b)).toEqual(list.sort((a, b) => a - b));
      }),
    );
  });

  it('is in each order equally often', () => {
    const random = seededRandom(1);
    const orders = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const list = [1, 2, 3];
      shuffle(list, random);
      orders.set(list.join(), (orders.get(list.join()) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const [order, count] of orders) expect(Math.abs(count - 1000), order).toBeLessThan(150);
  });
});
