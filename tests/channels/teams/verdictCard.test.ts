import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeVerdict } from '../../../dialogs/quiz/describeVerdict.ts';
import { type Answers, score } from '../../../dialogs/quiz/scoring.ts';
import { withSentences } from '../../../dialogs/texts/index.ts';
import { loadKnowledge } from '../../../knowledge/index.ts';
import { type AdaptiveCard, verdictCard } from '../../../src/channels/teams/verdictCard.ts';
import { contentDir } from '../../../src/paths.ts';
import { readPageTexts } from '../../../src/server/pageTexts.ts';
import { personas } from '../../dialogs/personas.ts';
import { anyAnswers, quiz } from '../../dialogs/quizAnswers.ts';

/** Microsoft's own reader of Adaptive Cards, as Web Chat uses it. */
interface AdaptiveCards {
  SerializationContext: new (version: object) => { eventCount: number; getEventAt(i: number): { message: string } };
  Version: new (major: number, minor: number) => object;
  AdaptiveCard: new () => { parse(card: object, context: object): void; toJSON(): object };
}
const require = createRequire(import.meta.url);
const {
  SerializationContext,
  Version,
  AdaptiveCard: Reader,
}: AdaptiveCards = createRequire(require.resolve('botframework-webchat'))('adaptivecards/dist/adaptivecards.js');

const knowledge = withSentences(loadKnowledge(contentDir));
const pageTexts = readPageTexts(knowledge);
const picture = { url: 'https://bot.example/r/x.png?lang=fr', contentType: 'image/png', alt: 'in words' } as const;
const page = 'https://bot.example/r/x?lang=fr';
const steps = [{ label: 'Les écoles', say: 'Où étudier ?' }];

function cardOf(answers: Answers, locale = 'fr', drawn: object = { picture, page }, after: string[] = []) {
  const texts = pageTexts[locale]?.result;
  if (!texts) throw new Error(`no words of the page in ${locale}`);
  const words = describeVerdict(knowledge, answers, score(quiz, answers), locale);
  const told = { locale, words, before: [], after, ...drawn };
  return { words, texts, card: verdictCard(told, { texts, steps, fallbackText: 'in Markdown' }) };
}

type Element = AdaptiveCard['body'][number];
/** All elements, those in containers too, in the order of reading. */
const elementsOf = (body: Element[]): Element[] =>
  body.flatMap((element) => (element.type === 'Container' ? [element, ...elementsOf(element.items)] : [element]));
/** Without what keeps punctuation with its words. */
const textsOf = ({ body }: AdaptiveCard) =>
  elementsOf(body).flatMap((element) => (element.type === 'TextBlock' ? element.text.replaceAll('\u00a0', ' ') : []));
const typesOf = ({ body }: AdaptiveCard) => elementsOf(body).map(({ type }) => type);

/** What the reader has to say against a card of a version, and what it understood of it. */
function readCard(card: object, minor: number) {
  // it judges every second language wrongly (a global regular expression), but none that follows a wrong one
  new Reader().parse({ type: 'AdaptiveCard', lang: '-' }, new SerializationContext(new Version(1, minor)));
  const context = new SerializationContext(new Version(1, minor));
  const read = new Reader();
  read.parse(card, context);
  const complaints = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return { complaints, understood: read.toJSON() };
}

const everyone = personas.flatMap((p) => ['fr', 'nl', 'en'].map((locale) => [p.id, locale, p] as const));

describe('the card of a persona', () => {
  it.each(everyone)('is an Adaptive Card 1.5, every property of it: %s, %s', (_, locale, { answers }) => {
    for (const drawn of [{ picture, page }, {}]) {
      const { card } = cardOf(answers, locale, drawn);
      const { complaints, understood } = readCard(card, 5);
      expect(complaints).toEqual([]);
      // what it does not know it leaves out
      expect(understood).toEqual(card);
    }
  });

  it.each(everyone)('says all that the verdict has to say: %s, %s', (_, locale, { answers }) => {
    const { words, texts, card } = cardOf(answers, locale);
    const said = textsOf(card).join('\n');
    const sections = [...words.strengths, ...words.watch].map(({ section }) => texts.source(section));
    const points = [...words.strengths, ...words.watch].map(({ text }) => text);
    const { label, about, notes, next, code, score } = words;
    for (const part of [label, about, ...notes, ...points, ...sections, ...next, code]) expect(said).toContain(part);
    for (const part of [words.reason, words.changes]) expect(said).toContain(part ?? '');
    expect(said.includes(words.disclaimer)).toBe(score !== undefined);
    expect(said.includes(`${score}/100`)).toBe(score !== undefined);
    expect(said.includes(texts.chart.range(...(words.range ?? [0, 0])))).toBe(score !== undefined);
  });

  it.each(everyone)('stays far below the 28 kB of Teams: %s, %s', (_, locale, { answers }) => {
    const { card } = cardOf(answers, locale);
    expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(14 * 1024);
  });
});

it('the reader would notice what no card has, and what a version lacks', () => {
  const { card } = cardOf(personas[0]?.answers ?? {});
  expect(readCard({ ...card, body: [{ type: 'Chart' }] }, 5).complaints).not.toEqual([]);
  expect(readCard({ ...card, speech: 'x' }, 5).understood).not.toHaveProperty('speech');
  expect(readCard({ ...card, version: '1.1' }, 1).complaints).not.toEqual([]);
});

it('shows the chart with its text alternative, or else the dimensions', () => {
  const { answers = {} } = personas.find((p) => p.id === 'patients') ?? {};
  const drawn = cardOf(answers).card;
  expect(elementsOf(drawn.body)).toContainEqual({
    type: 'Image',
    url: picture.url,
    altText: 'in words',
    size: 'Stretch',
  });
  expect(typesOf(drawn)).not.toContain('FactSet');

  const { card, words } = cardOf(answers, 'fr', {});
  expect(typesOf(card)).not.toContain('Image');
  expect(elementsOf(card.body)).toContainEqual({
    type: 'FactSet',
    facts: words.dimensions.map(({ label, score }) => ({ title: label, value: `${score}/100` })),
  });
});

it('tells what limits the result before all else that explains it', () => {
  const { answers = {} } = personas.find((p) => p.id === 'anglais') ?? {};
  const { card, words, texts } = cardOf(answers);
  const said = textsOf(card);
  const order = [words.label, words.reason, words.about, texts.strengths, texts.watch, texts.changes, words.disclaimer];
  const places = order.map((text) => said.indexOf(text ?? ''));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

it('leads to the page, and says what the suggested actions would', () => {
  const { answers = {} } = personas[0] ?? {};
  const submit = {
    type: 'Action.Submit',
    title: 'Les écoles',
    data: { msteams: { type: 'imBack', value: 'Où étudier ?' } },
  };
  expect(cardOf(answers).card.actions).toEqual([
    { type: 'Action.OpenUrl', title: 'Garder ou partager', url: page },
    submit,
  ]);
  expect(cardOf(answers, 'fr', {}).card.actions).toEqual([submit]);
});

it('without a result has no score and nothing that follows of one', () => {
  const { answers = {} } = personas.find((p) => p.expected.band === 'undetermined') ?? {};
  const { card, words, texts } = cardOf(answers, 'fr', { page });
  expect(textsOf(card)).toEqual([
    texts.kicker,
    words.label,
    words.about,
    texts.keep.code,
    words.code,
    texts.keep.codeNote,
  ]);
});

it('begins no line with punctuation', () => {
  for (const { answers } of personas) {
    const { card } = cardOf(answers);
    expect(JSON.stringify(card.body)).not.toMatch(/ [:;?!»]|« /);
  }
});

it('has the comparison with an earlier result below its words', () => {
  const { answers = {} } = personas[0] ?? {};
  expect(textsOf(cardOf(answers, 'fr', {}, ['**Depuis** la dernière fois']).card)).toContain(
    '**Depuis** la dernière fois',
  );
});

it('has no words that Markdown would read as marks, in any language', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...knowledge.locales), (answers, locale) => {
      const { card, words } = cardOf(answers, locale);
      const list = words.next.map((line) => `- ${line}`).join('\r');
      for (const text of textsOf(card).map((text) => (text === list ? text.replace(/^- /gm, '') : text)))
        expect(text).not.toMatch(/[*_`[\]\\]|^\s*([-+#>]|\d+[.)])\s/m);
    }),
  );
});
