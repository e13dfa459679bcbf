import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashSeed, hashText } from '../../../knowledge/retrieval/hash.ts';
import { type SparseVector, Vectoriser } from '../../../knowledge/retrieval/vectors.ts';

const lengthOf = ({ weights }: SparseVector) => Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
const featureOf = (text: string) => hashText(text, hashSeed(0));
const featuresOf = (text: string) => text.split(' ').map(featureOf);
/** Of documents of one group of features. */
const oneGroup = (...documents: string[]) =>
  Vectoriser.fit(
    documents.map((d) => [featuresOf(d)]),
    1,
  );

describe('a vector', () => {
  it('weighs features by tf-idf, scaled to length 1', () => {
    const vectoriser = oneGroup('a b', 'a', 'a c');
    // in 3 of 3 documents: ln(4/4) + 1 = 1; in 1 of 3: ln(4/2) + 1; twice in the query: 1 + ln 2
    const a = 1;
    const b = (1 + Math.log(2)) * (Math.log(2) + 1);
    const length = Math.hypot(a, b);
    const { indices, weights } = vectoriser.vector([featuresOf('b a b')]);
    expect([...indices]).toEqual([1, 0]);
    expect(weights[0]).toBeCloseTo(b / length, 6);
    expect(weights[1]).toBeCloseTo(a / length, 6);
  });

  it('gives a rarer feature more weight', () => {
    const [rare = 0, common = 0] = oneGroup('metier salaire', 'metier', 'metier').vector([
      featuresOf('salaire metier'),
    ]).weights;
    expect(rare).toBeGreaterThan(common);
  });

  it('leaves out features that no document had', () => {
    const vectoriser = oneGroup('a b');
    expect(vectoriser.vector([featuresOf('a x')])).toEqual(vectoriser.vector([featuresOf('a')]));
  });

  it.each([
    ['no features', [[]]],
    ['unknown features alone', [featuresOf('x y')]],
    ['no groups', []],
  ])('is empty for %s', (_what, groups) => {
    const { indices, weights } = oneGroup('a b').vector(groups);
    expect(indices).toHaveLength(0);
    expect(weights).toHaveLength(0);
  });

  it('holds the features of its groups one after another', () => {
    const vectoriser = Vectoriser.fit([[featuresOf('a b'), featuresOf('x')]], 1);
    expect([...vectoriser.vector([featuresOf('b'), featuresOf('x')]).indices]).toEqual([1, 2]);
    expect([...vectoriser.features]).toEqual(featuresOf('a b x'));
  });

  it('gives every group the same say, however many features it has', () => {
    const word = [featureOf('word')];
    const letters = featuresOf('a b c d e f g h');
    const vectoriser = Vectoriser.fit([[word, letters]], 1);
    const { weights } = vectoriser.vector([word, letters]);
    expect(weights[0]).toBeCloseTo(1, 6);
    expect(Math.hypot(...weights.slice(1))).toBeCloseTo(1, 6);
  });

  it('knows features of as many documents as it is told, as those of one are names and slips', () => {
    const documents = ['salaire cta', 'salaire alphonse', 'salaire cta'].map((d) => [featuresOf(d)]);
    expect(Vectoriser.fit(documents, 1).features).toHaveLength(3);
    const vectoriser = Vectoriser.fit(documents, 2);
    expect(vectoriser.features).toHaveLength(2);
    expect(vectoriser.vector([featuresOf('alphonse')]).indices).toHaveLength(0);
  });

  it('counts the documents of a feature, not how often it stands in one', () => {
    expect(Vectoriser.fit([[featuresOf('encore encore')]], 2).features).toHaveLength(0);
  });

  it('is the same from a vectoriser that is put together again from its parts', () => {
    const fitted = Vectoriser.fit(
      [
        [featuresOf('a b'), featuresOf('x')],
        [featuresOf('a'), featuresOf('x y')],
      ],
      1,
    );
    const restored = new Vectoriser(fitted.features.slice(), fitted.inverseFrequency.slice());
    const query = [featuresOf('b a b'), featuresOf('y')];
    expect(restored.vector(query)).toEqual(fitted.vector(query));
  });

  it('has the length of its groups that hold something known', () => {
    const group = (...names: string[]) => fc.array(fc.constantFrom(...names.map(featureOf)), { maxLength: 6 });
    const document = fc.tuple(group('a', 'b', 'c', 'd'), group('v', 'w', 'x', 'y'));
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
