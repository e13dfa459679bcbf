import path from 'node:path';
import { entryTexts } from './entryTexts.ts';
import { ContentError } from './errors.ts';
import type { Entry, Knowledge } from './knowledge.ts';
import { plainText, words as wordsOf } from './retrieval/normalise.ts';
import { type AnswerPhrases, MIN_UTTERANCES, type Quiz, type QuizWords } from './schema.ts';

/**
 * What no single file can show: references that lead nowhere, the same utterance under two entries, quiz words and
 * numbers that do not fit each other.
 * @throws ContentError at the first that does not hold
 */
export function crossCheck(knowledge: Knowledge, files: { quizFile: string }): void {
  for (const entry of knowledge.entries.values()) {
    checkEntry(entry, knowledge);
  }
  for (const locale of knowledge.locales) checkUtterances(knowledge, locale);
  checkQuiz(knowledge, files.quizFile);
}

function checkEntry(entry: Entry, { entries, guide, locales }: Knowledge): void {
  const fail = (problem: string, remedy: string) => {
    throw new ContentError(entry.listedIn, entry.id, problem, remedy);
  };
  for (const locale of locales) {
    const hasAnswer = entry.words[locale]?.answer !== undefined;
    const isSaid = entry.kind !== 'command' && entry.kind !== 'followup';
    const utterances = entry.words[locale]?.utterances.length ?? 0;
    if (entry.kind !== 'followup' && utterances < MIN_UTTERANCES)
      fail(
        `has ${utterances} ways of asking in "${locale}" and needs at least ${MIN_UTTERANCES}`,
        `add to utterances in ${locale}/entries/${entry.id}.yaml`,
      );
    if (isSaid && !hasAnswer) fail(`has no answer in "${locale}"`, `write one in ${locale}/entries/${entry.id}.yaml`);
    if (!isSaid && hasAnswer)
      fail(
        `is a ${entry.kind} and has an answer in "${locale}"`,
        'delete the answer: what a command says is in texts.yaml',
      );
  }
  if (entry.kind !== 'topic' && entry.kind !== 'absent') return;
  for (const id of entry.followUps) {
    if (id === entry.id) fail('follows up on itself', 'name other entries in followUps');
    if (!entries.has(id)) fail(`follows up on "${id}", which no entries.yaml lists`, 'correct the id');
  }
  if (entry.kind !== 'topic') return;
  for (const [from, to] of Object.entries(entry.turns ?? {})) {
    if (entries.get(from)?.kind !== 'followup') fail(`turns on "${from}", which is no follow-up`, 'correct the id');
    if (entries.get(to)?.kind !== 'topic') fail(`turns to "${to}", which is no topic`, 'correct the id');
  }
  for (const locale of locales)
    if (!guide[locale]?.sections[entry.section])
      fail(`is in section "${entry.section}", which ${locale}/guide.yaml does not name`, 'correct it or name it there');
}

/** The file with an entry's words in a language. */
export const wordsFileOf = ({ id, listedIn }: Entry, locale: string) =>
  path.join(path.dirname(listedIn), locale, 'entries', `${id}.yaml`);

function checkUtterances({ entries }: Knowledge, locale: string): void {
  const seen = new Map<string, Entry>();
  for (const entry of entries.values()) {
    for (const utterance of entryTexts(entry, locale)) {
      const plain = plainText(utterance);
      const owner = seen.get(plain);
      if (owner && owner.id !== entry.id && !areApart(owner, entry))
        throw new ContentError(
          wordsFileOf(entry, locale),
          entry.id,
          `is found by "${utterance}" in "${locale}", and so is "${owner.id}"`,
          'keep it where most people would mean it',
        );
      seen.set(plain, entry);
    }
  }
}

/**
 * Whether two entries are never possible at the same point of a conversation, and so may share utterances: commands with
 * other scopes, and a follow-up beside a command that is understood only in a quiz.
 */
export function areApart(a: Entry, b: Entry): boolean {
  const [one, other] = [a, b].map(placesOf);
  return one !== undefined && other !== undefined && !one.some((place) => other.includes(place));
}

/** Where alone an entry is understood; `undefined`: everywhere. A follow-up never answers an item. */
function placesOf(entry: Entry): readonly string[] | undefined {
  if (entry.kind === 'followup') return ['paused', 'result'];
  return entry.kind === 'command' ? entry.scope : undefined;
}

function checkQuiz({ quiz, quizWords, guide, locales }: Knowledge, file: string): void {
  const fail = (where: string, problem: string, remedy: string) => {
    throw new ContentError(file, where, problem, remedy);
  };
  const dimensions = new Set(quiz.dimensions.map((d) => d.id));
  const items = new Set(quiz.items.map((i) => i.id));

  const weight = quiz.dimensions.reduce((sum, d) => sum + d.weight, 0);
  if (weight !== 100) fail('dimensions', `have weights that add up to ${weight}`, 'make them add up to 100');
  for (const item of quiz.items)
    if (!dimensions.has(item.dimension))
      fail(item.id, `measures "${item.dimension}", which is no dimension`, 'correct it, or add the dimension');
  for (const id of dimensions)
    if (!quiz.items.some((item) => item.dimension === id)) fail(id, 'is measured by no item', 'add an item or drop it');
  for (const gate of quiz.gates) {
    if ('item' in gate && !items.has(gate.item))
      fail(gate.id, `watches "${gate.item}", which is no item`, 'correct it');
    for (const id of 'dimensions' in gate ? gate.dimensions : [])
      if (!dimensions.has(id)) fail(gate.id, `watches "${id}", which is no dimension`, 'correct it');
  }
  const bands = [...quiz.bands].sort((a, b) => a.min - b.min);
  bands.forEach((band, i) => {
    const expected = i === 0 ? 0 : (bands[i - 1]?.max ?? 0) + 1;
    if (band.min !== expected) fail(band.id, `starts at ${band.min}, not ${expected}`, 'leave no gap and no overlap');
  });
  if (bands.at(-1)?.max !== 100) fail('bands', 'do not reach 100', 'let the highest end at 100');

  for (const locale of locales) {
    for (const part of [...quiz.dimensions, ...quiz.items, ...quiz.gates])
      if (!guide[locale]?.sections[part.section])
        fail(part.id, `is from section "${part.section}", which ${locale}/guide.yaml does not name`, 'correct it');
    const words = quizWords[locale];
    if (words)
      checkQuizWords(quiz, words, (where, problem, remedy = 'mend it there') =>
        fail(where, `${problem} in ${locale}/quiz.yaml`, remedy),
      );
  }
}

type FailWords = (where: string, problem: string, remedy?: string) => void;

function checkQuizWords(quiz: Quiz, words: QuizWords, fail: FailWords): void {
  const pairs: [string, { id: string }[], Record<string, unknown>][] = [
    ['items', quiz.items, words.items],
    ['dimensions', quiz.dimensions, words.dimensions],
    ['gates', quiz.gates, words.gates],
    ['bands', quiz.bands, words.bands],
  ];
  for (const [part, parts, written] of pairs) {
    for (const { id } of parts) if (!written[id]) fail(id, `has no words under "${part}"`);
    for (const id of Object.keys(written))
      if (!parts.some((p) => p.id === id)) fail(id, `is unknown, yet has words under "${part}"`);
  }
  if (words.numbers.length !== quiz.items.length)
    fail('numbers', `names ${words.numbers.length} numbers, not one for each of ${quiz.items.length} items`);
  checkAnswers('', words, fail);
  for (const [id, item] of Object.entries(words.items)) checkAnswers(`items.${id}.`, item, fail);
}

interface Answerable {
  labels?: readonly string[] | undefined;
  answers?: Partial<AnswerPhrases> | undefined;
}

/** A phrase, a button's included, belongs to one value. @param prefix where the fields are: `items.acc_anglais.` */
function checkAnswers(prefix: string, { labels = [], answers = {} }: Answerable, fail: FailWords): void {
  const owners = new Map(
    labels.map((label, i) => [wordsOf(label).join(' '), { field: 'labels', value: String(i + 1) }]),
  );
  for (const [value, phrases] of Object.entries(answers))
    for (const phrase of phrases) {
      const said = wordsOf(phrase).join(' ');
      const owner = owners.get(said);
      if (owner && owner.value !== value)
        fail(
          `${prefix}answers.${value}`,
          `says "${phrase}" like ${prefix}${owner.field}.${owner.value}`,
          'keep it under the one that most people would mean, or under none',
        );
      owners.set(said, { field: 'answers', value });
    }
}
