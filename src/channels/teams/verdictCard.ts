import type { ToldVerdict } from '../../bot/toldVerdict.ts';
import { stickPunctuation } from '../../server/markdown.ts';
import type { ResultTexts } from '../../server/pageTexts.ts';

/** An Adaptive Card of version 1.5, the newest that Teams shows everywhere; of its elements those that we use. */
export interface AdaptiveCard {
  $schema: string;
  type: 'AdaptiveCard';
  version: '1.5';
  lang: string;
  /** Shown by clients that cannot show the card. */
  fallbackText: string;
  body: Element[];
  actions: Action[];
}

type Element = TextBlock | Image | FactSet | Container;

interface TextBlock {
  type: 'TextBlock';
  text: string;
  wrap: true;
  style?: 'heading';
  size?: 'Small' | 'Large' | 'ExtraLarge';
  weight?: 'Bolder';
  color?: 'Accent';
  isSubtle?: true;
  fontType?: 'Monospace';
  spacing?: 'None' | 'Small';
}

interface Image {
  type: 'Image';
  url: string;
  altText: string;
  size: 'Stretch';
}

interface FactSet {
  type: 'FactSet';
  facts: { title: string; value: string }[];
}

interface Container {
  type: 'Container';
  items: Element[];
  style?: 'emphasis';
  spacing?: 'Large';
}

type Action =
  | { type: 'Action.OpenUrl'; title: string; url: string }
  /** Teams says `value` in the person's name, as pressing a suggested action does. */
  | { type: 'Action.Submit'; title: string; data: { msteams: { type: 'imBack'; value: string } } };

/** Something to press that can be typed as well. */
export interface Step {
  label: string;
  say: string;
}

export interface CardOptions {
  texts: ResultTexts;
  steps: readonly Step[];
  fallbackText: string;
}

/**
 * A verdict as a card. It is made of the verdict's words, not of the message's Markdown: a card has no headings, lists and
 * code in its texts but elements for them, and what is small, bold or the score is known only of words. Its headings are
 * those of the result's page, which are plain text as well.
 */
export function verdictCard(told: ToldVerdict, { texts, steps, fallbackText }: CardOptions): AdaptiveCard {
  const { locale, words, picture, page, after } = told;
  const { reason, about, notes, strengths, watch, dimensions, changes, next, disclaimer, code } = words;
  const points = (list: typeof strengths) =>
    list.flatMap(({ text, section }) => [say(text), say(texts.source(section), { ...small, spacing: 'None' })]);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: locale,
    fallbackText,
    body: [
      say(texts.kicker, small),
      say(words.label, { style: 'heading', size: 'Large', weight: 'Bolder', spacing: 'None' }),
      ...scoreOf(words, texts),
      ...(reason ? [container([say(reason, { weight: 'Bolder' })], { style: 'emphasis' })] : []),
      say(about),
      ...notes.map((note) => say(note)),
      ...(picture ? [{ type: 'Image', url: picture.url, altText: picture.alt, size: 'Stretch' } as const] : []),
      ...section(texts.strengths, points(strengths)),
      ...section(texts.watch, points(watch)),
      ...section(texts.chart.dimensions, picture ? [] : factsOf(dimensions, texts)),
      ...section(texts.changes, changes ? [say(changes)] : []),
      ...section(texts.next, next.length > 0 ? [say(bulletList(next))] : []),
      ...after.map((block) => say(block)),
      ...section(texts.keep.code, [
        say(code, { fontType: 'Monospace', spacing: 'Small' }),
        say(texts.keep.codeNote, small),
      ]),
      ...(words.score === undefined ? [] : [say(disclaimer, small)]),
    ],
    actions: [
      ...(page ? [{ type: 'Action.OpenUrl', title: texts.keep.title, url: page } as const] : []),
      ...steps.map(({ label, say }) => ({
        type: 'Action.Submit' as const,
        title: label,
        data: { msteams: { type: 'imBack' as const, value: say } },
      })),
    ],
  };
}

const small = { size: 'Small', isSubtle: true } as const;

const say = (text: string, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): TextBlock => ({
  type: 'TextBlock',
  text: stickPunctuation(text),
  wrap: true,
  ...look,
});

const container = (items: Element[], look: Omit<Container, 'type' | 'items'> = {}): Container => ({
  type: 'Container',
  items,
  ...look,
});

/** Nothing where there is nothing to say. */
const section = (heading: string, items: Element[]): Container[] =>
  items.length > 0
    ? [container([say(heading, { style: 'heading', weight: 'Bolder' }), ...items], { spacing: 'Large' })]
    : [];

function scoreOf({ score, range }: ToldVerdict['words'], { chart }: ResultTexts): TextBlock[] {
  if (score === undefined || range === undefined) return [];
  return [
    say(`${score}${chart.outOf}`, { size: 'ExtraLarge', weight: 'Bolder', color: 'Accent' }),
    say(chart.range(...range), { isSubtle: true, spacing: 'None' }),
  ];
}

const factsOf = (dimensions: ToldVerdict['words']['dimensions'], { chart }: ResultTexts): FactSet[] =>
  dimensions.length > 0
    ? [
        {
          type: 'FactSet',
          facts: dimensions.map(({ label, score }) => ({ title: label, value: `${score}${chart.outOf}` })),
        },
      ]
    : [];

/** Of all Markdown, lists are what a text of a card is given: with the line breaks that Teams wants. */
const bulletList = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\r');
