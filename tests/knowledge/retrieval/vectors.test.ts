import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SparseVector, Vectoriser } from '../../../knowledge/retrieval/vectors.ts';

const lengthOf = ({ weights }: SparseVector) => Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
/** Documents and queries of one group of features. */
const oneGroup = (...documents: string[]) =>
  Vectoriser.fit(
    documents.map((d) => [d.split(' ')]),
    1,
  );

describe('a vector', () => {
  it('weighs features by tf-idf, scaled to length 1', () => {
    const vectoriser = oneGroup('a b', 'a', 'a c');
    // in 3 of 3 documents: ln(4/4) + 1 = 1; in 1 of 3: ln(4/2) + 1; twice in the query: 1 + ln 2
    const a = 1;
    const b = (1 + Math.log(2)) * (Math.log(2) + 1);
    const length = Math.hypot(a, b);
    const { indices, weights } = vectoriser.vector([['b', 'a', 'b']]);
    expect([...indices]).toEqual([1, 0]);
    expect(weights[0]).toBeCloseTo(b / length, 6);
    expect(weights[1]).toBeCloseTo(a / length, 6);
  });

  it('gives a rarer feature more weight', () => {
    const [rare = 0, common = 0] = oneGroup('metier salaire', 'metier', 'metier').vector([
      ['salaire', 'metier'],
    ]).weights;
    expect(rare).toBeGreaterThan(common);
  });

  it('leaves out features that no document had', () => {
    const vectoriser = oneGroup('a b');
    expect(vectoriser.vector([['a', 'x']])).toEqual(vectoriser.vector([['a']]));
  });

  it.each([
    ['no features', [[]]],
    ['unknown features alone', [['x', 'y']]],
    ['no groups', []],
  ])('is empty for %s', (_what, groups) => {
    const { indices, weights } = oneGroup('a b').vector(groups);
    expect(indices).toHaveLength(0);
    expect(weights).toHaveLength(0);
  });

  it('keeps the groups apart: the same text in two groups is two features', () => {
    const vectoriser = Vectoriser.fit([[['a'], ['a', 'b']]], 1);
    expect(vectoriser.features).toHaveLength(3);
    const [word] = vectoriser.vector([['a'], []]).indices;
    const [letters] = vectoriser.vector([[], ['a']]).indices;
    expect(word).not.toBe(letters);
  });

  it('gives every group the same say, however many features it has', () => {
    const letters = [...'abcdefgh'];
    const vectoriser = Vectoriser.fit([[['word'], letters]], 1);
    const { weights } = vectoriser.vector([['word'], letters]);
    expect(weights[0]).toBeCloseTo(1, 6);
    expect(Math.hypot(...weights.slice(1))).toBeCloseTo(1, 6);
  });

  it('knows features of as many documents as it is told, as those of one are names and slips', () => {
    const documents = ['salaire cta', 'salaire alphonse', 'salaire cta'].map((d) => [d.split(' ')]);
    expect(Vectoriser.fit(documents, 1).features).toHaveLength(3);
    const vectoriser = Vectoriser.fit(documents, 2);
    expect(vectoriser.features).toHaveLength(2);
    expect(vectoriser.vector([['alphonse']]).indices).toHaveLength(0);
  });

  it('counts the documents of a feature, not how often it stands in one', () => {
    expect(Vectoriser.fit([[['encore', 'encore']]], 2).features).toEqual([]);
  });

  it('is the same from a vectoriser that is put together again from its parts', () => {
    const fitted = Vectoriser.fit(
      [
        [['a', 'b'], ['x']],
        [['a'], ['x', 'y']],
      ],
      1,
    );
    const restored = new Vectoriser(fitted.features, fitted.inverseFrequency);
    const query = [['b', 'a', 'b'], ['y']];
    expect(restored.vector(query)).toEqual(fitted.vector(query));
  });

  it('has the length of its groups that hold something known', () => {
    const feature = fc.constantFrom('a', 'b', 'c', 'd');
    const group = fc.array(feature, { maxLength: 6 });
    const document = fc.tuple(group, group);
    fc.assert(
      fc.property(fc.array(document, { maxLength: 6 }), document, (documents, query) => {
        const vectoriser = Vectoriser.fit(documents, 1);
        const known = query.filter((features, g) => features.some((f) => documents.some((d) => d[g]?.includes(f))));
        const vector = vectoriser.vector(query);
        expect(lengthOf(vector)).toBeCloseTo(Math.sqrt(known.length), 5);
        expect(new Set(vector.indices).size).toBe(vector.indices.length);
        for (const index of vector.indices) expect(index).toBeLessThan(vectoriser.features.length);
      }),
    );
  });
});
