/** Chance that repeats itself: the same seed gives the same numbers. */
export interface Random {
  /** 0 up to 1, without 1. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** One of the list, each as likely; it must not be empty. */
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** mulberry32, and Box-Muller for the normal distribution. @param seed any integer */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    // 1 - u, as the logarithm of 0 is no number
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (list) => list[Math.floor(uniform() * list.length)] ?? list[0],
  };
}
