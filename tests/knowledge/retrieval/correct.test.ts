import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Speller } from '../../../knowledge/retrieval/correct.ts';

const spellerOf = (...known: string[]) => Speller.of(new Map(known.map((word) => [word, 1])));

describe('the speller', () => {
  const speller = spellerOf('salaire', 'anglais', 'horaires', 'evolution', 'cta', 'cra', 'taf', 'quoi', 'biotech2');

  it.each([
    ['a known word', 'salaire', 'it is what was meant'],
    ['a known word that is near another', 'horaires', 'knowing it wins over any neighbour'],
    ['a word like no other', 'pizza', 'nothing is near'],
    ['a word with two slips and seven letters', 'sakaiee', 'two slips in a short word make it another word'],
    ['a word of three letters', 'cto', 'CTA and CRA are as near: short words have too many neighbours'],
    ['a word of three letters for one of four', 'quo', 'short words are left alone whatever is near'],
    ['a number', '2600', 'figures are never slips'],
    ['a word with a figure', 'salair3', 'as above'],
    ['an emoji', '👍👍', 'it is no word'],
    ['nothing', '', 'there is nothing to correct'],
  ])('leaves alone %s', (_what, word, _why) => {
    expect(speller.correct(word)).toBe(word);
  });

  it.each([
    ['a letter left out', 'salire', 'salaire'],
    ['a letter too many', 'anglaiis', 'anglais'],
    ['another letter', 'amglais', 'anglais'],
    ['two neighbours swapped', 'salarie', 'salaire'],
    ['the first letter', 'ealaire', 'salaire'],
    ['the first letter left out', 'alaire', 'salaire'],
    ['the last letter left out', 'anglai', 'anglais'],
    ['a word of four letters', 'qoui', 'quoi'],
  ])('corrects one slip: %s', (_slip, typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it.each([
    ['two other letters', 'hprairws', 'horaires'],
    ['a letter out, another in its place further on', 'eolutionn', 'evolution'],
    ['swapped twice', 'veoltuion', 'evolution'],
  ])('corrects two slips from eight letters on: %s', (_slips, typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it('leaves three slips alone however long the word', () => {
    expect(spellerOf('administratif').correct('edminestratof')).toBe('edminestratof');
  });

  it('corrects slips behind the letters that it looks words up by', () => {
    expect(spellerOf('anticonstitutionnellement').correct('anticonstitutionnelemnet')).toBe(
      'anticonstitutionnellement',
    );
  });

  it('takes the nearer word even if the other is more frequent, in whatever order they are known', () => {
    // « horairess » is one slip from « horaires », two from « horaire »
    const counts: [string, number][] = [
      ['horaires', 1],
      ['horaire', 99],
    ];
    expect(Speller.of(new Map(counts)).correct('horairess')).toBe('horaires');
    expect(Speller.of(new Map(counts.toReversed())).correct('horairess')).toBe('horaires');
  });

  it('takes the more frequent of two equally near words, in whatever order they are known', () => {
    const counts: [string, number][] = [
      ['note', 2],
      ['vote', 5],
      ['cote', 3],
    ];
    expect(Speller.of(new Map(counts)).correct('bote')).toBe('vote');
    expect(Speller.of(new Map(counts.toReversed())).correct('bote')).toBe('vote');
  });

  it('never makes a long word of a short one', () => {
    // « bac » is one letter from « back », and is no slip
    expect(spellerOf('back').correct('bac')).toBe('bac');
  });

  it.each([
    [2, 'evolution', 'two slips are allowed'],
    [1, 'eolutionn', 'one slip is, and there are two'],
  ])('corrects at most as many slips as it is told, however long the word: %i makes it « %s » (%s)', (most, meant) => {
    expect(Speller.of(new Map([['evolution', 1]]), most).correct('eolutionn')).toBe(meant);
  });

  it.each([
    ['salaire', true, 'as it stands'],
    ['cta', true, 'too short to be corrected, and known all the same'],
    ['salire', false, 'a slip is no word'],
    ['toString', false, 'every object has it, no vocabulary does'],
    ['', false, 'nothing is no word'],
  ])('knows the words of its vocabulary and no other: « %s » %s (%s)', (word, expected) => {
    expect(speller.knows(word)).toBe(expected);
  });

  it('knows nothing without a vocabulary', () => {
    expect(Speller.of(new Map()).correct('salaire')).toBe('salaire');
  });
});

describe('a correction', () => {
  // few letters, so that words come near each other; up to a length beyond the lookup prefix
  const letter = fc.constantFrom('a', 'b', 'c');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 16 });
  const slip = fc.record({
    kind: fc.constantFrom('out', 'in', 'other', 'swap'),
    place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    letter,
  });
  /** A word, and others that came of it by up to three slips, with how often each is used. */
  const near = fc.tuple(word, fc.array(fc.tuple(fc.array(slip, { maxLength: 3 }), fc.integer({ min: 1, max: 3 }))));

  it('is what comparing with every known word would choose', () => {
    fc.assert(
      fc.property(near, ([typed, others]) => {
        const known = new Map(others.map(([made, frequency]) => [made.reduce(slipped, typed), frequency]));
        const corrected = Speller.of(known).correct(typed);
        const limit = typed.length >= 8 ? 2 : 1;
        const candidates =
          typed.length < 4 || known.has(typed)
            ? []
            : [...known]
                .filter(([w]) => w.length >= 4)
                .map(([w, frequency]) => ({ w, frequency, slips: slips(typed, w) }))
                .filter((c) => c.slips <= limit);
        const fewest = Math.min(...candidates.map((c) => c.slips));
        const nearest = candidates.filter((c) => c.slips === fewest);
        const highest = Math.max(...nearest.map((c) => c.frequency));
        const best = nearest.filter((c) => c.frequency === highest).map((c) => c.w);
        expect(best.length > 0 ? best : [typed]).toContain(corrected);
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same from a speller that is put together again from its parts', () => {
    fc.assert(
      fc.property(near, ([typed, others]) => {
        const made = Speller.of(new Map(others.map(([by, frequency]) => [by.reduce(slipped, typed), frequency])));
        const { words, frequencies, deletions } = made.vocabulary;
        const restored = new Speller({
          words: [...words],
          frequencies: frequencies.slice(),
          deletions: deletions.slice(),
        });
        expect(restored.correct(typed)).toBe(made.correct(typed));
      }),
    );
  });

  it('is the word itself or a known one, for any string', () => {
    const speller = spellerOf('salaire', 'évolution', 'a👍bcdefgh');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([text, 'salaire', 'évolution', 'a👍bcdefgh']).toContain(speller.correct(text));
      }),
    );
  });
});

interface Slip {
  kind: string;
  /** Where in the word, 0 to 1. */
  place: number;
  letter: string;
}

function slipped(word: string, { kind, place, letter }: Slip): string {
  const at = Math.floor(place * word.length);
  const [before, here, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  if (kind === 'out') return before + after;
  if (kind === 'in') return before + letter + here + after;
  if (kind === 'other') return before + letter + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

/** The distance by its definition: insertions, deletions, substitutions, swaps of neighbours. */
function slips(a: string, b: string): number {
  const memo = new Map<string, number>();
  const between = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i} ${j}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const options = [
      between(i - 1, j) + 1,
      between(i, j - 1) + 1,
      between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
    ];
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) options.push(between(i - 2, j - 2) + 1);
    const least = Math.min(...options);
    memo.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}
