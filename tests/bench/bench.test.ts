import { describe, expect, it } from 'vitest';
import { synthetic } from '../../bench/datasets/synthetic.ts';
import { linesOf, notesOf, sizeOf } from '../../bench/report.ts';
import { createLanguage } from '../../knowledge/retrieval/language.ts';
import { words } from '../../knowledge/retrieval/normalise.ts';

const language = createLanguage();

describe('a made-up base', () => {
  const base = synthetic(300, language);

  it('is the same every time, and another for another size', () => {
    const again = synthetic(300, language);
    expect(again.documents).toEqual(base.documents);
    expect(again.questions).toEqual(base.questions);
    expect(again.outside).toEqual(base.outside);
    expect(synthetic(301, language).documents[0]).not.toEqual(base.documents[0]);
  });

  it('has entries of a few utterances of at least two words', () => {
    expect(base.documents).toHaveLength(300);
    for (const { utterances } of base.documents) {
      expect(utterances.length).toBeGreaterThanOrEqual(3);
      expect(utterances.length).toBeLessThanOrEqual(6);
      for (const text of utterances) expect(words(text).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('asks about its own entries in other words, and about entries that it does not have', () => {
    const utterancesOf = new Map(base.documents.map(({ id, utterances }) => [id, utterances]));
    expect(base.questions.length).toBeGreaterThanOrEqual(300);
    for (const { text, accepted } of base.questions) {
      const [id = ''] = accepted;
      expect(utterancesOf.get(id)).toBeDefined();
      expect(utterancesOf.get(id)).not.toContain(text);
    }
    expect(base.outside.unknown?.length).toBeGreaterThanOrEqual(300);
  });
});

describe('a table', () => {
  const table = {
    dataset: { kind: 'synthetic', entries: 1000 } as const,
    outcomes: [
      {
        engine: 'largeRanker',
        measured: {
          entries: 1000,
          utterances: 4500,
          questions: 500,
          top1: 0.9,
          top3: 0.956,
          outside: { unknown: { questions: 300, auroc: 0.8754 } },
          medianMicros: 51.6,
          p99Micros: 900,
          buildSeconds: 0.123,
          memoryMegabytes: 7.9,
        },
      },
      { engine: 'nodeNlp', leftOut: 'takes too long' },
    ],
  };

  it('has a row for each engine, with dashes where nothing was measured', () => {
    expect(linesOf(table)).toEqual([
      '| engine             |  top-1 |  top-3 | AUROC unknown | median µs | p99 µs | build s | MB |',
      '| ------------------ | -----: | -----: | ------------: | --------: | -----: | ------: | -: |',
      '| ours (LargeRanker) | 90.0 % | 95.6 % |         0.875 |        52 |    900 |    0.12 |  8 |',
      '| node-nlp           |      – |      – |             – |         – |      – |       – |  – |',
    ]);
  });

  it('says how much there was, and why there are dashes', () => {
    expect(sizeOf(table)).toBe('1,000 entries, 4,500 utterances; 500 questions in scope, out of scope 300 unknown');
    expect(notesOf(table)).toEqual(['node-nlp: takes too long.']);
  });
});
