import { Html, html } from '../server/html.ts';
import type { ChartContent } from './chartContent.ts';
import { chartStyle, type Theme } from './palette.ts';
import { widthOf, wrap } from './textWidth.ts';

export interface Look {
  /** Left out: as the viewer likes it. */
  theme?: Theme | undefined;
  /** `tall`: for phones and pages. `wide`: beside each other, for the previews of links. */
  shape?: Shape | undefined;
  /** Without its heading: the page that it stands in has one. Tall only. */
  bare?: boolean | undefined;
}

export type Shape = 'tall' | 'wide';

/** A picture, and its size in pixels of a screen. */
export interface Chart {
  svg: string;
  width: number;
  height: number;
}

/** In pixels at the width of a small phone: letters are never smaller than `SMALL`, of which 12 are left at 320 pixels. */
const COLUMN = 308;
const PADDING = 16;
const GAP = 32;
const SMALL = 14;
const LARGE = 20;
const HUGE = 44;
/** From one baseline to the next, as a share of the font size. */
const LEADING = 1.3;
/** How much of its font size a letter stands above its baseline. */
const ASCENT = 0.95;

/** Something drawn, from `y` 0 downwards. */
interface Block {
  height: number;
  body: Html[];
}

/**
 * The result as a picture: the score with its range on the scale of the bands, what limits it, and the dimensions.
 * Its figures are text, and all of them are in its text alternative too.
 */
export function drawChart(content: ChartContent, { theme, shape = 'tall', bare = false }: Look = {}): Chart {
  const { width, height, body } = shape === 'tall' ? below(content, bare) : beside(content);
  const svg =
    html`<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${width} ${height}" width="${width}"
 height="${height}" role="img" aria-labelledby="chart-title chart-text" lang="${content.lang}">
<title id="chart-title">${content.subject}</title>
<desc id="chart-text">${content.alternative}</desc>
<style>${new Html(chartStyle(theme))}</style>
<defs><pattern id="chart-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
><path d="M0 0V7" class="c-limit" stroke-width="3"/></pattern></defs>
<rect class="c-surface" width="${width}" height="${height}"/>
<g aria-hidden="true">
${body}
</g>
</svg>`.source;
  return { svg, width, height };
}

function below(content: ChartContent, bare: boolean) {
  const { height, body } = stack(PADDING, overall(content, bare), GAP, dimensions(content), PADDING);
  return { width: COLUMN + 2 * PADDING, height: Math.ceil(height), body: group(PADDING, 0, body) };
}

function beside(content: ChartContent) {
  const left = overall(content);
  const right = dimensions(content, left.height);
  const height = Math.ceil(Math.max(left.height, right.height) + 2 * PADDING);
  return {
    width: 2 * COLUMN + GAP + 2 * PADDING,
    height,
    body: html`${group(PADDING, PADDING, left.body)}${group(PADDING + COLUMN + GAP, PADDING, right.body)}`,
  };
}

/** The score, where it lies on the scale, and what the bands are called. */
function overall({ subject, label, score, bands }: ChartContent, bare = false): Block {
  const heading = [paragraph(subject, SMALL, 'c-muted'), 6, paragraph(label, LARGE, 'c-text bold'), 4];
  return stack(
    ...(bare ? [] : heading),
    ...(score ? [figure(score), 10] : [10]),
    scale(bands, score),
    12,
    ...(score ? [key(score), 12] : []),
    ...bands.toReversed().map(bandLine),
  );
}

type Score = NonNullable<ChartContent['score']>;
type Bands = ChartContent['bands'];

const figure = ({ value, outOf }: Score): Block => ({
  height: HUGE,
  body: [
    html`<text y="${HUGE - 6}"><tspan class="c-accent bold" font-size="${HUGE}">${value}</tspan
><tspan class="c-muted" font-size="${LARGE}" dx="3">${outOf}</tspan></text>`,
  ],
});

const TRACK = 20;
const BUBBLE = 26;
/** Between the bubble and the track: its tip, and the range. */
const RANGE = 20;

const position = (value: number) => tidy((value / 100) * COLUMN);

function scale(bands: Bands, score: Score | undefined): Block {
  const edges = bands.slice(1).map((band) => band.min);
  const above = score ? BUBBLE + RANGE : 0;
  const track = [
    html`<clipPath id="chart-track"><rect width="${COLUMN}" height="${TRACK}" rx="6"/></clipPath>`,
    html`<g clip-path="url(#chart-track)">
${bands.map((band, i) => {
  const [from, to] = [position(band.min), position(bands[i + 1]?.min ?? 100)];
  return html`<rect class="c-band-${i}" x="${from}" width="${tidy(to - from)}" height="${TRACK}"/>`;
})}
${score?.limit && beyond(score.limit.value)}
${edges.map((edge) => line('c-edge', position(edge), 0, TRACK, 1))}
${score?.limit?.others.map((value) => line('c-limit', position(value), 0, TRACK, 2)) ?? []}
</g>`,
    html`<rect class="c-edge" width="${COLUMN}" height="${TRACK}" rx="6"/>`,
    ...(score?.limit ? [line('c-limit', position(score.limit.value), -3, TRACK + 3, 3)] : []),
    ...(score?.profile ? [diamond(position(score.profile.value), TRACK / 2)] : []),
  ];
  const numbers = [0, ...edges, 100].map((value) => {
    const anchor = value === 0 ? 'start' : value === 100 ? 'end' : 'middle';
    return html`<text class="c-muted" x="${position(value)}" y="${TRACK + 18}" font-size="${SMALL}"
 text-anchor="${anchor}">${value}</text>`;
  });
  return {
    height: above + TRACK + 22,
    body: [group(0, above, [...track, ...numbers]), ...(score ? pointer(score) : [])],
  };
}

/** What the score cannot reach. */
const beyond = (limit: number) => {
  const [x, width] = [position(limit), tidy(COLUMN - position(limit))];
  return html`<rect class="c-veil" x="${x}" width="${width}" height="${TRACK}"/>
<rect fill="url(#chart-hatch)" x="${x}" width="${width}" height="${TRACK}"/>`;
};

/** The score in a bubble that points at its place, and the range around that. */
function pointer({ value, range }: Score): Html[] {
  const width = Math.ceil(widthOf(String(value), SMALL + 2, true)) + 12;
  const x = position(value);
  const left = tidy(Math.min(Math.max(0, x - width / 2), COLUMN - width));
  const tip = tidy(Math.min(Math.max(6, x), COLUMN - 6));
  return [
    html`<rect class="c-accent" x="${left}" width="${width}" height="${BUBBLE}" rx="8"/>`,
    html`<path class="c-accent" d="M${tidy(tip - 5)} ${BUBBLE - 1}h10L${x} ${BUBBLE + 9}z"/>`,
    html`<text class="c-on-accent bold" x="${left + width / 2}" y="${BUBBLE - 7.5}" font-size="${SMALL + 2}"
 text-anchor="middle">${value}</text>`,
    group(0, BUBBLE + 7, [span(position(range.low), position(range.high))]),
  ];
}

/** A range: a line with ends, 8 high. */
const span = (low: number, high: number) =>
  html`<path class="c-range" stroke-width="2.5" d="M${low} 0v8M${high} 0v8M${low} 4H${high}"/>`;

const line = (look: string, x: number, from: number, to: number, width: number) =>
  html`<path class="${look}" stroke-width="${width}" d="M${x} ${from}V${to}"/>`;

const diamond = (x: number, y: number) =>
  html`<path class="c-profile" stroke-width="2" d="M${tidy(x - 7)} ${y}l7 -7l7 7l-7 7z"/>`;

const SIGN = 24;

/** What the signs on the scale mean: beside each other where there is room. */
function key({ range, limit, profile }: Score): Block {
  const hatched = html`<rect fill="url(#chart-hatch)" width="16" height="14"/><rect class="c-limit" width="16"
 height="14" stroke-width="1.5"/>`;
  const entries = [
    { text: range.text, sign: group(0, 3, [span(1, 16)]) },
    ...(limit ? [{ text: limit.text, sign: hatched }] : []),
    ...(profile ? [{ text: profile.text, sign: diamond(8, 7) }] : []),
    ...(limit?.othersText ? [{ text: limit.othersText, sign: line('c-limit', 8, 0, 14, 2) }] : []),
  ];
  let [x, y] = [0, 0];
  const body = entries.map(({ text, sign }) => {
    const lines = wrap(text, COLUMN - SIGN, SMALL);
    const width = SIGN + Math.max(...lines.map((text) => widthOf(text, SMALL)));
    if (x > 0 && x + width > COLUMN) [x, y] = [0, y + SMALL * LEADING + 4];
    const drawn = [group(x, y + 1, [sign]), group(x + SIGN, y, textLines(lines, SMALL, 'c-text'))];
    [x, y] = [x + width + 16, y + (lines.length - 1) * SMALL * LEADING];
    return drawn;
  });
  return { height: y + SMALL * LEADING, body: body.flat() };
}

/** The name of a band, and which scores it holds; the one that was reached stands out. */
function bandLine({ label, span, reached }: Bands[number], fromHighest: number, bands: Bands): Block {
  const look = reached ? 'c-text bold' : 'c-text';
  const room = COLUMN - 40 - widthOf(span, SMALL, reached);
  const lines = wrap(label, room, SMALL, reached);
  const height = tidy(lines.length * SMALL * LEADING + 8);
  return {
    height,
    body: [
      ...(reached ? [html`<rect class="c-tint" x="-8" width="${COLUMN + 16}" height="${height}" rx="8"/>`] : []),
      html`<rect class="c-band-${bands.length - 1 - fromHighest}" y="7" width="12" height="12" rx="3"/>`,
      html`<rect class="c-edge" y="7" width="12" height="12" rx="3"/>`,
      group(SIGN, 4, textLines(lines, SMALL, look)),
      html`<text class="${look}" x="${COLUMN}" y="${tidy(4 + SMALL * ASCENT)}" font-size="${SMALL}"
 text-anchor="end">${span}</text>`,
    ],
  };
}

const BAR = 10;

/** @param room the height to fill, where there is more than it takes */
function dimensions({ heading, dimensions }: ChartContent, room = 0): Block {
  const title = paragraph(heading, SMALL + 2, 'c-text bold');
  const bars = dimensions.map(({ label, score }) => dimension(label, score));
  const taken = [title, ...bars].reduce((sum, { height }) => sum + height, 0);
  const between = Math.max(14, (room - taken) / bars.length);
  return stack(title, ...bars.flatMap((bar) => [between, bar]));
}

function dimension(label: string, score: number | undefined): Block {
  const lines = wrap(label, COLUMN - 48, SMALL);
  const height = tidy(lines.length * SMALL * LEADING + 3);
  return {
    height: height + BAR,
    body: [
      ...textLines(lines, SMALL, 'c-text'),
      html`<text class="c-text bold" x="${COLUMN}" y="${tidy(SMALL * ASCENT)}" font-size="${SMALL}"
 text-anchor="end">${score ?? '–'}</text>`,
      html`<rect class="c-groove" y="${height}" width="${COLUMN}" height="${BAR}" rx="${BAR / 2}"/>`,
      ...(score
        ? [html`<rect class="c-accent" y="${height}" width="${position(score)}" height="${BAR}" rx="${BAR / 2}"/>`]
        : []),
    ],
  };
}

/** One under the other; numbers are the space between. */
function stack(...parts: (Block | number)[]): Block {
  let height = 0;
  const body: Html[] = [];
  for (const part of parts) {
    if (typeof part === 'number') height += part;
    else {
      body.push(group(0, height, part.body));
      height += part.height;
    }
  }
  return { height, body };
}

function paragraph(text: string, size: number, look: string): Block {
  const lines = wrap(text, COLUMN, size, look.includes('bold'));
  return { height: lines.length * size * LEADING, body: textLines(lines, size, look) };
}

const textLines = (lines: string[], size: number, look: string): Html[] =>
  lines.map(
    (text, i) =>
      html`<text class="${look}" y="${tidy(size * (ASCENT + i * LEADING))}" font-size="${size}">${text}</text>`,
  );

const group = (x: number, y: number, body: Html[]) => html`<g transform="translate(${tidy(x)} ${tidy(y)})">${body}</g>`;

/** No more digits than a screen has use for. */
const tidy = (value: number) => Math.round(value * 100) / 100;
