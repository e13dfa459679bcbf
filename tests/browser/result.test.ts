import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { personas } from '../dialogs/personas.ts';
import { violations } from '../helpers/axe.ts';
import { launchChromium, watchFaults } from '../helpers/browser.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
/** What the page did that it must not do. */
let faults: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => context.close());

interface Screen {
  width: number;
  colorScheme: 'light' | 'dark';
  javaScriptEnabled?: boolean;
}

const codeOf = (id: string) => personas.find((p) => p.id === id)?.code ?? '';

async function open(address: string, { width, colorScheme, javaScriptEnabled = true }: Screen): Promise<Page> {
  context = await browser.newContext({
    viewport: { width, height: 740 },
    colorScheme,
    javaScriptEnabled,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  // that the page is no result is no fault
  faults = watchFaults(page, app.origin, /404/);
  await page.goto(app.origin + address);
  return page;
}

describe.each<[width: number, colorScheme: 'light' | 'dark']>([
  [360, 'light'],
  [360, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
])('at %d pixels, %s', (width, colorScheme) => {
  it.each([
    ['a limited result', () => `/r/${codeOf('patients')}?lang=fr`],
    ['a high one', () => `/r/${codeOf('ideal')}?lang=en`],
    ['one with many limits', () => `/r/${codeOf('creatif')}?lang=nl`],
    ['no result', () => `/r/${codeOf('straight')}?lang=fr`],
    ['a wrong code', () => `/r/${codeOf('ideal').slice(0, -1)}?lang=nl`],
  ])('breaks no rule of accessibility: %s', async (_, address) => {
    const page = await open(address(), { width, colorScheme });

    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

it.each(['fr', 'nl', 'en'])('fits a screen of 320 pixels, with letters of 12 at least: %s', async (lang) => {
  for (const { code } of personas) {
    const page = await open(`/r/${code}?lang=${lang}`, { width: 320, colorScheme: 'light' });
    const { width, letters } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      letters: Array.from(document.querySelectorAll<SVGTextElement>('svg.chart text'), (text) => {
        const drawn = text.querySelector('tspan') ?? text;
        return Number(drawn.getAttribute('font-size')) * (text.getScreenCTM()?.a ?? 0);
      }),
    }));
    expect(width).toBe(320);
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(12);
    await context.close();
  }
});

/** The browser lacks the chart's own font, as most do. */
it.each(['fr', 'nl', 'en'])(
  'draws the chart without cutting or covering a word, in the letters at hand: %s',
  async (lang) => {
    for (const { code } of personas) {
      const page = await open(`/r/${code}?lang=${lang}`, { width: 1280, colorScheme: 'light' });
      const clashes = await page.evaluate(() => {
        const frame = document.querySelector('svg.chart')?.getBoundingClientRect();
        const texts = Array.from(document.querySelectorAll('svg.chart text'), (text) => ({
          text: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        const outside = texts.filter(({ box }) => !frame || box.left < frame.left || box.right > frame.right);
        const covered = texts.filter((a, i) =>
          texts.some(
            (b, j) =>
              i < j &&
              a.box.left < b.box.right &&
              b.box.left < a.box.right &&
              a.box.top + 6 < b.box.bottom &&
              b.box.top + 6 < a.box.bottom,
          ),
        );
        return { drawn: texts.length > 15, clashes: [...outside, ...covered].map(({ text }) => text) };
      });
      expect(clashes).toEqual({ drawn: true, clashes: [] });
      await context.close();
    }
  },
);

it.each(personas.map((p) => [p.id, p.code] as const))('prints on one sheet: %s', async (_, code) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open(`/r/${code}?lang=fr`, { width: 1280, colorScheme });
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await context.close();
  }
});

it('prints in the colours of the day, without what can only be pressed', async () => {
  const page = await open(`/r/${codeOf('patients')}`, { width: 1280, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

  expect(
    await page
      .locator('svg.chart .c-surface')
      .first()
      .evaluate((e) => getComputedStyle(e).fill),
  ).toBe('rgb(255, 255, 255)');
  expect(await page.locator('h1').evaluate((e) => getComputedStyle(e).color)).toBe('rgb(18, 48, 47)');
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('.result__code').isVisible()).toBe(true);
});

it('copies its address and says so', async () => {
  const page = await open(`/r/${codeOf('ideal')}?lang=fr`, { width: 360, colorScheme: 'light' });
  await page.getByRole('button', { name: 'Copier le lien' }).click();
  await page.getByRole('status').filter({ hasText: 'Lien copié' }).waitFor();

  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${app.origin}/r/${codeOf('ideal')}?lang=fr`);
  expect(await context.cookies()).toEqual([]);
  expect(faults).toEqual([]);
});

it('offers to share it where the browser can', async () => {
  const page = await open(`/r/${codeOf('ideal')}?lang=fr`, { width: 360, colorScheme: 'light' });
  await page.addInitScript(() => {
    const shared: ShareData[] = [];
    Object.assign(navigator, { share: async (data: ShareData) => void shared.push(data), shared });
  });
  await page.reload();
  await page.getByRole('button', { name: 'Partager' }).click();

  expect(await page.evaluate(() => (navigator as unknown as { shared: ShareData[] }).shared)).toEqual([
    { title: expect.stringContaining('Très compatible'), url: `${app.origin}/r/${codeOf('ideal')}?lang=fr` },
  ]);
});

it('can be read without its script, and then offers nothing that needs it', async () => {
  const page = await open(`/r/${codeOf('ideal')}?lang=fr`, {
    width: 360,
    colorScheme: 'light',
    javaScriptEnabled: false,
  });

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Très compatible');
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Voir l’image' }).isVisible()).toBe(true);
});

it('leads to the same result in another language, and to the chat', async () => {
  const page = await open(`/r/${codeOf('ideal')}?lang=fr`, { width: 360, colorScheme: 'light' });
  await page.getByRole('link', { name: 'Nederlands' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Past heel goed');

  await page.getByRole('link', { name: 'Met de bot praten' }).click();
  await page.getByRole('button', { name: 'Discuter avec le bot' }).waitFor();
});
