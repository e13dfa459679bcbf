import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bm25 } from '../../../knowledge/retrieval/bm25.ts';
import { hashSeed, hashText } from '../../../knowledge/retrieval/hash.ts';

const termOf = (word: string) => hashText(word, hashSeed(0));
const split = (text: string) => text.split(' ').filter(Boolean).map(termOf);
const indexOf = (...documents: string[]) => Bm25.index(documents.map(split));
const scoresOf = (documents: string[], query: string) => [...indexOf(...documents).scores(split(query))];
/** The numbers of the documents, best first. */
const rankingOf = (documents: string[], query: string) => {
  const scores = scoresOf(documents, query);
  return scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
};

describe('ranking', () => {
  it.each([
    {
      why: 'the rarer of two terms says more about what is meant',
      documents: ['metier ecran', 'metier stable', 'metier voiture', 'metier anglais'],
      query: 'metier voiture',
      ranking: [2, 0, 1, 3],
    },
    {
      why: 'two different terms of the query say more than one that is repeated',
      documents: ['salaire salaire salaire salaire', 'salaire brut mois net', 'horaire fixe', 'horaire libre'],
      query: 'salaire brut',
      ranking: [1, 0, 2, 3],
    },
    {
      why: 'the same term in a shorter text is a greater share of it',
      documents: ['anglais ecrit et parle tous les jours', 'anglais ecrit', 'sciences'],
      query: 'anglais',
      ranking: [1, 0, 2],
    },
    {
      why: 'a term that stands twice in the query is meant twice as much',
      documents: ['ecole rouge', 'unif bleue', 'ecole unif'],
      query: 'unif unif ecole',
      ranking: [2, 1, 0],
    },
  ])('$why', ({ documents, query, ranking }) => {
    expect(rankingOf(documents, query)).toEqual(ranking);
  });

  it('saturates: each repetition of a term adds less than the one before', () => {
    // as long as each other, so that only the repetition counts
    const documents = ['a x x x', 'a a x x', 'a a a x', 'y y y y'];
    const [once = 0, twice = 0, thrice = 0] = scoresOf(documents, 'a');
    expect(twice).toBeGreaterThan(once);
    expect(thrice).toBeGreaterThan(twice);
    expect(thrice - twice).toBeLessThan(twice - once);
  });

  it('lets even a term that every document has count for a little, never against', () => {
    const scores = scoresOf(['cta salaire', 'cta ecole', 'cta zone'], 'cta');
    for (const score of scores) expect(score).toBeGreaterThan(0);
  });
});

describe('a score', () => {
  it('falls with each word of the query that no document has', () => {
    const documents = ['salaire brut', 'ecole'];
    const [plain = 0] = scoresOf(documents, 'salaire');
    const [strange = 0] = scoresOf(documents, 'salaire suisse');
    const [stranger = 0] = scoresOf(documents, 'salaire suisse pizza');
    expect(strange).toBeLessThan(plain);
    expect(stranger).toBeLessThan(strange);
    // the right document is still the best one
    expect(rankingOf(documents, 'salaire suisse pizza')[0]).toBe(0);
  });

  it.each([
    ['an empty query', ['a b', 'c'], '', [0, 0]],
    ['a query of unknown words', ['a b', 'c'], 'x y', [0, 0]],
    ['an empty document', ['', 'a'], 'b', [0, 0]],
    ['documents that are all empty', ['', ''], 'a', [0, 0]],
    ['no documents', [], 'a', []],
  ])('is nought for %s', (_what, documents, query, expected) => {
    expect(scoresOf(documents, query)).toEqual(expected);
  });

  const text = fc.array(fc.constantFrom(...'abcdef').map(termOf), { maxLength: 12 });
  const corpus = fc.array(text, { maxLength: 8 });
  const query = fc.array(fc.constantFrom(...'abcdefxy').map(termOf), { maxLength: 8 });

  it('is what the formula gives', () => {
    fc.assert(
      fc.property(corpus, query, (documents, terms) => {
        const scores = Bm25.index(documents).scores(terms);
        expect(scores).toHaveLength(documents.length);
        documents.forEach((document, i) => {
          expect(scores[i]).toBeCloseTo(reference(documents, document, terms), 6);
        });
      }),
    );
  });

  it('is at least 0 and below 1', () => {
    fc.assert(
      fc.property(corpus, query, (documents, terms) => {
        for (const score of Bm25.index(documents).scores(terms)) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThan(1);
        }
      }),
    );
  });

  it('does not depend on the order of words or of documents', () => {
    fc.assert(
      fc.property(corpus, query, (documents, terms) => {
        const scores = [...Bm25.index(documents).scores(terms)];
        const turnedDocuments = documents.map((d) => d.toReversed()).toReversed();
        const turned = [...Bm25.index(turnedDocuments).scores(terms.toReversed())];
        turned.reverse().forEach((score, i) => {
          expect(score).toBeCloseTo(scores[i] ?? Number.NaN, 6);
        });
      }),
    );
  });
});

describe('an index', () => {
  const index = indexOf('b a b', 'c a');

  it.each([
    ['a', true, 'of two documents'],
    ['b', true, 'twice in one'],
    ['x', false, 'of none'],
  ])('knows the terms of its documents: « %s » %s (%s)', (word, expected) => {
    expect(index.knows(termOf(word))).toBe(expected);
  });

  it('keeps each term once', () => {
    expect([...index.postings.terms].sort()).toEqual(['a', 'b', 'c'].map(termOf).sort());
  });

  it('gives the same scores when it is put together again from its postings', () => {
    for (const query of ['a', 'b b c', 'a x', ''])
      expect(new Bm25({ ...index.postings }).scores(split(query))).toEqual(index.scores(split(query)));
  });
});

/** Robertson and Zaragoza's formula with k1 = 1.2 and b = 0.5, as a share of what the query could reach at most. */
function reference(documents: readonly number[][], document: readonly number[], query: readonly number[]): number {
  const average = documents.reduce((sum, d) => sum + d.length, 0) / documents.length;
  const inverseFrequency = (n: number) => Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  let score = 0;
  let most = 0;
  for (const term of query) {
    const containing = documents.filter((d) => d.includes(term)).length;
    const frequency = document.filter((t) => t === term).length;
    const length = average > 0 ? document.length / average : 0;
    const idf = inverseFrequency(Math.max(containing, 1));
    score += (idf * frequency * 2.2) / (frequency + 1.2 * (0.5 + 0.5 * length));
    most += idf * 2.2;
  }
  return most > 0 ? score / most : 0;
}
