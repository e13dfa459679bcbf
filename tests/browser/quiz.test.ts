import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../dialogs/quiz/scoring.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { personas } from '../dialogs/personas.ts';
import { violations } from '../helpers/axe.ts';
import { launchChromium, START, watchFaults } from '../helpers/browser.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

const { quiz, quizWords } = loadKnowledge(contentDir);

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the page did that it must not do: a violation of its content security policy is one. */
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
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

async function openPage({ width = 1280, height = 900, colorScheme = 'light' }: Screen = {}): Promise<void> {
  context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'fr-BE' });
  page = await context.newPage();
  faults = watchFaults(page, app.origin);
  await page.goto(app.origin);
}

const launcher = () => page.getByRole('button', { name: 'Discuter avec le bot' });
const panel = () => page.getByRole('dialog', { name: 'Discussion avec le bot du guide' });
const input = () => panel().getByRole('textbox', { name: 'Ta question' });
const choices = () => panel().getByRole('toolbar', { name: 'Réponses proposées' }).getByRole('button');
/** The messages as they are seen, and the pictures that belong to them; screen readers have a list of their own beside it. */
const messages = () => panel().getByRole('feed').getByRole('group');
const chart = () =>
  panel()
    .getByRole('feed')
    .getByRole('img', { name: /(sur|out of) 100/ });
const focusIsIn = (element: Locator) => element.evaluate((e) => e.contains(document.activeElement));

const expectText = (text: RegExp | string) => messages().filter({ hasText: text }).last().waitFor(START);

async function say(text: string): Promise<void> {
  await input().fill(text);
  await input().press('Enter');
}

const personaOf = (id: string) => {
  const persona = personas.find((p) => p.id === id);
  if (!persona) throw new Error(`no persona ${id}`);
  return persona;
};

const labelsOf = (item: string, locale = 'fr') => {
  const words = quizWords[locale];
  return words?.items[item]?.labels ?? words?.labels ?? [];
};

/** What the buttons of the item say, once they are the ones of this item. */
const offered = (item: string) => expect.poll(() => choices().allTextContents(), START).toEqual(labelsOf(item));

/** Reopens a result, and waits until its chart is drawn. */
async function showVerdict(code: string): Promise<void> {
  await launcher().click();
  await expectText('Bonjour');
  await say(code);
  await expectText('Ton code de résultat');
  await expect.poll(() => chart().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

/** Goes to the buttons, along them and presses one, by keys alone. */
async function pressByKeys(index: number): Promise<void> {
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => focusIsIn(choices().first())).toBe(true);
  for (let i = 0; i < index; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusIsIn(choices().nth(index))).toBe(true);
  await page.keyboard.press('Enter');
}

describe('the quiz by the keyboard alone', () => {
  it('goes from opening the chat to the verdict, with the focus where the next answer is given', async () => {
    await openPage();
    const { answers, code }: { answers: Answers; code: string } = personaOf('anglais');
    // to the launcher, as the last thing of the page
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => focusIsIn(launcher())).toBe(true);
    await page.keyboard.press('Enter');
    await expectText('Bonjour');
    await expect.poll(() => focusIsIn(input())).toBe(true);
    await page.keyboard.type('faire le quiz');
    await page.keyboard.press('Enter');

    for (const [i, { id }] of quiz.items.entries()) {
      await expectText(`${i + 1}/${quiz.items.length}`);
      await offered(id);
      await expect.poll(() => focusIsIn(input())).toBe(true);
      await pressByKeys((answers[id] ?? 0) - 1);
    }

    await expectText(code);
    await expect.poll(() => focusIsIn(input())).toBe(true);
    expect(await chart().getAttribute('alt')).toMatch(
      /^Profil partagé, 59 sur 100\..* Calme sous pression : 75 sur 100\./,
    );
    // and on: what is offered next can be reached, the link too
    await expect.poll(() => choices().first().textContent()).toBe('Pourquoi ce score ?');
    await pressByKeys(0);
    await expectText('Ton résultat est de 59/100');
    expect(faults).toEqual([]);
  });
});

/** A simulated reader, in seconds: 3 words a second, then a while to decide and to tap. */
const READ_WORD = 1 / 3;
const DECIDE = 2.5;
const TAP = 1;
const LONGEST = 125;

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

it('takes a reader at most 125 seconds from its start to the verdict, the bot’s own time included', async () => {
  await openPage();
  const { answers, code } = personaOf('ideal');
  await launcher().click();
  await expectText('Bonjour');
  let reading = 0;
  let waiting = 0;
  let words = 0;
  const wait = async (until: () => Promise<unknown>) => {
    const start = performance.now();
    await until();
    waiting += (performance.now() - start) / 1000;
  };

  await say('quiz');
  for (const [i, { id }] of quiz.items.entries()) {
    await wait(async () => {
      await expectText(`${i + 1}/${quiz.items.length}`);
      await choices()
        .filter({ hasText: labelsOf(id)[4] ?? '' })
        .waitFor();
    });
    const asked = messages().filter({ hasText: `${i + 1}/${quiz.items.length}` });
    // without what only screen readers hear
    const text = await asked.last().locator('.webchat__render-markdown > *').allTextContents();
    words += wordsIn(text.join(' '));
    reading += wordsIn(text.join(' ')) * READ_WORD + DECIDE + TAP;
    await choices()
      .nth((answers[id] ?? 0) - 1)
      .click();
  }
  await wait(async () => {
    await expectText(code);
    await chart().waitFor();
  });

  const figures = {
    words,
    reading: reading.toFixed(1),
    waiting: waiting.toFixed(1),
    total: (reading + waiting).toFixed(1),
  };
  process.stdout.write(`a simulated reader of the quiz, in seconds: ${JSON.stringify(figures)}\n`);
  expect(words).toBeGreaterThan(120);
  expect(waiting).toBeGreaterThan(0.1);
  expect(reading + waiting).toBeLessThan(LONGEST);
});

/** The colour of a picture as it is seen, a few pixels inside its frame. */
async function colourOf(picture: Locator): Promise<number[]> {
  const shot = (await picture.screenshot()).toString('base64');
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    return [...(canvas?.getImageData(4, 40, 1, 1).data ?? [])].slice(0, 3);
  }, shot);
}

describe.each<[colorScheme: 'light' | 'dark', surface: number[]]>([
  ['light', [255, 255, 255]],
  ['dark', [18, 32, 31]],
])('the verdict in the chat, %s', (colorScheme, surface) => {
  it.each([320, 360, 1280])('stands whole in a window of %d pixels, chart above words', async (width) => {
    await openPage({ width, height: 740, colorScheme });
    await showVerdict(personaOf('patients').code);
    const room = panel().locator('.webchat__basic-transcript__scrollable');

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await room.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0);
    const drawn = await chart().evaluate((image: HTMLImageElement) => {
      const picture = image.getBoundingClientRect();
      const heading = image.closest('article')?.querySelector('h3')?.getBoundingClientRect();
      return {
        width: picture.width,
        shown: picture.height / picture.width,
        measure: image.naturalHeight / image.naturalWidth,
        gap: (heading?.top ?? 0) - picture.bottom,
      };
    });
    // not cut off, and its letters, 14 of 340, have 12 pixels at least
    expect(drawn.shown).toBeCloseTo(drawn.measure, 2);
    expect((drawn.width * 14) / 340).toBeGreaterThanOrEqual(12);
    expect(drawn.gap).toBeGreaterThan(0);
    expect(drawn.gap).toBeLessThan(60);
    expect(await colourOf(chart())).toEqual(surface);
    expect(faults).toEqual([]);
  });

  it.each([360, 1280])('breaks no rule of accessibility in a window of %d pixels', async (width) => {
    await openPage({ width, height: 740, colorScheme });
    await showVerdict(personaOf('patients').code);

    expect(await violations(page, '#chat')).toEqual([]);
  });
});

it('goes on in another language in the middle, buttons and verdict too', async () => {
  await openPage({ width: 360, height: 740 });
  await launcher().click();
  await expectText('Bonjour');
  await say('quiz');
  for (const { id } of quiz.items.slice(0, 2)) {
    await offered(id);
    await choices().nth(3).click();
  }
  const [, , third] = quiz.items;
  await offered(third?.id ?? '');
  await say('in English please');
  for (const [i, { id }] of quiz.items.slice(2).entries()) {
    // Web Chat sets apostrophes as they are printed
    await expectText((quizWords.en?.items[id]?.text ?? '').replaceAll("'", '’'));
    await expect.poll(() => choices().allTextContents()).toEqual(labelsOf(id, 'en'));
    await choices()
      .nth(i % 2)
      .click();
  }
  await expectText('Your result code');

  expect(await messages().filter({ hasText: '/12' }).count()).toBe(quiz.items.length + 1);
  expect(await chart().getAttribute('alt')).toMatch(/Range: \d+ to \d+\..* Calm under pressure: \d+ out of 100\./);
  expect(faults).toEqual([]);
});
