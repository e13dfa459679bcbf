/** The chart's colours: those of the page (src/widget/base.css), and a ramp for the bands. */
interface Palette {
  surface: string;
  text: string;
  muted: string;
  /** What a bar runs in. */
  groove: string;
  accent: string;
  onAccent: string;
  /** What limits the score. */
  limit: string;
  /** Around the bands: three times as light or dark as the surface. */
  edge: string;
  /** Behind the line of the band that was reached. */
  tint: string;
  /** From the lowest band to the highest. */
  bands: readonly [string, string, string, string];
}

export type Theme = 'light' | 'dark';

const PALETTES: Record<Theme, Palette> = {
  light: {
    surface: '#ffffff',
    text: '#12302f',
    muted: '#48615f',
    groove: '#dfeae8',
    accent: '#0b5f5c',
    onAccent: '#ffffff',
    limit: '#a1462c',
    edge: '#6f8a87',
    tint: '#e4f0ee',
    bands: ['#f1f6f5', '#cfe3e0', '#9ccbc5', '#5aa59e'],
  },
  dark: {
    surface: '#12201f',
    text: '#e6f0ee',
    muted: '#a3b8b5',
    groove: '#2b3d3b',
    accent: '#6fd0c6',
    onAccent: '#06201e',
    limit: '#f0a183',
    edge: '#6f8986',
    tint: '#1d2f2d',
    bands: ['#182a29', '#23443f', '#2e645d', '#3c8a81'],
  },
};

/** Named here, for pictures; a browser that lacks it takes its own. */
export const FONT_FAMILY = 'Atkinson Hyperlegible';

/**
 * The chart's style sheet.
 * @param theme left out: light, and dark on the screens of people who like it so
 */
export function chartStyle(theme?: Theme): string {
  if (theme) return letters + rules(PALETTES[theme]);
  return `${letters}${rules(PALETTES.light)}@media screen and (prefers-color-scheme:dark){${rules(PALETTES.dark)}}`;
}

const letters =
  `.chart text{font-family:"${FONT_FAMILY}",-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}` +
  '.chart .bold{font-weight:700}';

/** Names of classes begin with `c-`, as the chart may stand in a page that has its own. */
const rules = ({ surface, text, muted, groove, accent, onAccent, limit, edge, tint, bands }: Palette): string =>
  [
    `.c-surface{fill:${surface}}`,
    `.c-text{fill:${text}}`,
    `.c-muted{fill:${muted}}`,
    `.c-groove{fill:${groove}}`,
    `.c-accent{fill:${accent}}`,
    `.c-on-accent{fill:${onAccent}}`,
    `.c-tint{fill:${tint}}`,
    `.c-edge{fill:none;stroke:${edge}}`,
    `.c-range{fill:none;stroke:${accent}}`,
    `.c-limit{fill:none;stroke:${limit}}`,
    `.c-veil{fill:${surface};fill-opacity:.55}`,
    `.c-profile{fill:${surface};stroke:${limit}}`,
    ...bands.map((colour, i) => `.c-band-${i}{fill:${colour}}`),
  ].join('');
