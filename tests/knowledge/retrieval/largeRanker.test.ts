import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../knowledge/retrieval/document.ts';
import { createLanguage } from '../../../knowledge/retrieval/language.ts';
import { LargeRanker } from '../../../knowledge/retrieval/largeRanker.ts';

const french = createLanguage({
  ...createLanguage().rules,
  stemmer: 'fr',
  stopWords: ['le', 'la', 'les', 'un', 'une', 'des', 'de', 'du', 'je', 'mon', 'ma', 'est', 'ce', 'que', 'pour', 'a'],
  abbreviations: { combien: ['cb'] },
});

/** Of a town hall: short, alike, and many with the same words. */
const TOWN: Document[] = [
  {
    id: 'passeport',
    utterances: ['renouveler mon passeport', 'combien coûte un passeport', 'délai pour un passeport'],
  },
  { id: 'carte', utterances: ["renouveler ma carte d'identité", "combien coûte une carte d'identité", 'carte perdue'] },
  { id: 'permis', utterances: ['échanger mon permis de conduire', 'permis de conduire international', 'permis perdu'] },
  {
    id: 'batir',
    utterances: ["demander un permis d'urbanisme", 'permis pour construire une maison', 'abri de jardin'],
  },
  { id: 'naissance', utterances: ['déclarer une naissance', 'acte de naissance', 'mon enfant est né'] },
  { id: 'dechets', utterances: ['horaires du parc à conteneurs', 'jours de collecte des déchets', 'sacs poubelles'] },
  { id: 'bibliotheque', utterances: ['horaires de la bibliothèque', 'emprunter des livres', 'carte de lecteur'] },
  { id: 'creche', utterances: ['inscrire mon enfant à la crèche', 'place en crèche', 'prix de la crèche'] },
];
const town = new LargeRanker(TOWN, french);
const best = (text: string) => town.rank(text)[0]?.id;

describe('ranking', () => {
  it.each([
    ['comment renouveler un passeport', 'passeport', 'the rarer of two words decides: two entries renew something'],
    ['horaires bibliothèque', 'bibliotheque', '« horaires » is of two entries, the other word of one'],
    ['permis pour un abri', 'batir', 'three entries have a permit or lost one; words from two utterances add up'],
    ['carte de lecteur', 'bibliotheque', '« carte » is said more often of the identity card'],
    ['emprunt de livre', 'bibliotheque', 'other forms of the words: emprunter, livres'],
    ['je déclare la naissance de mon enfant', 'naissance', '« enfant » is of the crèche too'],
    ['RENOUVELER SA CARTE D IDENTITE', 'carte', 'capitals, no accents, no apostrophe'],
    ['prix', 'creche', 'one word that one entry has'],
  ])('« %s » finds %s: %s', (text, id) => {
    expect(best(text)).toBe(id);
  });

  it.each([
    ['pasport', 'passeport', 'two letters left out, too many to correct in a word of seven: its letters are alike'],
    ['bibliotéque', 'bibliotheque', 'two slips'],
    ['naisance', 'naissance', 'a letter left out'],
    ['crehce', 'creche', 'two letters swapped'],
    ['cb coute un passport', 'passeport', 'an abbreviation, and the English word'],
    ['conteneur a dechet', 'dechets', 'no plural, no accents'],
    ['urbanistique', 'batir', 'another ending than any utterance has'],
  ])('« %s » finds %s all the same: %s', (text, id) => {
    expect(best(text)).toBe(id);
  });

  it('puts the nearer utterance first where the words are the same', () => {
    const ranker = new LargeRanker(
      [
        { id: 'apart', utterances: ['perdre ses papiers', 'refaire une carte', 'papiers de famille', 'carte postale'] },
        {
          id: 'together',
          utterances: ['refaire ses papiers', 'perdre une carte', 'papiers de famille', 'carte postale'],
        },
      ],
      french,
    );
    expect(ranker.rank('refaire des papiers')[0]?.id).toBe('together');
    expect(ranker.rank('refaire une carte')[0]?.id).toBe('apart');
  });

  it('lets stop words count where a message has nothing else', () => {
    const ranker = new LargeRanker([...TOWN, { id: 'who', utterances: ['que est ce', 'est-ce une'] }], french);
    expect(ranker.rank("qu'est-ce que ce est")[0]?.id).toBe('who');
  });

  it('ranks equal documents in their order', () => {
    const ranker = new LargeRanker(
      ['b', 'c', 'a'].map((id) => ({ id, utterances: ['la piscine est ouverte'] })),
      french,
    );
    const ranked = ranker.rank('piscine');
    expect(ranked.map((r) => r.id)).toEqual(['b', 'c', 'a']);
    expect(new Set(ranked.map((r) => r.score)).size).toBe(1);
  });
});

describe('a score', () => {
  const scoreOf = (text: string) => town.rank(text)[0]?.score ?? 0;

  it.each([
    ['renouveler mon passeport', 'an utterance as it stands', 0.9, 1],
    ['combien coûte le renouvellement du passeport', 'words of one entry, in other forms', 0.5, 1],
    ['recette de la carbonara pour ma soeur', 'nothing of it', 0, 0.1],
    ['combien de temps faut-il pour cuire une dinde', 'one common word of it', 0, 0.2],
    ['mon enfant veut un hamster', 'one word of it, and what is asked is none', 0, 0.3],
  ])('of « %s » (%s) is between %f and %f', (text, _what, least, most) => {
    expect(scoreOf(text)).toBeGreaterThanOrEqual(least);
    expect(scoreOf(text)).toBeLessThanOrEqual(most);
  });

  it('falls with each word that no entry has', () => {
    const scores = ['passeport', 'passeport zimbabwe', 'passeport zimbabwe ornithorynque'].map(scoreOf);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
  });
});

it.each([
  ['an empty text', ''],
  ['signs alone', '?! …'],
  ['words that are like none', 'wyx zzyzx'],
])('finds nothing for %s', (_what, text) => {
  expect(town.rank(text)).toEqual([]);
});

it('finds nothing where there is nothing', () => {
  expect(new LargeRanker([], french).rank('passeport')).toEqual([]);
  expect(new LargeRanker([{ id: 'mute', utterances: [] }], french).rank('passeport')).toEqual([]);
});

describe('of many entries', () => {
  const WORDS = 'bade dovi fanur gipol hartoze jumel kivane lorpe moudra nestil opigue parvo quibas rondel sulte'.split(
    ' ',
  );
  /** Every three of the words, an entry each: none can be told by fewer than two of them, most by all three alone. */
  const all = WORDS.flatMap((a, i) =>
    WORDS.slice(i + 1).flatMap((b, j) => WORDS.slice(i + j + 2).map((c) => [a, b, c] as const)),
  );
  const documents = all.map(([a, b, c]) => ({
    id: `${a}-${b}-${c}`,
    utterances: [`combien ${a} ${b}`, `où ${b} ${c} ${a}`],
  }));
  const many = new LargeRanker(documents, french);

  it('returns ten, or as many as it is told to', () => {
    expect(many.rank('combien bade')).toHaveLength(10);
    expect(many.rank('combien bade', 3)).toEqual(many.rank('combien bade').slice(0, 3));
    expect(many.rank('combien bade', 50)).toHaveLength(50);
    expect(many.rank('combien bade', 0)).toEqual([]);
  });

  it('finds each by its own words, in any order, whatever common words are around them', () => {
    for (const [a, b, c] of all) expect(many.rank(`combien ${c} où ${a} ${b}`)[0]?.id).toBe(`${a}-${b}-${c}`);
  });

  it('ranks best first, by scores from 0 to 1, each document once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS, 'combien', 'où', 'inconnu', 'batte'), { maxLength: 8 }),
        (typed) => {
          const ranked = many.rank(typed.join(' '), 30);
          const scores = ranked.map((r) => r.score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          for (const score of scores) {
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThan(1);
          }
          expect(new Set(ranked.map((r) => r.id)).size).toBe(ranked.length);
        },
      ),
    );
  });

  it('says the same every time, whatever was asked in between, and when it is built anew', () => {
    const again = new LargeRanker(documents, french);
    const text = fc
      .array(fc.constantFrom(...WORDS, 'combin', 'gipool', 'xyzzy'), { maxLength: 6 })
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (asked, between) => {
        const ranked = many.rank(asked);
        many.rank(between);
        expect(many.rank(asked)).toEqual(ranked);
        expect(again.rank(asked)).toEqual(ranked);
      }),
    );
  });
});

it('finds one among twenty thousand by the word that only it has, and some by words that all have', () => {
  const documents = Array.from({ length: 20_000 }, (_, i) => ({
    id: String(i),
    utterances: [`combien coûte l'article ref${i}`],
  }));
  const ranker = new LargeRanker(documents, french);
  expect(ranker.rank('combien coûte l’article ref15000 ?')[0]?.id).toBe('15000');
  expect(ranker.rank('combien coûte un article')).toHaveLength(10);
});

it('puts a document first for each utterance that no other has', () => {
  const word = fc.constantFrom(
    ...'amande brugnon cerise datte figue grenade kaki litchi mangue nefle orange poire'.split(' '),
  );
  const utterance = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => [...new Set(list)].sort().join(' '));
  fc.assert(
    fc.property(fc.uniqueArray(utterance, { minLength: 1, maxLength: 12 }), (utterances) => {
      const documents = utterances.map((text, i) => ({ id: String(i), utterances: [text] }));
      const ranker = new LargeRanker(documents, french);
      documents.forEach(({ id, utterances: [own = ''] }) => {
        expect(ranker.rank(own)[0]?.id).toBe(id);
      });
    }),
  );
});
