import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { renderPage } from '../../src/server/page.ts';
import { readPageTexts } from '../../src/server/pageTexts.ts';
import { launchChromium, START, watchFaults } from '../helpers/browser.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

let app: RunningApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the page did that it must not do: filled while a test runs. */
let faults: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'fr-BE' });
  page = await context.newPage();
  faults = watchFaults(page, app.origin);
  await page.goto(app.origin);
});

afterEach(() => context.close());

const launcher = () => page.getByRole('button', { name: 'Discuter avec le bot' });
const panel = () => page.getByRole('dialog', { name: 'Discussion avec le bot du guide' });
const input = () => panel().getByRole('textbox', { name: 'Ta question' });
const choices = () => panel().getByRole('toolbar', { name: 'Réponses proposées' }).getByRole('button');
/** The messages as they are seen; screen readers have a list of their own beside it. */
const messages = () => panel().getByRole('feed').getByRole('group');
const lastMessage = () => messages().last();
const focusIsIn = (element: ReturnType<typeof panel>) => element.evaluate((e) => e.contains(document.activeElement));

/** Opens the chat and waits for the greeting. */
async function openChat(): Promise<void> {
  await launcher().click();
  await expectText(/Bonjour/);
}

async function expectText(text: RegExp): Promise<void> {
  await messages().filter({ hasText: text }).last().waitFor(START);
}

test('shows the guide without anything of the chat being loaded', async () => {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Clinical Trial Assistant');
  expect(await page.getByRole('region', { name: 'Salaire' }).textContent()).toMatch(/2\.600\s€/);
  expect(loaded.filter((url) => url.includes('webchat'))).toEqual([]);
  expect(await panel().count()).toBe(0);
  expect(faults).toEqual([]);
});

test('writes content as text, whatever it holds', () => {
  const knowledge = loadKnowledge(contentDir);
  const words = knowledge.entries.get('salaire')?.words.fr;
  const texts = readPageTexts(knowledge).fr;
  if (!words || !texts) throw new Error('no salaire');
  words.label = '<b>"Salaire"</b>';
  words.question = '"><script>alert(1)</script>';
  words.answer = 'a < b & **c < d**\n- <img src=x onerror=alert(1)>\n- *e*';
  const urls = { script: '/s.js', style: '/s.css', icon: '/i.svg', webChat: '/w.js' };

  const page = renderPage({ knowledge, locale: 'fr', texts, urls, nonce: 'N' });

  expect(page).toContain('<p>a &#60; b &#38; <strong>c &#60; d</strong></p>');
  expect(page).toContain('<ul><li>&#60;img src=x onerror=alert(1)&#62;</li><li><em>e</em></li></ul>');
  expect(page).toContain('data-ask="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;"');
  expect(page).not.toMatch(/<b>|<img src=x|<script>/);
});

test('answers a question with its source, and stays within its origin and its content security policy', async () => {
  await openChat();
  await input().fill('Quel est le salaire ?');
  await input().press('Enter');
  await expectText(/2\.600/);

  // its punctuation stays with its words
  expect(await lastMessage().textContent()).toContain(
    'Source\u00a0: le guide, «\u00a0Questions fréquentes, salaire\u00a0»',
  );
  expect(await context.cookies()).toEqual([]);
  expect(faults).toEqual([]);
});

test('asks the question of a card, once somebody presses its button', async () => {
  await page.getByRole('button', { name: 'Demander au bot : Quels sont les avantages du métier ?' }).click();
  await expectText(/huit grands points positifs/);

  expect(await messages().allTextContents()).toEqual([
    expect.stringContaining('Bonjour'),
    expect.stringContaining('Quels sont les avantages du métier ?'),
    expect.stringContaining('huit grands points positifs'),
  ]);
});

test('leads through the quiz to the verdict by its buttons', async () => {
  await page.getByRole('button', { name: 'Faire le quiz (2 min)' }).click();
  for (let item = 1; item <= 12; item++) {
    await expectText(new RegExp(`\\b${item}/12`));
    await choices().nth(4).waitFor();
    // by turns, as every other statement speaks against the job: the same button throughout gives no verdict
    await choices()
      .nth(item % 2 === 1 ? 3 : 1)
      .click();
  }
  await expectText(/CTA1-/);

  expect(await messages().filter({ hasText: 'CTA1-' }).last().textContent()).toMatch(/\d+\/100/);
  expect(faults).toEqual([]);
});

test('shows the conversation again after a reload, and goes on with it', async () => {
  await openChat();
  await input().fill('Je veux faire le quiz');
  await input().press('Enter');
  await expectText(/\b1\/12/);
  await page.reload();
  await expectText(/\b1\/12/); // the panel was open, and is so again

  expect(await messages().filter({ hasText: 'Bonjour' }).count()).toBe(1);

  await choices().first().click();
  await expectText(/\b2\/12/);
  expect(faults).toEqual([]);
});

test('goes on with the conversation in another tab', async () => {
  await openChat();
  await input().fill('Faut-il parler anglais ?');
  await input().press('Enter');
  await expectText(/indispensable/);
  page = await context.newPage();
  await page.goto(app.origin);

  expect(await launcher().getAttribute('aria-expanded')).toBe('false');

  await launcher().click();
  await expectText(/indispensable/);
});

test('clears the screen too when somebody has everything erased', async () => {
  await openChat();
  await input().fill('efface mes données');
  await input().press('Enter');
  await choices().filter({ hasText: 'Oui, tout effacer' }).click();
  await expectText(/tout est effacé/);
  await messages().filter({ hasText: 'Bonjour' }).waitFor({ state: 'detached' });

  expect(await messages().count()).toBe(1);

  await input().fill('quel salaire ?');
  await input().press('Enter');
  await expectText(/2\.600/);
  expect(faults).toEqual([]);
});

test('works by the keyboard alone', async () => {
  await launcher().focus();
  await page.keyboard.press('Enter');
  await expectText(/Bonjour/);
  expect(await launcher().getAttribute('aria-expanded')).toBe('true');
  await expect.poll(() => focusIsIn(input())).toBe(true);

  await page.keyboard.type('quelles études ?');
  await page.keyboard.press('Enter');
  await expectText(/Bachelier/);
  await choices().filter({ hasText: 'Écoles' }).waitFor(); // they come a moment after the text, and the focus goes by them
  await page.keyboard.press('Shift+Tab'); // the buttons
  await page.keyboard.press('Shift+Tab'); // the messages
  await page.keyboard.press('Escape'); // back to the box: Web Chat's own meaning of the key
  await expect.poll(() => focusIsIn(input())).toBe(true);

  await page.keyboard.press('Escape');
  await expect.poll(() => panel().count()).toBe(0);
  expect(await launcher().getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => focusIsIn(launcher())).toBe(true);
});

test('fills a phone, keeps the page behind out of reach, and gives the focus back', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  const ask = page.getByRole('button', { name: 'Poser une question' });
  await ask.click();
  await expectText(/Bonjour/);

  expect(await panel().boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  expect(await panel().getAttribute('aria-modal')).toBe('true');
  expect(await page.getByRole('main').evaluate((main) => main.closest('[inert]') !== null)).toBe(true);

  await panel().getByRole('button', { name: 'Fermer la discussion' }).click();
  expect(await focusIsIn(ask)).toBe(true);
});

test('says calmly that there is no connection, and takes up the question after a retry', async () => {
  await page.route('**/v3/directline/conversations', (route) => route.fulfill({ status: 503, json: {} }));
  await page.getByRole('button', { name: 'Demander au bot : Combien gagne un CTA ?' }).click();
  const retry = panel().getByRole('button', { name: 'Réessayer' });
  await retry.waitFor(START);
  expect(await panel().getByRole('status').textContent()).toContain('Le bot est injoignable pour le moment.');

  await page.unroute('**/v3/directline/conversations');
  await retry.click();
  await expectText(/2\.600/);
});

test('gets a fresh token and repeats the question where the token has expired meanwhile', async () => {
  await openChat();
  await page.route('**/activities', (route) => route.fulfill({ status: 403, json: {} }), { times: 1 });
  await input().fill('Quel est le salaire ?');
  await input().press('Enter');
  await expectText(/2\.600/);

  expect(await messages().count()).toBe(3);
});

test('begins a new conversation where the last one can no longer be entered', async () => {
  await page.evaluate(() => localStorage.setItem('chat-access', '{"conversationId":"gone","token":"gone"}'));
  await openChat();

  expect(await messages().count()).toBe(1);
});
