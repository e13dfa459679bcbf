import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ContentError, loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';

describe('the shipped content', () => {
  const { entries, guide, languages, locales, page, quiz, quizWords, texts } = loadKnowledge(contentDir);
  const idsOf = (kind: string) => [...entries.values()].filter((e) => e.kind === kind).map((e) => e.id);

  it('has a topic for every section of the guide that says something', () => {
    expect(idsOf('topic').sort()).toEqual(
      [
        ...['salaire', 'formation', 'conditions', 'employeurs', 'evolution', 'anglais', 'cta-vs-cra', 'sciences'],
        ...['missions', 'qualites', 'avantages', 'inconvenients', 'temoignage', 'ecoles', 'zones', 'presentation'],
      ].sort(),
    );
  });

  it('has the small talk and the commands that the dialogs know', () => {
    expect(idsOf('smalltalk').sort()).toEqual(['bye', 'greet', 'help', 'thanks', 'who']);
    expect(idsOf('command').sort()).toEqual([
      ...['complaint', 'distress', 'erase', 'handoff', 'quiz'],
      ...['quiz-back', 'quiz-change', 'quiz-restart', 'quiz-resume', 'quiz-skip', 'quiz-stop', 'quiz-why'],
      ...['speak-en', 'speak-fr', 'speak-nl'],
      ...['verdict-compare', 'verdict-show', 'verdict-weights', 'verdict-what-if', 'verdict-why'],
    ]);
    expect(idsOf('followup').sort()).toEqual([
      ...['more', 'opposite', 'pick-all', 'pick-first', 'pick-second', 'pick-third', 'where'],
    ]);
  });

  it('has something to say about what people ask and the guide leaves out', () => {
    const absent = idsOf('absent');
    for (const id of ['teletravail', 'conges', 'salaire-net', 'duree-etudes', 'cout-etudes', 'stage', 'hors-sujet'])
      expect(absent).toContain(id);
  });

  it('has every part in every language', () => {
    expect(locales).toEqual(['en', 'fr', 'nl']);
    for (const entry of entries.values()) expect(Object.keys(entry.words), entry.id).toEqual(locales);
    expect(Object.keys(guide)).toEqual(locales);
    expect(Object.keys(quizWords)).toEqual(locales);
    expect(Object.keys(languages)).toEqual(locales);
    expect(Object.keys(texts)).toEqual(locales);
    expect(Object.keys(page)).toEqual(locales);
  });

  it('reads every language by its own stems', () => {
    for (const locale of locales) expect(languages[locale]?.stemmer).toBe(locale);
  });

  it('keeps the order of entries.yaml, in which topics are offered', () => {
    expect([...entries.keys()].slice(0, 3)).toEqual(['presentation', 'missions', 'salaire']);
  });

  it('has the quiz of twelve items', () => {
    expect(quiz.id).toBe('cta-fit-quiz');
    expect(quiz.items).toHaveLength(12);
  });
});

const GUIDE = 'clinical-trial-assistant';
const TALK = 'conversation';
const SALARY = `${GUIDE}/fr/entries/salaire.yaml`;
const ENTRIES = `${GUIDE}/entries.yaml`;
const LANGUAGE = `${TALK}/fr/language.yaml`;
const CONCEPTS = `${TALK}/fr/concepts.yaml`;
const QUIZ = `${GUIDE}/quiz.yaml`;
const QUIZ_WORDS = `${GUIDE}/fr/quiz.yaml`;

/** A copy of the content that a test may break. */
class Content {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  at(file: string): string {
    return path.join(this.dir, file);
  }

  remove(file: string): void {
    rmSync(this.at(file), { recursive: true });
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), text);
  }

  copy(from: string, to: string): void {
    cpSync(this.at(from), this.at(to), { recursive: true });
  }

  /** Replaces the first match; a breakage that breaks nothing would test nothing. */
  edit(file: string, from: RegExp | string, to: string): void {
    const before = readFileSync(this.at(file), 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file} has no ${from}`);
    writeFileSync(this.at(file), after);
  }
}

interface Broken {
  /** What an author did. */
  name: string;
  breaks(content: Content): void;
  /** The file or folder that the message begins with. */
  file: string;
  /** What else the message has to say: the entry or field, and what is wrong. */
  says: string[];
}

const brokenFiles: Broken[] = [
  {
    name: 'a missing file',
    breaks: (c) => c.remove(SALARY),
    file: SALARY,
    says: ['is missing', 'take its entry out of entries.yaml'],
  },
  {
    name: 'a YAML syntax error',
    breaks: (c) => c.edit(SALARY, /^label: .*/, 'label: "Salaire'),
    file: SALARY,
    says: ['is no valid YAML', 'line 1'],
  },
  {
    name: 'a key written twice',
    breaks: (c) => c.edit(SALARY, /^label: .*/, 'label: Salaire\nlabel: Paie'),
    file: SALARY,
    says: ['is no valid YAML', 'unique'],
  },
  { name: 'an empty file', breaks: (c) => c.write(SALARY, ''), file: SALARY, says: ['object'] },
  {
    name: 'a missing label',
    breaks: (c) => c.edit(SALARY, /^label: .*\n/, ''),
    file: SALARY,
    says: ['"label"'],
  },
  {
    name: 'a label of 21 characters',
    breaks: (c) => c.edit(SALARY, /^label: .*/, `label: ${'x'.repeat(21)}`),
    file: SALARY,
    says: ['"label"', 'at most 20 characters'],
  },
  {
    name: 'a label of blanks',
    breaks: (c) => c.edit(SALARY, /^label: .*/, 'label: "  "'),
    file: SALARY,
    says: ['"label"', 'must not be empty'],
  },
  {
    name: '29 utterances',
    breaks: (c) => {
      const numbered = Array.from({ length: 29 }, (_, i) => `  - combien gagne le CTA numéro ${i}\n`);
      c.edit(SALARY, /^utterances:\n[\s\S]*/m, `utterances:\n${numbered.join('')}`);
    },
    file: ENTRIES,
    says: ['"salaire" has 29 ways of asking in "fr"', 'at least 30', 'fr/entries/salaire.yaml'],
  },
  {
    name: 'no utterance at all, even of a follow-up',
    breaks: (c) => c.edit(`${TALK}/en/entries/where.yaml`, /^utterances:\n[\s\S]*/m, 'utterances: []\n'),
    file: `${TALK}/en/entries/where.yaml`,
    says: ['"utterances"', 'has no way of asking'],
  },
  {
    name: 'an utterance that YAML reads as a number',
    breaks: (c) => c.edit(SALARY, /^utterances:\n/m, 'utterances:\n  - 2600\n'),
    file: SALARY,
    says: ['"utterances.0"', 'string'],
  },
  {
    name: 'an unknown key',
    breaks: (c) => c.edit(SALARY, /^question:/m, 'anwser: hello\nquestion:'),
    file: SALARY,
    says: ['anwser'],
  },
];

const brokenEntries: Broken[] = [
  {
    name: 'an unknown kind',
    breaks: (c) => c.edit(ENTRIES, /(?<=id: salaire,\s+kind: )topic/, 'subject'),
    file: ENTRIES,
    says: ['"salaire.kind"'],
  },
  {
    name: 'an id in capitals',
    breaks: (c) => c.edit(ENTRIES, 'id: salaire', 'id: Salaire'),
    file: ENTRIES,
    says: ['"Salaire.id"', 'must be lower-case letters'],
  },
  {
    name: 'one follow-up',
    breaks: (c) => c.edit(ENTRIES, '[avantages, evolution, conditions]', '[avantages]'),
    file: ENTRIES,
    says: ['"salaire.followUps"', 'two or three'],
  },
  {
    name: 'an unknown follow-up',
    breaks: (c) => c.edit(ENTRIES, '[avantages, evolution, conditions]', '[avantages, vacances]'),
    file: ENTRIES,
    says: ['"salaire" follows up on "vacances"'],
  },
  {
    name: 'a follow-up on itself',
    breaks: (c) => c.edit(ENTRIES, '[avantages, evolution, conditions]', '[avantages, salaire]'),
    file: ENTRIES,
    says: ['"salaire" follows up on itself'],
  },
  {
    name: 'a section that nobody named',
    breaks: (c) => c.edit(ENTRIES, 'section: faq-salaire', 'section: faq-paie'),
    file: ENTRIES,
    says: ['"salaire" is in section "faq-paie"', 'en/guide.yaml'],
  },
  {
    name: 'no file of section names in one language',
    breaks: (c) => c.remove(`${GUIDE}/fr/guide.yaml`),
    file: `${GUIDE}/fr/guide.yaml`,
    says: ['is missing'],
  },
  {
    name: 'no file of section names in any',
    breaks: (c) => {
      for (const locale of ['en', 'fr', 'nl']) c.remove(`${GUIDE}/${locale}/guide.yaml`);
    },
    file: ENTRIES,
    says: ['"presentation" is in section "introduction"', 'en/guide.yaml'],
  },
  {
    name: 'the file of an unlisted entry',
    breaks: (c) => c.edit(ENTRIES, /^- \{ id: zones.*\n/m, ''),
    file: `${GUIDE}/en/entries/zones.yaml`,
    says: ['"zones" is not listed', 'list it there, or delete the file'],
  },
  {
    name: 'an entry listed twice',
    breaks: (c) =>
      c.edit(`${TALK}/entries.yaml`, /^- \{ id: greet/m, '- { id: thanks, kind: smalltalk }\n- { id: greet'),
    file: `${TALK}/entries.yaml`,
    says: ['"thanks" is listed in', 'give it another id'],
  },
  {
    name: 'an entry of the guide listed among the small talk',
    breaks: (c) => c.edit(`${TALK}/entries.yaml`, 'id: greet', 'id: salaire'),
    file: `${TALK}/entries.yaml`,
    says: ['"salaire" is listed in', `${GUIDE}${path.sep}entries.yaml`],
  },
  {
    name: 'an absent entry that follows up on an unknown one',
    breaks: (c) => c.edit(ENTRIES, '[conditions, employeurs]', '[conditions, bureaux]'),
    file: ENTRIES,
    says: ['"teletravail" follows up on "bureaux"'],
  },
  {
    name: 'a turn on what is no follow-up',
    breaks: (c) => c.edit(ENTRIES, 'turns: { where: ecoles }', 'turns: { zones: ecoles }'),
    file: ENTRIES,
    says: ['"formation" turns on "zones", which is no follow-up'],
  },
  {
    name: 'a turn to what is no topic',
    breaks: (c) => c.edit(ENTRIES, 'turns: { where: ecoles }', 'turns: { where: stage }'),
    file: ENTRIES,
    says: ['"formation" turns to "stage", which is no topic'],
  },
  {
    name: 'small talk with follow-ups',
    breaks: (c) =>
      c.edit(`${TALK}/entries.yaml`, 'id: greet, kind: smalltalk', 'id: greet, kind: smalltalk, followUps: []'),
    file: `${TALK}/entries.yaml`,
    says: ['followUps'],
  },
  {
    name: 'a command of an unknown scope',
    breaks: (c) => c.edit(`${TALK}/entries.yaml`, 'scope: [asking]', 'scope: [question]'),
    file: `${TALK}/entries.yaml`,
    says: ['scope'],
  },
  {
    name: 'a follow-up with an answer',
    breaks: (c) => c.edit(`${TALK}/fr/entries/where.yaml`, /^utterances:/m, 'answer: Ici !\nutterances:'),
    file: `${TALK}/entries.yaml`,
    says: ['"where" is a followup and has an answer in "fr"'],
  },
  {
    name: 'an absent entry without an answer',
    breaks: (c) => c.edit(`${GUIDE}/nl/entries/stage.yaml`, /^answer: \|\n(?: {2}.*\n|\n)+/m, ''),
    file: ENTRIES,
    says: ['"stage" has no answer in "nl"', 'nl/entries/stage.yaml'],
  },
  {
    name: 'a topic without an answer',
    breaks: (c) => c.edit(SALARY, /^answer: \|\n(?: {2}.*\n|\n)+/m, ''),
    file: ENTRIES,
    says: ['"salaire" has no answer in "fr"', 'fr/entries/salaire.yaml'],
  },
  {
    name: 'small talk without an answer',
    breaks: (c) => c.edit(`${TALK}/fr/entries/greet.yaml`, /^answer: \|\n(?: {2}.*\n|\n)+/m, ''),
    file: `${TALK}/entries.yaml`,
    says: ['"greet" has no answer in "fr"'],
  },
  {
    name: 'a command with an answer',
    breaks: (c) => c.edit(`${TALK}/fr/entries/quiz.yaml`, /^utterances:/m, 'answer: Allons-y !\nutterances:'),
    file: `${TALK}/entries.yaml`,
    says: ['"quiz" is a command and has an answer in "fr"'],
  },
  {
    name: 'the same utterance under two entries, in other letters',
    breaks: (c) => {
      c.edit(SALARY, /^utterances:\n/m, "utterances:\n  - l'œuf du côté de chez Swann ?\n");
      c.edit(`${GUIDE}/fr/entries/zones.yaml`, /^utterances:\n/m, 'utterances:\n  - L’OEUF, du cote de chez SWANN…\n');
    },
    file: `${GUIDE}/fr/entries/zones.yaml`,
    says: ['"zones" is found by "L’OEUF, du cote de chez SWANN…" in "fr", and so is "salaire"'],
  },
  {
    name: 'an utterance that is the button of another entry',
    breaks: (c) => c.edit(SALARY, /^utterances:\n/m, 'utterances:\n  - avantages !!\n'),
    file: `${GUIDE}/fr/entries/avantages.yaml`,
    says: ['"avantages" is found by', 'and so is "salaire"'],
  },
  {
    name: 'a language in the first folder only',
    breaks: (c) => c.copy(`${GUIDE}/fr`, `${GUIDE}/de`),
    file: TALK,
    says: ['"de"', 'only one of'],
  },
  {
    name: 'a language in the second folder only',
    breaks: (c) => c.copy(`${TALK}/fr`, `${TALK}/de`),
    file: TALK,
    says: ['"de"', 'only one of'],
  },
  {
    name: 'no language at all',
    breaks: (c) => {
      for (const locale of ['en', 'fr', 'nl']) {
        c.remove(`${GUIDE}/${locale}`);
        c.remove(`${TALK}/${locale}`);
      }
    },
    file: GUIDE,
    says: ['has no language folder'],
  },
];

const brokenLanguages: Broken[] = [
  {
    name: 'the rules of a language without its ideas',
    breaks: (c) => c.remove(CONCEPTS),
    file: CONCEPTS,
    says: ['is missing', 'What to do: write it'],
  },
  {
    name: 'a misspelling that is no regular expression',
    breaks: (c) => c.edit(LANGUAGE, /^ {2}"qu":/m, '  "(qu":'),
    file: LANGUAGE,
    says: ['"slips.(qu"', 'must be a regular expression'],
  },
  {
    name: 'a misspelling that becomes a number',
    breaks: (c) => c.edit(LANGUAGE, /^ {2}"qu": .*/m, '  "qu": 9'),
    file: LANGUAGE,
    says: ['"slips.qu"', 'string'],
  },
  {
    name: 'an unknown field of a language',
    breaks: (c) => c.edit(LANGUAGE, /^stopWords:/m, 'stopwords: []\nstopWords:'),
    file: LANGUAGE,
    says: ['stopwords', 'docs/content.md'],
  },
  {
    name: 'a missing field of a language',
    breaks: (c) => c.edit(LANGUAGE, /^continuations: .*\n/m, ''),
    file: LANGUAGE,
    says: ['"continuations"'],
  },
  {
    name: 'the stemmer of a language that there is none for',
    breaks: (c) => c.edit(LANGUAGE, /^stemmer: fr/m, 'stemmer: es'),
    file: LANGUAGE,
    says: ['"stemmer"', '"fr"', '"de"'],
  },
  {
    name: 'a function word that YAML reads as a boolean',
    breaks: (c) => c.edit(LANGUAGE, /^stopWords:\s*\[/m, 'stopWords: [true,'),
    file: LANGUAGE,
    says: ['"stopWords.0"', 'string'],
  },
  {
    name: 'a word for the short forms of a meaning where a list belongs',
    breaks: (c) => c.edit(LANGUAGE, /^ {2}quoi: .*/m, '  quoi: koi'),
    file: LANGUAGE,
    says: ['"abbreviations.quoi"', 'array'],
  },
  {
    name: 'an unknown field beside the ideas',
    breaks: (c) => c.edit(CONCEPTS, /^outside:/m, 'inside: {}\noutside:'),
    file: CONCEPTS,
    says: ['inside', 'docs/content.md'],
  },
  {
    name: 'no ideas that are outside of every guide',
    breaks: (c) => c.write(CONCEPTS, 'concepts: {}\n'),
    file: CONCEPTS,
    says: ['"outside"'],
  },
  {
    name: 'an idea in capitals',
    breaks: (c) => c.edit(CONCEPTS, /^ {2}money:/m, '  Money:'),
    file: CONCEPTS,
    says: ['"concepts.Money"', 'must be lower-case letters'],
  },
  {
    name: 'an idea with an empty word',
    breaks: (c) => c.write(CONCEPTS, 'concepts: { money: [thune, ""] }\noutside: {}\n'),
    file: CONCEPTS,
    says: ['"concepts.money.1"', 'must not be empty'],
  },
  {
    name: 'ideas that are no valid YAML',
    breaks: (c) => c.write(CONCEPTS, 'concepts: { money: [thune\n'),
    file: CONCEPTS,
    says: ['is no valid YAML'],
  },
];

const brokenQuizzes: Broken[] = [
  {
    name: 'a code prefix in small letters',
    breaks: (c) => c.edit(QUIZ, 'codePrefix: CTA', 'codePrefix: cta'),
    file: QUIZ,
    says: ['"codePrefix"', 'must be two to six capital letters'],
  },
  {
    name: 'a version that result codes cannot hold',
    breaks: (c) => c.edit(QUIZ, 'version: "1"', 'version: "1b"'),
    file: QUIZ,
    says: ['"version"', 'must be a number of at most three digits'],
  },
  {
    name: 'an item without its short form',
    breaks: (c) => c.edit(QUIZ_WORDS, /^ {4}short: .*\n/m, ''),
    file: QUIZ_WORDS,
    says: ['"items.cou_recherche.short" is missing'],
  },
  {
    name: 'weights that do not add up to 100',
    breaks: (c) => c.edit(QUIZ, 'id: RIG, weight: 24', 'id: RIG, weight: 25'),
    file: QUIZ,
    says: ['"dimensions" have weights that add up to 101'],
  },
  {
    name: 'a gap between two bands',
    breaks: (c) => c.edit(QUIZ, 'id: B, min: 60', 'id: B, min: 61'),
    file: QUIZ,
    says: ['"B" starts at 61, not 60'],
  },
  {
    name: 'two bands that overlap',
    breaks: (c) => c.edit(QUIZ, 'id: C, min: 40', 'id: C, min: 39'),
    file: QUIZ,
    says: ['"C" starts at 39, not 40'],
  },
  {
    name: 'bands that end below 100',
    breaks: (c) => c.edit(QUIZ, 'min: 75, max: 100', 'min: 75, max: 99'),
    file: QUIZ,
    says: ['"bands" do not reach 100'],
  },
  {
    name: 'an item of an unknown dimension',
    breaks: (c) => c.edit(QUIZ, 'id: adm_ecran, dimension: ADM', 'id: adm_ecran, dimension: ADN'),
    file: QUIZ,
    says: ['"adm_ecran" measures "ADN"'],
  },
  {
    name: 'a dimension without an item',
    breaks: (c) => {
      c.edit(QUIZ, 'id: acc_anglais, dimension: ACC', 'id: acc_anglais, dimension: RIG');
      c.edit(QUIZ, 'id: acc_etudes, dimension: ACC', 'id: acc_etudes, dimension: RIG');
    },
    file: QUIZ,
    says: ['"ACC" is measured by no item'],
  },
  {
    name: 'a gate that watches an unknown item',
    breaks: (c) => c.edit(QUIZ, /^ {4}item: acc_anglais/m, '    item: acc_englais'),
    file: QUIZ,
    says: ['"G_ANG" watches "acc_englais"'],
  },
  {
    name: 'a gate that watches an unknown dimension',
    breaks: (c) => c.edit(QUIZ, 'dimensions: [RIG]', 'dimensions: [RGI]'),
    file: QUIZ,
    says: ['"G_RIG" watches "RGI"'],
  },
  {
    name: 'an item from a section that nobody named',
    breaks: (c) => c.edit(QUIZ, /(?<=id: rig_detail.*section: )missions/, 'mission'),
    file: QUIZ,
    says: ['"rig_detail" is from section "mission"', 'en/guide.yaml'],
  },
  {
    name: 'an item without words',
    breaks: (c) => c.edit(QUIZ_WORDS, /^ {2}rig_detail:\n(?: {4}.*\n)+/m, ''),
    file: QUIZ,
    says: ['"rig_detail" has no words under "items" in fr/quiz.yaml'],
  },
  {
    name: 'words of an unknown item',
    breaks: (c) =>
      c.edit(
        QUIZ_WORDS,
        /^ {2}rig_detail:\n/m,
        '  rig_ghost:\n    text: a\n    short: a\n    why: b\n    names: []\n  rig_detail:\n',
      ),
    file: QUIZ,
    says: ['"rig_ghost" is unknown, yet has words under "items" in fr/quiz.yaml'],
  },
  {
    name: 'four labels for five answers',
    breaks: (c) => c.edit(QUIZ_WORDS, '  - Entre les deux\n', ''),
    file: QUIZ_WORDS,
    says: ['"labels"'],
  },
  {
    name: 'the same phrase for two answers, in other letters',
    breaks: (c) => {
      c.edit(QUIZ_WORDS, /"1",/, '"1", tel père tel fils,');
      c.edit(QUIZ_WORDS, /"5",/, '"5", Tel pere - TEL fils !,');
    },
    file: QUIZ,
    says: ['"answers.5" says "Tel pere - TEL fils !" like answers.1 in fr/quiz.yaml'],
  },
  {
    name: 'the same phrase for two answers to one item, in other letters',
    breaks: (c) => c.edit(QUIZ_WORDS, '[\n          difficile,', '[\n          difficile, COURAMMENT !,'),
    file: QUIZ,
    says: [
      '"items.acc_anglais.answers.5" says "couramment" like items.acc_anglais.answers.2 in fr/quiz.yaml',
      'keep it under the one that most people would mean',
    ],
  },
  {
    name: 'the button of another answer among the phrases of an item',
    breaks: (c) =>
      c.edit(QUIZ_WORDS, '[\n          difficile,', '[\n          difficile, c’est facile,\n          Facile !,'),
    file: QUIZ,
    says: ['"items.acc_anglais.answers.2" says "Facile !" like items.acc_anglais.labels.4 in fr/quiz.yaml'],
  },
  {
    name: 'the button of another answer among the phrases of the scale',
    breaks: (c) => c.edit(QUIZ_WORDS, /"1",/, '"1", plutôt OUI,'),
    file: QUIZ,
    says: ['"answers.1" says "plutôt OUI" like labels.4 in fr/quiz.yaml'],
  },
  {
    name: 'phrases of an item for a sixth answer',
    breaks: (c) => c.edit(QUIZ_WORDS, /^ {4}answers:\n/m, '    answers:\n      6: [excellent]\n'),
    file: QUIZ_WORDS,
    says: ['items.acc_anglais.answers', '6'],
  },
  { name: 'no quiz', breaks: (c) => c.remove(QUIZ), file: '', says: ['no folder here has a quiz.yaml'] },
  {
    name: 'nothing that stands between an answer and the scale',
    breaks: (c) => c.edit(QUIZ_WORDS, /^outOf: .*\n/m, ''),
    file: QUIZ_WORDS,
    says: ['"outOf" is missing', 'write it'],
  },
  {
    name: 'two quizzes',
    breaks: (c) => {
      c.copy(QUIZ, `${TALK}/quiz.yaml`);
      c.copy(QUIZ_WORDS, `${TALK}/fr/quiz.yaml`);
    },
    file: `${TALK}/quiz.yaml`,
    says: [`${GUIDE}${path.sep}quiz.yaml is a quiz already`],
  },
];

const brokenSentences: Broken[] = [
  ...['texts.yaml', 'page.yaml'].flatMap((name): Broken[] => [
    {
      name: `no ${name} in one language`,
      breaks: (c) => c.remove(`${TALK}/nl/${name}`),
      file: `${TALK}/nl/${name}`,
      says: ['is missing', 'write it'],
    },
    {
      name: `no ${name} in any`,
      breaks: (c) => {
        for (const locale of ['en', 'fr', 'nl']) c.remove(`${TALK}/${locale}/${name}`);
      },
      file: '',
      says: [`"${name}" is in no language of any folder`],
    },
    {
      name: `${name} in two folders`,
      breaks: (c) => c.copy(`${TALK}/fr/${name}`, `${GUIDE}/fr/${name}`),
      file: TALK,
      says: [`"${name}" is in ${GUIDE} too`],
    },
    {
      name: `${name} that is no valid YAML`,
      breaks: (c) => c.write(`${TALK}/fr/${name}`, 'greeting: "Bonjour'),
      file: `${TALK}/fr/${name}`,
      says: ['is no valid YAML'],
    },
  ]),
];

const brokenFolders: Broken[] = [
  {
    name: 'an empty folder',
    breaks: (c) => {
      c.remove(GUIDE);
      c.remove(TALK);
    },
    file: '',
    says: ['no folder here has an entries.yaml'],
  },
  {
    name: 'a folder that does not exist',
    breaks: (c) => c.remove('.'),
    file: '',
    says: ['is not a folder that can be read'],
  },
];

describe('broken content', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'));
  let content: Content;
  let copies = 0;
  beforeEach(() => {
    content = new Content(path.join(root, String(++copies)));
    cpSync(contentDir, content.dir, { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const refusal = () => {
    try {
      loadKnowledge(content.dir);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it('is not what a language without rules is: it is read by its plain words', () => {
    content.remove(LANGUAGE);
    content.remove(CONCEPTS);
    expect(Object.keys(loadKnowledge(content.dir).languages)).toEqual(['en', 'nl']);
  });

  it('is what makes the rows below fail: the copy itself loads', () => {
    expect(refusal()).toBeUndefined();
  });

  it.each([
    ...brokenFiles,
    ...brokenEntries,
    ...brokenLanguages,
    ...brokenQuizzes,
    ...brokenSentences,
    ...brokenFolders,
  ])('is refused with the place and the remedy: $name', ({ breaks, file, says }) => {
    breaks(content);
    const error = refusal();
    expect(error).toBeInstanceOf(ContentError);
    const { message } = error as ContentError;
    expect(message.startsWith(`${content.at(file)}: `), message).toBe(true);
    for (const part of says) expect(message).toContain(part);
    expect(message).toMatch(/\. What to do: .+\.$/);
  });
});
