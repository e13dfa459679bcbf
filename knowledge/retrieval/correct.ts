/** Shorter words have too many neighbours to be corrected. */
const MIN_LENGTH = 4;
/** From this length on a word may have two slips. */
const TWO_EDITS_FROM = 8;
/** Deletions are made from the first letters only: longer words differ early enough. */
const PREFIX = 12;

/**
 * Corrects typing errors against a vocabulary: symmetric deletes (Garbe 2012, SymSpell) find the candidates, the
 * Damerau-Levenshtein distance (optimal string alignment) chooses: one edit, two from eight letters.
 */
export class Speller {
  readonly #frequencies: ReadonlyMap<string, number>;
  readonly #maxEdits: number;
  readonly #byDeletion = new Map<string, string[]>();

  /**
   * @param frequencies how often each known word is used; of two equally near ones the more frequent wins
   * @param maxEdits the most slips in a word, however long it is
   */
  constructor(frequencies: ReadonlyMap<string, number>, maxEdits = 2) {
    this.#frequencies = frequencies;
    this.#maxEdits = maxEdits;
    for (const word of frequencies.keys()) {
      if (word.length < MIN_LENGTH) continue;
      for (const rest of deletions(word, this.#allowedEdits(word))) {
        const words = this.#byDeletion.get(rest);
        if (words) words.push(word);
        else this.#byDeletion.set(rest, [word]);
      }
    }
  }

  /** The known word meant by `word`: itself where it is known, too short, a number, or like no other. */
  correct(word: string): string {
    if (word.length < MIN_LENGTH || /\d/.test(word) || this.#frequencies.has(word)) return word;
    const limit = this.#allowedEdits(word);
    let best = word;
    let bestEdits = limit + 1;
    let bestFrequency = 0;
    const seen = new Set<string>();
    for (const rest of deletions(word, limit))
      for (const candidate of this.#byDeletion.get(rest) ?? []) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        const edits = distance(word, candidate);
        const frequency = this.#frequencies.get(candidate) ?? 0;
        if (edits > limit || edits > bestEdits || (edits === bestEdits && frequency <= bestFrequency)) continue;
        best = candidate;
        bestEdits = edits;
        bestFrequency = frequency;
      }
    return best;
  }

  #allowedEdits(word: string): number {
    return Math.min(word.length >= TWO_EDITS_FROM ? 2 : 1, this.#maxEdits);
  }
}

/** The word's first letters, and what is left of them after up to `edits` deletions. */
function deletions(word: string, edits: number): Set<string> {
  let fresh = [word.slice(0, PREFIX)];
  const all = new Set(fresh);
  for (let i = 0; i < edits; i++) {
    const next: string[] = [];
    for (const rest of fresh)
      for (let at = 0; at < rest.length; at++) {
        const shorter = rest.slice(0, at) + rest.slice(at + 1);
        if (all.has(shorter)) continue;
        all.add(shorter);
        next.push(shorter);
      }
    fresh = next;
  }
  return all;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], i: number) => row[i] ?? Number.POSITIVE_INFINITY;
