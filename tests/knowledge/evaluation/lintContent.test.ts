import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFindings } from '../../../knowledge/evaluation/describeFindings.ts';
import type { Finding } from '../../../knowledge/evaluation/finding.ts';
import { whereItCounts } from '../../../knowledge/evaluation/whereItCounts.ts';
import { createEngine, type Entry, type EntryWords, type Knowledge, lintContent } from '../../../knowledge/index.ts';
import { knowledge } from '../../helpers/engine.ts';

/** Sixty ways of asking: people's ways of starting, and their words for it. */
const STARTS = {
  en: ['what about', 'tell me more of', 'I wonder about', 'please explain', 'can you describe'],
  fr: ['parle-moi de', 'je me demande pour', 'explique un peu', 'peux-tu décrire', 'encore une question sur'],
};
const WORDS = {
  pay: {
    en: ['pay', 'wages', 'salary', 'earnings', 'income', 'pay slip', 'wage scale', 'salary range', 'gross pay'],
    fr: [
      'la paie',
      'le salaire',
      'la paye',
      'le revenu',
      'ce salaire brut',
      'la fiche de paie',
      'le gain',
      'mon salaire',
    ],
  },
  schools: {
    en: ['schools', 'colleges', 'the campus', 'lectures', 'university', 'diplomas', 'the school list', 'courses'],
    fr: [
      'les écoles',
      'la haute école',
      'le campus',
      'les cours',
      'l’université',
      'le diplôme',
      'une école',
      'mon école',
    ],
  },
  leave: {
    en: ['holidays', 'days off', 'vacation', 'the summer break', 'leave days', 'time off', 'a holiday', 'rest days'],
    fr: [
      'les congés',
      'les vacances',
      'un jour libre',
      'le repos',
      'mes congés',
      'la pause d’été',
      'ces vacances',
      'un congé',
    ],
  },
  greet: {
    en: ['hello', 'good morning', 'hi there', 'good evening', 'hey you', 'greetings', 'hello bot', 'hi again'],
    fr: ['bonjour', 'salut', 'bonsoir', 'coucou', 'hello toi', 'bien le bonjour', 'rebonjour', 'salut toi'],
  },
  quiz: {
    en: ['the quiz', 'the test', 'a quick quiz', 'quiz questions', 'that test', 'the fit test', 'my quiz', 'a test'],
    fr: ['le quiz', 'le test', 'un quiz', 'ce test', 'mon quiz', 'les questions du quiz', 'un petit test', 'du quiz'],
  },
};
type Language = 'en' | 'fr';

const waysOf = (id: keyof typeof WORDS, locale: Language, count: number): string[] =>
  WORDS[id][locale].flatMap((word) => STARTS[locale].map((start) => `${start} ${word}`)).slice(0, count);
const numbered = (count: number, text: string) => Array.from({ length: count }, (_, i) => `${text} ${i}`);

const written = (label: string, question: string, utterances: string[], answer?: string): EntryWords => ({
  label,
  question,
  utterances,
  ...(answer ? { answer } : {}),
});

/** Content without a fault. Utterances of a topic beyond forty are numbered, as only their number matters. */
function sound(): Map<string, Entry> {
  const topicWays = (id: 'pay' | 'schools', locale: Language) => [
    ...waysOf(id, locale, 40),
    ...numbered(20, WORDS[id][locale][0] ?? ''),
  ];
  const listedIn = 'guide/entries.yaml';
  const list: Entry[] = [
    {
      ...{ id: 'pay', kind: 'topic', section: 'pay', followUps: ['schools', 'leave'], listedIn },
      words: {
        en: written('Pay', 'How much is it paid?', topicWays('pay', 'en'), 'It is paid well, and every month.'),
        fr: written('Salaire', 'Combien ça paie ?', topicWays('pay', 'fr'), 'C’est bien payé, et tous les mois.'),
      },
    },
    {
      ...{ id: 'schools', kind: 'topic', section: 'schools', followUps: ['pay', 'leave'], listedIn },
      words: {
        en: written('Schools', 'Which schools are there?', topicWays('schools', 'en'), 'There are three of them.'),
        fr: written('Écoles', 'Quelles écoles y a-t-il ?', topicWays('schools', 'fr'), 'Il y en a trois.'),
      },
    },
    {
      ...{ id: 'leave', kind: 'absent', followUps: ['pay', 'schools'], listedIn },
      words: {
        en: written('Leave', 'How many days of leave?', waysOf('leave', 'en', 40), 'The guide does not say.'),
        fr: written('Congés', 'Combien de congés ?', waysOf('leave', 'fr', 40), 'Le guide ne le dit pas.'),
      },
    },
    {
      ...{ id: 'greet', kind: 'smalltalk', listedIn },
      words: {
        en: written('Hello', 'Hello!', waysOf('greet', 'en', 40), 'Hello, what would you like to know?'),
        fr: written('Bonjour', 'Bonjour !', waysOf('greet', 'fr', 40), 'Bonjour, que veux-tu savoir ?'),
      },
    },
    {
      ...{ id: 'quiz', kind: 'command', listedIn },
      words: {
        en: written('Quiz', 'Start the quiz', waysOf('quiz', 'en', 40)),
        fr: written('Le quiz', 'Commencer le quiz', waysOf('quiz', 'fr', 40)),
      },
    },
    {
      ...{ id: 'quiz-back', kind: 'command', scope: ['asking'], listedIn },
      words: { en: written('Back', 'One back', ['go back']), fr: written('Retour', 'La précédente', ['reviens']) },
    },
    {
      ...{ id: 'pick-first', kind: 'followup', listedIn },
      words: { en: written('First', 'The first one', ['number one']), fr: written('Premier', 'Le premier', ['le 1']) },
    },
  ];
  return new Map(list.map((entry) => [entry.id, entry]));
}

/** The entries of made-up content, to be changed. */
type At = (id: string) => Entry;

function contentWith(
  change: (at: At, words: (id: string, locale: Language) => EntryWords) => void,
  locales: Language[],
): Knowledge {
  const entries = sound();
  const at: At = (id) => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  };
  change(at, (id, locale) => at(id).words[locale] as EntryWords);
  return {
    ...knowledge,
    entries: new Map([...entries.values()].map((entry) => [entry.id, entry])),
    locales,
    languages: {},
  };
}

type Change = Parameters<typeof contentWith>[0];

const quickly = (change: Change): Finding[] => {
  const content = contentWith(change, ['en', 'fr']);
  return lintContent(content, {
    understand: createEngine(content, { without: new Set(['noise'] as const) }),
    quick: true,
  });
};
const PAY_EN = { file: 'guide/en/entries/pay.yaml', entry: 'pay', locale: 'en' };
const PAY_FR = { file: 'guide/fr/entries/pay.yaml', entry: 'pay', locale: 'fr' };

describe('the check of content', () => {
  it('finds nothing in sound content: what the rows below find is of their own making', () => {
    expect(quickly(() => {})).toEqual([]);
  });

  it.each<[id: string, locale: Language, needs: number, why: string]>([
    ['pay', 'fr', 60, 'a topic, in the language that most people write'],
    ['pay', 'en', 35, 'a topic in another language'],
    ['leave', 'fr', 20, 'what the guide does not answer'],
    ['greet', 'en', 20, 'small talk'],
    ['quiz', 'fr', 20, 'a command that is understood everywhere'],
    ['quiz-back', 'en', 0, 'a command with few rivals'],
    ['pick-first', 'fr', 0, 'a few set phrases'],
  ])('wants of "%s" in "%s" at least %i utterances: %s', (id, locale, needs) => {
    const found = (count: number) =>
      quickly((_, words) => {
        words(id, locale).utterances.splice(count);
      }).filter(({ kind }) => kind === 'few-utterances');
    expect(found(needs)).toEqual([]);
    if (needs === 0) return;
    const file = `guide/${locale}/entries/${id}.yaml`;
    expect(found(needs - 1)).toEqual([
      { kind: 'few-utterances', severity: 'error', file, entry: id, locale, has: needs - 1, needs },
    ]);
  });

  it.each([
    [
      'an utterance that differs from another of its entry in nothing that matters',
      (_, words) => words('pay', 'fr').utterances.push('Parle moi de LA PAIE !'),
      [{ kind: 'repeated', severity: 'warning', ...PAY_FR, utterance: 'Parle moi de LA PAIE !' }],
    ],
    [
      'an utterance that is its own button too: both are found',
      (_, words) => words('pay', 'en').utterances.push('pay'),
      [],
    ],
    [
      'an utterance of two entries: people get the one that is listed first',
      (_, words) => words('schools', 'en').utterances.push('What about pay?'),
      [
        {
          ...{
            kind: 'shared',
            severity: 'error',
            file: 'guide/en/entries/schools.yaml',
            entry: 'schools',
            locale: 'en',
          },
          ...{ other: 'pay', text: 'What about pay?' },
        },
      ],
    ],
    [
      'the same words in two languages: each message is read in one',
      (_, words) => {
        words('pay', 'en').utterances.push('barema');
        words('schools', 'fr').utterances.push('barema');
      },
      [],
    ],
    [
      'the words of a follow-up and of an item’s command: only one of them is ever possible',
      (_, words) => {
        words('quiz-back', 'en').utterances.push('that one');
        words('pick-first', 'en').utterances.push('that one');
      },
      [],
    ],
    [
      'a third entry with the words of two that are apart',
      (_, words) => {
        words('pay', 'en').utterances.push('that one');
        words('quiz-back', 'en').utterances.push('that one');
        words('pick-first', 'en').utterances.push('that one');
      },
      ['quiz-back', 'pick-first'].map((entry) => ({
        ...{ kind: 'shared', severity: 'error', file: `guide/en/entries/${entry}.yaml`, entry, locale: 'en' },
        ...{ other: 'pay', text: 'that one' },
      })),
    ],
    [
      'a button with the words of another entry: pressing it answers that one',
      (_, words) => {
        words('schools', 'en').label = 'Pay';
      },
      [
        {
          ...{
            kind: 'shared',
            severity: 'error',
            file: 'guide/en/entries/schools.yaml',
            entry: 'schools',
            locale: 'en',
          },
          ...{ other: 'pay', text: 'Pay' },
        },
        {
          ...{ kind: 'misunderstood', severity: 'error', file: 'guide/en/entries/schools.yaml', entry: 'schools' },
          ...{ locale: 'en', field: 'label', text: 'Pay', as: { outcome: 'answer', entries: ['pay'] } },
        },
      ],
    ],
    [
      'a topic that is in nobody’s followUps',
      (at) => {
        Object.assign(at('schools'), { followUps: ['leave'] });
        Object.assign(at('leave'), { followUps: ['schools'] });
      },
      [{ kind: 'dead-end', severity: 'warning', file: 'guide/entries.yaml', entry: 'pay' }],
    ],
    [
      'what the guide does not answer, in nobody’s followUps: it is no next question',
      (at) => {
        Object.assign(at('pay'), { followUps: ['schools'] });
        Object.assign(at('schools'), { followUps: ['pay'] });
      },
      [],
    ],
    [
      'a follow-up that no topic turns on',
      (at) => {
        Object.assign(at('pick-first'), { id: 'where' });
      },
      [{ kind: 'meaningless', severity: 'warning', file: 'guide/entries.yaml', entry: 'where' }],
    ],
    [
      'less than a third of the utterances of another language',
      (_, words) => words('pay', 'fr').utterances.push(...numbered(121, 'salaire de')),
      [{ kind: 'few-translated', severity: 'warning', ...PAY_EN, has: 60, most: 181, than: 'fr' }],
    ],
    ['a third of them', (_, words) => words('pay', 'fr').utterances.push(...numbered(120, 'salaire de')), []],
    [
      'an answer that was not translated',
      (_, words) => {
        words('pay', 'fr').answer = words('pay', 'en').answer;
      },
      [
        {
          ...{ kind: 'untranslated', severity: 'warning', ...PAY_FR, like: 'en', field: 'answer' },
          text: 'It is paid well, and every month.',
        },
      ],
    ],
    [
      'a question that is the same in both languages because it is names',
      (_, words) => {
        words('pay', 'fr').question = 'CTA vs CRA ?';
        words('pay', 'en').question = 'CTA vs CRA ?';
      },
      [],
    ],
  ] as [string, Change, Finding[]][])('judges %s', (_why, change, found) => {
    expect(quickly(change)).toEqual(found);
  });
});

describe('the check with models', () => {
  const understand = () => ({ outcome: 'answer' as const, entries: [], confidence: 1, locale: 'en' });
  const slowly = (change: Change, progress?: (line: string) => void): Finding[] =>
    lintContent(contentWith(change, ['en']), { understand, progress }).filter(
      ({ kind }) => kind === 'overlap' || kind === 'unreachable',
    );
  const isOverlap = (finding: Finding) => finding.kind === 'overlap';
  /** Asked in words of pay, each with a word that no other utterance has: a model that had seen it would find it. */
  const likePay = (count: number) => waysOf('pay', 'en', count).map((text, i) => `${text} q${i}z`);

  it('finds nothing where every entry has words of its own', () => {
    expect(slowly(() => {})).toEqual([]);
  });

  it.each<[count: number, of: number, why: string, unreachable: string | undefined, overlaps: boolean]>([
    [1, 20, 'is 5 %, yet a single one may be odd', undefined, false],
    [4, 40, 'is more than chance', undefined, true],
    [26, 40, 'leaves less than half that are its own', 'warning', true],
    [20, 20, 'leaves nothing that is its own', 'error', true],
    [19, 19, 'is a few set phrases, found by being listed', undefined, true],
  ])('judges an entry of which %i in %i are like another: that %s', (count, of, _why, unreachable, overlaps) => {
    const found = slowly((_, words) => {
      words('leave', 'en').utterances = [...waysOf('leave', 'en', of - count), ...likePay(count)];
    }).filter(({ entry }) => entry === 'leave');
    expect(found.find(({ kind }) => kind === 'unreachable')?.severity).toBe(unreachable);
    const overlap = found.find((finding) => finding.kind === 'overlap' && finding.other === 'pay');
    expect(overlap !== undefined).toBe(overlaps);
    if (overlap) expect(overlap).toMatchObject({ severity: 'warning', asked: of, locale: 'en' });
  });

  it('names the nearest first, with two utterances to look at', () => {
    const found = slowly((_, words) => {
      words('leave', 'en').utterances.splice(30, 10, ...likePay(10));
      words('greet', 'en').utterances.splice(10, 30, ...likePay(30).map((text) => `x${text}`));
    }).filter(isOverlap);
    const shares = found.map((finding) => (finding.kind === 'overlap' ? finding.answered / finding.asked : 0));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const finding of found) expect(finding).toHaveProperty('examples.length', 2);
  });

  it('lets no command of the quiz take words from what is asked outside of it', () => {
    const found = slowly((_, words) => words('quiz-back', 'en').utterances.push(...likePay(40))).filter(isOverlap);
    expect(found.filter((finding) => 'other' in finding && finding.other === 'quiz-back')).toEqual([]);
    // while the item is asked, both are possible
    expect(found.filter(({ entry }) => entry === 'quiz-back')).not.toEqual([]);
  });

  it('asks no utterance of a model that knows it by the same words', () => {
    const found = slowly((_, words) => {
      // each twice, but for signs: one in the training would give the other away
      words('leave', 'en').utterances = likePay(40).flatMap((text) => [text, `${text} !`]);
    });
    expect(found.find(({ entry }) => entry === 'leave')).toMatchObject({ kind: 'unreachable' });
  });

  it('says how far it is', () => {
    const lines: string[] = [];
    slowly(
      () => {},
      (line) => lines.push(line),
    );
    expect(lines).toEqual([1, 2, 3, 4, 5].map((part) => `en: part ${part} of 5`));
  });
});

describe('where an entry counts', () => {
  const { entries } = contentWith(
    (at) => {
      Object.assign(at('schools'), { turns: { where: 'pay' } });
      Object.assign(at('greet'), { kind: 'command', scope: ['asking', 'paused'] });
      Object.assign(at('quiz'), { id: 'where', kind: 'followup' });
    },
    ['en'],
  );

  it.each<[id: string, context: object, means: string[], why: string]>([
    ['pay', { quiz: 'none' }, ['pay'], 'a topic is understood anywhere'],
    ['greet', { quiz: 'asking' }, ['greet'], 'a command of the quiz, in the first place of its scope'],
    ['quiz-back', { quiz: 'asking' }, ['quiz-back'], 'a command of an item while it is asked'],
    ['pick-first', { quiz: 'none', offered: ['pay', 'schools'] }, ['pay'], 'a pick after a choice'],
    ['where', { quiz: 'none', topics: ['schools'] }, ['pay'], 'a follow-up after the topic that turns on it'],
  ])('is, for "%s", in %j, and means %j: %s', (id, context, means) => {
    expect(whereItCounts(entries.get(id) as Entry, { entries }, 'en')).toEqual({
      context: { locale: 'en', ...context },
      means,
    });
  });

  it('is somewhere for every shipped entry', () => {
    expect([...knowledge.entries.values()].filter((entry) => !whereItCounts(entry, knowledge, 'fr'))).toEqual([]);
  });
});

describe('what is printed', () => {
  const few: Finding = { kind: 'few-utterances', severity: 'error', ...PAY_FR, has: 3, needs: 60 };
  const overlap = (i: number): Finding => ({
    ...{ kind: 'overlap', severity: 'warning', ...PAY_EN, other: 'leave', answered: 2, asked: 50 },
    examples: [`paid leave ${i}`, 'paid days'],
  });

  it('names, kind by kind, what to do, the file and the entry', () => {
    expect(describeFindings([overlap(0), few])).toBe(
      [
        'Too few utterances (1)',
        '  What to do: think of who else asks this, and how; docs/content.md names them.',
        '  error   guide/fr/entries/pay.yaml: "pay" has 3 utterances in "fr" and needs 60',
        '',
        'Entries whose utterances are answered as another, nearest first (1)',
        '  What to do: move those that most people would mean as the other; give each more of what only it is asked.',
        '  warning guide/en/entries/pay.yaml: "pay" is answered as "leave" for 4.0 % of its utterances: « paid leave 0 », « paid days »',
        '',
        'errors: 1, warnings: 1',
      ].join('\n'),
    );
  });

  it('is cut where nobody would read on', () => {
    const text = describeFindings(Array.from({ length: 50 }, (_, i) => overlap(i)));
    expect(text).toContain('paid leave 39 ');
    expect(text).not.toContain('paid leave 40 ');
    expect(text).toContain('… and 10 more');
  });
});

describe('the shipped content', () => {
  // trains the models where the content has changed
  it('has no errors, as the command says', { timeout: 120_000 }, () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join('dist', 'knowledgeCheck.js'), '--quick', '--json'],
      {
        cwd: path.resolve(import.meta.dirname, '..', '..', '..'),
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(stdout).filter((finding: Finding) => finding.severity === 'error')).toEqual([]);
    expect(status).toBe(0);
  });
});
