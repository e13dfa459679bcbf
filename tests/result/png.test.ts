import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pngWorkerFile } from '../../src/paths.ts';
import { drawChart, type Look } from '../../src/result/chart.ts';
import { FONT_FAMILY } from '../../src/result/palette.ts';
import { createPngRenderer } from '../../src/result/png.ts';
import { widthOf } from '../../src/result/textWidth.ts';
import { personas } from '../dialogs/personas.ts';
import { contentOf, parse, textsIn } from './charts.ts';

const renderer = createPngRenderer(pngWorkerFile);
afterAll(() => renderer.close());

const answers = personas[0]?.answers ?? {};
const chart = (locale = 'fr', look: Look = { theme: 'light' }) => drawChart(contentOf(answers, locale).content, look);
const square = (side: number, fill = 'red') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="9" height="9" fill="${fill}"/></svg>`;

/** Width and height, as the PNG says. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('a PNG of a chart', () => {
  it('has the width that was asked for and the chart’s proportions', async () => {
    const { svg, width, height } = chart();
    expect(sizeOf(await renderer.render(svg, 2 * width))).toEqual([2 * width, 2 * height]);
  });

  it('is small enough to be sent about, and larger than one without letters', async () => {
    const { svg, width } = chart();
    const png = await renderer.render(svg, 2 * width);
    const mute = await renderer.render(svg.replace(/<text.*?<\/text>/gs, ''), 2 * width);

    expect(png.length).toBeLessThan(150_000);
    expect(png.length).toBeGreaterThan(2 * mute.length);
  });

  it('differs between themes, shapes and languages', async () => {
    const charts = [chart(), chart('fr', { theme: 'dark' }), chart('fr', { shape: 'wide' }), chart('nl')];
    const pngs = await Promise.all(charts.map(({ svg, width }) => renderer.render(svg, 2 * width)));
    expect(new Set(pngs.map((png) => Buffer.from(png).toString('base64'))).size).toBe(4);
  });

  it('is drawn once for all who ask at the same time, and kept', async () => {
    const { svg } = chart();
    const [one, other] = await Promise.all([renderer.render(svg, 300), renderer.render(svg, 300)]);
    expect(other).toBe(one);
    expect(await renderer.render(svg, 300)).toBe(one);
  });

  it('is drawn anew once many others were asked for since', async () => {
    const first = await renderer.render(square(10), 10);
    for (let side = 11; side < 150; side++) await renderer.render(square(side), side);
    expect(await renderer.render(square(10), 10)).not.toBe(first);
  });

  it('is refused while too many wait, and drawn again afterwards', async () => {
    const asked = Array.from({ length: 60 }, (_, i) => renderer.render(square(10, `rgb(1,2,${i})`), 10));
    const settled = await Promise.allSettled(asked);
    const refusals = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.statusCode] : []));

    expect(refusals.length).toBeGreaterThan(20);
    expect(new Set(refusals)).toEqual(new Set([503]));
    expect(sizeOf(await renderer.render(square(10, 'rgb(1,2,59)'), 10))).toEqual([10, 10]);
  });

  it('can be drawn after one that cannot', async () => {
    await expect(renderer.render('no SVG', 10)).rejects.toThrow();
    expect(sizeOf(await renderer.render(square(8), 8))).toEqual([8, 8]);
  });
});

describe('the letters of the chart', () => {
  const { resolve } = createRequire(import.meta.url);
  const fonts = ['400Regular/AtkinsonHyperlegible_400Regular', '700Bold/AtkinsonHyperlegible_700Bold'];
  const fontBuffers = fonts.map((name) =>
    readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible/${name}.ttf`)),
  );
  beforeAll(() => initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'))));

  /** As the font has it; a letter that it lacks takes no room. */
  function measured(text: string, size: number, bold: boolean): number {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text y="100" font-size="${size}"
 font-family="${FONT_FAMILY}" font-weight="${bold ? 700 : 400}">${escaped}</text></svg>`;
    const resvg = new Resvg(svg, { font: { fontBuffers } });
    const width = resvg.getBBox()?.width ?? 0;
    resvg.free();
    return width;
  }

  it.each(['fr', 'nl', 'en'])('are no wider than they are taken to be: %s', (locale) => {
    const lines = personas.flatMap((p) => textsIn(parse(drawChart(contentOf(p.answers, locale).content).svg)));
    for (const { text, size, bold } of lines) {
      const width = measured(text, size, bold);
      expect(width, text).toBeLessThanOrEqual(widthOf(text, size, bold));
      expect(width, text).toBeGreaterThan(widthOf(text, size, bold) / 3);
    }
  });

  it.each([...'éèêëàâäçîïôöùûüœÉÈÀÇËÏ·–—’“”«»…/%€'])('are all in the font: %s', (letter) => {
    expect(measured(letter, 100, false)).toBeGreaterThan(5);
    expect(measured(letter, 100, true)).toBeGreaterThan(5);
  });
});
