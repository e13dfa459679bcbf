import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeVerdict } from '../../dialogs/quiz/describeVerdict.ts';
import { writeCode } from '../../dialogs/quiz/resultCode.ts';
import { score } from '../../dialogs/quiz/scoring.ts';
import { withSentences } from '../../dialogs/texts/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { resultUrls } from '../../src/result/urls.ts';
import { personas } from '../dialogs/personas.ts';
import { type RunningApp, startApp } from '../helpers/startApp.ts';

const knowledge = withSentences(loadKnowledge(contentDir));
const persona = (id: string) => {
  const answers = personas.find((p) => p.id === id)?.answers;
  if (!answers) throw new Error(`no persona "${id}"`);
  return { answers, code: writeCode(knowledge.quiz, answers) };
};
const { code } = persona('anglais');

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(app.origin + address, { headers, method, redirect: 'manual' });

async function page(address: string, headers: Record<string, string> = {}) {
  const response = await get(address, headers);
  const body = await response.text();
  const { document } = new JSDOM(body).window;
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
  return { response, body, document, meta, text: spaced(document.body.textContent) };
}

/** Spaces that do not break are spaces. */
const spaced = (text: string | null) => (text ?? '').replace(/\u00a0/g, ' ');

/** fetch would tidy these addresses up before sending them. */
const raw = (address: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(app.origin);
    const sent = request({ hostname, port, path: address }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });

describe('the page of a result', () => {
  it.each(personas.flatMap((p) => ['fr', 'nl', 'en'].map((locale) => [p.id, locale] as const)))(
    'says the whole verdict: %s in %s',
    async (id, locale) => {
      const { answers, code } = persona(id);
      const { response, document, text } = await page(`/r/${code}?lang=${locale}`);
      const words = describeVerdict(knowledge, answers, score(knowledge.quiz, answers), locale);

      expect(response.status).toBe(200);
      expect(document.documentElement.lang).toBe(locale);
      expect(document.querySelector('h1')?.textContent).toBe(words.label);
      expect(document.title).toContain(words.label);
      const said = [
        words.reason,
        words.about,
        ...words.notes,
        ...[...words.strengths, ...words.watch].flatMap((point) => [point.text, point.section]),
        words.changes,
        ...words.next,
        words.disclaimer,
        words.code,
      ];
      for (const sentence of said) expect(text).toContain(spaced(sentence ?? ''));
      const drawn = document.querySelector('svg.chart desc')?.textContent;
      for (const { label, score } of words.dimensions) expect(drawn).toMatch(new RegExp(`${label}\\s?: ${score} `));
    },
  );

  it('can be shared: a title, a description and an absolute picture of the size that it says', async () => {
    const { document, meta } = await page(`/r/${code}?lang=fr`);

    expect(meta('og:title')).toBe(document.title);
    expect(meta('og:description')).toMatch(/^59\/100 /);
    expect(meta('og:locale')).toBe('fr_FR');
    expect(meta('og:url')).toBe(`${app.origin}/r/${code}?lang=fr`);
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(meta('og:url'));
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(meta('og:image:alt')).toContain('59 sur 100');

    const picture = await fetch(meta('og:image') ?? '');
    const png = Buffer.from(await picture.arrayBuffer());
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
      meta('og:image:width'),
      meta('og:image:height'),
    ]);
  });

  it('names the public address, where one is set', async () => {
    const other = await startApp({ env: { PUBLIC_URL: 'https://bot.example' } });
    const body = await (await fetch(`${other.origin}/r/${code}`)).text();
    await other.close();

    expect(body).toContain(`<meta property="og:image" content="https://bot.example/r/${code}.png`);
    expect(body).toContain(`<link rel="canonical" href="https://bot.example/r/${code}?lang=fr">`);
    expect(body).not.toContain(other.origin);
  });

  it('is for nobody’s index, sets no cookie, and lets nothing in from elsewhere', async () => {
    const { response, body, meta } = await page(`/r/${code}`);
    const policy = response.headers.get('content-security-policy');

    expect(meta('robots')).toBe('noindex, nofollow');
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('vary')).toBe('Accept-Language');
    for (const [, address = ''] of body.matchAll(/(?:src|href)="([^"]+)"/g))
      expect(new URL(address, app.origin).origin).toBe(app.origin);
  });

  it('leaves nothing in the store', async () => {
    const stored = () =>
      readdirSync(app.dataDir, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile() && file.name.endsWith('.mdb') && !file.name.includes('lock'))
        .map((file) => readFileSync(path.join(file.parentPath, file.name)).includes(code.slice(5)));
    await page(`/r/${code}`);

    expect(stored()).not.toContain(true);
  });

  it('follows the address, then the browser, then the settings in its language', async () => {
    const languageOf = async (address: string, accepted?: string) =>
      (await page(address, accepted ? { 'accept-language': accepted } : { 'accept-language': '' })).document
        .documentElement.lang;

    expect(await languageOf(`/r/${code}?lang=en`, 'nl')).toBe('en');
    expect(await languageOf(`/r/${code}`, 'nl-BE,en;q=0.5')).toBe('nl');
    expect(await languageOf(`/r/${code}`)).toBe('fr');
    expect(await languageOf(`/r/${code}?lang=xx`, 'de')).toBe('fr');
  });

  it('leads to itself in the other languages', async () => {
    const { document } = await page(`/r/${code}?lang=nl`);
    const links = Array.from(document.querySelectorAll('nav a'), (link) => [
      link.getAttribute('href'),
      link.textContent?.trim(),
      link.getAttribute('aria-current'),
    ]);

    expect(links).toEqual([
      [`/r/${code}?lang=en`, 'English', null],
      [`/r/${code}?lang=fr`, 'Français', null],
      [`/r/${code}?lang=nl`, 'Nederlands', 'true'],
    ]);
  });
});

describe('the chart of a result', () => {
  it('is a PNG in the language, theme and shape that are asked for', async () => {
    const pngs = await Promise.all(
      ['', '?lang=nl', '?theme=dark', '?shape=wide'].map(async (query) => {
        const response = await get(`/r/${code}.png${query}`);
        expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
        expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
        expect(response.headers.get('vary')).toBe('Accept-Language');
        expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
        return Buffer.from(await response.arrayBuffer());
      }),
    );

    expect(pngs.map((png) => png.subarray(1, 4).toString())).toEqual(['PNG', 'PNG', 'PNG', 'PNG']);
    expect(new Set(pngs.map((png) => png.toString('base64'))).size).toBe(4);
  });

  it('is light as a PNG where no theme, or none that we have, is asked for', async () => {
    const bytes = async (query: string) => (await get(`/r/${code}.png${query}`)).arrayBuffer();
    expect(await bytes('?theme=light')).toEqual(await bytes(''));
    expect(await bytes('?theme=blue')).toEqual(await bytes(''));
  });

  it('is an SVG that runs and loads nothing', async () => {
    const response = await get(`/r/${code}.svg?lang=en`);
    const svg = await response.text();

    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('Mixed match, 59 out of 100.');
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(await (await get(`/r/${code}.svg?theme=dark`)).text()).not.toContain('prefers-color-scheme');
  });
});

describe('an address that is almost one of a result', () => {
  const digits = code.slice(5);

  it.each([
    ['in small letters', `/r/${code.toLowerCase()}`, `/r/${code}`],
    ['without its hyphen', `/r/CTA1${digits}`, `/r/${code}`],
    ['with blanks', `/r/CTA1-${digits.slice(0, 4)}%20${digits.slice(4)}`, `/r/${code}`],
    ['in a sentence', `/r/voici%20mon%20code%20${code}`, `/r/${code}`],
    ['with its query', `/r/${code.toLowerCase()}?lang=nl&theme=dark`, `/r/${code}?lang=nl&theme=dark`],
    ['of a picture', `/r/${code.toLowerCase()}.PNG?lang=nl`, `/r/${code}.png?lang=nl`],
    ['of another picture', `/r/cta1${digits}.svg`, `/r/${code}.svg`],
  ])('leads to that one: %s', async (_, address, canonical) => {
    const response = await get(address);
    expect([response.status, response.headers.get('location')]).toEqual([308, canonical]);
    expect((await get(canonical)).status).toBe(200);
  });
});

describe('an address without a result', () => {
  const wrongDigit = code.replace(/\d$/, (check) => (check === '9' ? '8' : '9'));

  it.each([
    ['nothing like a code', 'bonjour', 'Il ne contient pas de code de résultat.'],
    ['the beginning of one', 'CTA1-12', 'Il manque des chiffres'],
    ['one without its last digit', code.slice(0, -1), 'Il manque des chiffres'],
    ['one with a digit that is no answer', `${code.slice(0, 7)}9${code.slice(8)}`, 'un signe qui n’y a pas sa place'],
    ['one whose digits do not fit', wrongDigit, 'une faute de frappe'],
    ['one of another version', code.replace('CTA1', 'CTA7'), 'une autre version du quiz'],
  ])('says what is wrong, and leads to the quiz: %s', async (_, wrong, says) => {
    const { response, document, text } = await page(`/r/${wrong}`, { 'accept-language': 'fr' });

    expect(response.status).toBe(404);
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(text).toContain(says);
    expect(document.querySelector('main a')?.getAttribute('href')).toBe('/');
    expect(document.querySelector('svg')).toBeNull();
  });

  it('says so in the language of the browser', async () => {
    const { document } = await page(`/r/${wrongDigit}`, { 'accept-language': 'nl' });
    expect(document.documentElement.lang).toBe('nl');
    expect(document.querySelector('h1')?.textContent).toBe('Deze link leidt naar geen enkel resultaat');
  });

  it.each([`/r/${wrongDigit}.png`, '/r/bonjour.svg'])(
    'is a JSON error where a picture is asked for: %s',
    async (at) => {
      const response = await get(at);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ error: { code: 'NoResult', message: expect.any(String) } });
    },
  );

  it.each([
    '/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '/r/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
    "/r/'onmouseover='alert(1)",
    '/r/%7B%7Bconstructor%7D%7D',
    '/r/__proto__',
  ])('takes over nothing of what it was asked: %s', async (address) => {
    const { response, document } = await page(address);

    expect(response.status).toBe(404);
    expect(Array.from(document.querySelectorAll('script:not([src])'))).toEqual([]);
    expect(document.querySelectorAll('main img')).toHaveLength(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
  });

  it.each(['/r/', '/r/%', '/r/%E0%A4%A', '/r/%00', '/r/..%2f..%2fpackage.json', `/r/${'9'.repeat(5000)}`, '/r/a/b'])(
    'is refused calmly: %s',
    async (address) => {
      const status = await raw(address);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );
});

describe('HEAD', () => {
  it.each([
    ['a page', `/r/${code}`, 200],
    ['a PNG', `/r/${code}.png`, 200],
    ['an SVG', `/r/${code}.svg`, 200],
    ['another spelling', `/r/${code.toLowerCase()}`, 308],
    ['no result', '/r/bonjour', 404],
  ])('answers as GET does, without a body: %s', async (_, address, status) => {
    const [head, whole] = [await get(address, {}, 'HEAD'), await get(address)];

    expect(head.status).toBe(status);
    expect(whole.status).toBe(status);
    expect((await head.arrayBuffer()).byteLength).toBe(0);
    for (const name of ['content-type', 'content-length', 'cache-control', 'content-security-policy', 'location'])
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
  });
});

describe('the addresses of a result', () => {
  it('are those that are served', async () => {
    const urls = resultUrls(app.origin, code, 'nl');
    const types = await Promise.all(
      Object.values(urls).map(async (url) => (await fetch(url)).headers.get('content-type')),
    );
    expect(types).toEqual(['text/html; charset=utf-8', 'image/png', 'image/svg+xml; charset=utf-8']);
  });

  it('hold whatever they are given as text', () => {
    expect(resultUrls('https://bot.example', 'a/b?c', 'fr&x').png).toBe(
      'https://bot.example/r/a%2Fb%3Fc.png?lang=fr%26x',
    );
  });
});
