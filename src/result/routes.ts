import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { describeVerdict } from '../../dialogs/quiz/describeVerdict.ts';
import { type Mistake, readCode } from '../../dialogs/quiz/resultCode.ts';
import { type Answers, score } from '../../dialogs/quiz/scoring.ts';
import type { SpokenKnowledge } from '../../dialogs/texts/index.ts';
import type { Locale } from '../../knowledge/index.ts';
import type { Assets } from '../server/assets.ts';
import { HttpError } from '../server/errors.ts';
import { chooseLanguage } from '../server/language.ts';
import { originOf } from '../server/origin.ts';
import type { PageTexts } from '../server/pageTexts.ts';
import { type Chart, drawChart, type Look } from './chart.ts';
import { type ContentOf, guideName } from './contentOf.ts';
import { renderNoResult, renderResult } from './page.ts';
import { chartStyle, type Theme } from './palette.ts';
import type { PngRenderer } from './png.ts';
import { resultUrls } from './urls.ts';

export interface ResultOptions {
  knowledge: SpokenKnowledge;
  /** In every language of the content. */
  pageTexts: Readonly<Record<Locale, PageTexts>>;
  contentOf: ContentOf;
  assets: Assets;
  renderer: PngRenderer;
  /** The language of people whose own we do not have. */
  defaultLocale: Locale;
  publicUrl: string | undefined;
}

/** The pixels of a good screen to one of ours. */
const SHARPNESS = 2;
/** The words of a result may be edited. */
const ONE_DAY = 24 * 60 * 60;
const PERMANENT_REDIRECT = 308;

type Format = 'page' | 'png' | 'svg';

/** A request for a result, and what it wants of it. */
interface Wish {
  /** As it stands in the address. */
  code: string;
  format: Format;
  locale: Locale;
  look: Look;
}

/**
 * Mounts `GET /r/<code>` (a page), `/r/<code>.png` and `/r/<code>.svg` (its chart). A result is read from its code alone;
 * nothing is stored.
 */
export function mountResults(server: Server, options: ResultOptions): void {
  const { knowledge, pageTexts, contentOf, assets, renderer, defaultLocale, publicUrl } = options;
  const { quiz, locales } = knowledge;
  const files = { style: assets.url('result.css'), script: assets.url('result.js'), icon: assets.url('icon.svg') };

  const show = async (request: Request, response: Response) => {
    const wish = readWish(request, locales, defaultLocale);
    const reading = readCode(quiz, wish.code);
    if (reading?.kind !== 'code') return showNothing(response, wish, reading?.why ?? mistakeIn(wish.code));
    if (reading.code !== wish.code) return redirect(request, response, wish, reading.code);
    if (wish.format === 'page') return showPage(request, response, wish, reading.answers);
    const chart = drawChart(contentOf(score(quiz, reading.answers), wish.locale), wish.look);
    const headers = { 'Cache-Control': `public, max-age=${ONE_DAY}`, 'Content-Security-Policy': PICTURE_POLICY };
    if (wish.format === 'svg') return send(response, 200, 'image/svg+xml; charset=utf-8', chart.svg, headers);
    send(response, 200, 'image/png', await renderer.render(chart.svg, SHARPNESS * chart.width), headers);
  };

  /** What is wrong with what nobody would take for a code anywhere else. */
  const mistakeIn = (code: string) => (code.toUpperCase().startsWith(quiz.codePrefix) ? 'length' : 'none');

  function showPage(request: Request, response: Response, wish: Wish, answers: Answers): void {
    const { locale, code } = wish;
    const { result: texts, webChatLocale: tag } = textsOf(locale);
    const result = score(quiz, answers);
    const content = contentOf(result, locale);
    const urls = resultUrls(originOf(request, publicUrl), code, locale);
    const wide: Chart = drawChart(content, { theme: 'light', shape: 'wide' });
    const body = renderResult({
      ...frame(wish, texts),
      words: describeVerdict(knowledge, answers, result, locale),
      chart: drawChart(content, { bare: true }).svg,
      urls,
      preview: {
        url: `${urls.png}&shape=wide`,
        width: SHARPNESS * wide.width,
        height: SHARPNESS * wide.height,
        alternative: content.alternative,
      },
      tag,
    });
    sendPage(response, 200, body);
  }

  function showNothing(response: Response, wish: Wish, why: Mistake | 'none'): void {
    if (wish.format !== 'page') throw new HttpError(404, 'NoResult', 'This address holds no result code.');
    const { result: texts } = textsOf(wish.locale);
    sendPage(response, 404, renderNoResult({ ...frame(wish, texts), why: texts.wrong[why] }));
  }

  function frame({ code, locale }: Wish, texts: PageTexts['result']) {
    const languages = locales.map((other) => ({
      locale: other,
      name: textsOf(other).result.language,
      url: resultUrls('', code, other).page,
    }));
    return { locale, texts, guide: guideName(knowledge, locale), assets: files, languages };
  }

  function textsOf(locale: Locale): PageTexts {
    const texts = pageTexts[locale];
    if (!texts) throw new Error(`no words of the page in "${locale}"`);
    return texts;
  }

  server.get('/r/:code', show);
  server.head('/r/:code', show);
}

function readWish(request: Request, locales: readonly Locale[], defaultLocale: Locale): Wish {
  const query = new URLSearchParams(request.getQuery());
  const address: string = request.params.code;
  const [, code = '', extension] = /^(.*?)(?:\.(png|svg))?$/is.exec(address) ?? [];
  const format = (extension?.toLowerCase() ?? 'page') as Format;
  const asked = query.get('theme');
  const theme: Theme | undefined = asked === 'dark' || asked === 'light' ? asked : undefined;
  return {
    code,
    format,
    locale: chooseLanguage(query.get('lang'), request.header('accept-language'), locales, defaultLocale),
    look: {
      // a PNG cannot ask its viewer
      theme: format === 'png' ? (theme ?? 'light') : theme,
      shape: query.get('shape') === 'wide' ? 'wide' : 'tall',
    },
  };
}

/** One result has one address, in whatever way its code was typed. */
function redirect(request: Request, response: Response, { format }: Wish, code: string): void {
  const query = request.getQuery();
  const extension = format === 'page' ? '' : `.${format}`;
  response.writeHead(PERMANENT_REDIRECT, {
    ...UNINDEXED,
    Location: `/r/${code}${extension}${query ? `?${query}` : ''}`,
    'Cache-Control': `public, max-age=${ONE_DAY}`,
  });
  response.end();
}

const UNINDEXED = { 'X-Robots-Tag': 'noindex, nofollow' };

const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
const STYLES = [chartStyle(), chartStyle('light'), chartStyle('dark')].map(hashOf).join(' ');
const PICTURE_POLICY = `default-src 'none'; style-src ${STYLES}; frame-ancestors 'none'`;
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${STYLES}`,
  "img-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Pages name files that the next build replaces: they are not kept. */
function sendPage(response: Response, status: number, body: string): void {
  send(response, status, 'text/html; charset=utf-8', body, {
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': PAGE_POLICY,
  });
}

function send(
  response: Response,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Record<string, string>,
): void {
  response.writeHead(status, {
    ...UNINDEXED,
    ...headers,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    Vary: 'Accept-Language',
  });
  response.end(body);
}
