import type { Point, VerdictWords } from '../../dialogs/quiz/describeVerdict.ts';
import type { Locale } from '../../knowledge/index.ts';
import { Html, html } from '../server/html.ts';
import { looks } from '../server/looks.ts';
import { stickPunctuation } from '../server/markdown.ts';
import type { ResultTexts } from '../server/pageTexts.ts';
import type { ResultUrls } from './urls.ts';

/** What both pages have, the one of a result and the one that says that there is none. */
interface Frame {
  locale: Locale;
  texts: ResultTexts;
  /** The job's name. */
  guide: string;
  assets: { style: string; script: string; icon: string };
  /** The languages that the page can be read in, each with its address and its own name. */
  languages: { locale: Locale; name: string; url: string }[];
}

export interface ResultPage extends Frame {
  words: VerdictWords;
  /** As SVG that may stand in the page. */
  chart: string;
  /** Absolute, for other sites and for copying. */
  urls: ResultUrls;
  /** What the previews of links show. */
  preview: { url: string; width: number; height: number; alternative: string };
  /** BCP 47 tag of the page's language with its territory. */
  tag: string;
}

/** A result as a page of its own. */
export function renderResult(page: ResultPage): string {
  const { words, texts, chart, urls } = page;
  const title = texts.title(words.label, page.guide);
  return document(page, {
    title,
    head: html`${linkPreview(page, title)}<script type="module" src="${page.assets.script}"></script>`,
    lead: html`${words.reason && html`<p class="result__reason">${said(words.reason)}</p>`}
<p>${said(words.about)}</p>
${words.notes.map((note) => html`<p>${said(note)}</p>`)}`,
    heading: words.label,
    body: html`<figure class="result__chart">${new Html(chart)}</figure>
<div class="result__words">
${points(texts.strengths, words.strengths, texts, 'plus')}
${points(texts.watch, words.watch, texts, 'minus')}
${words.changes && card(texts.changes, html`<p>${said(words.changes)}</p>`)}
${words.next.length > 0 ? card(texts.next, list(words.next.map((step) => html`${said(step)}`))) : ''}
<p class="result__disclaimer">${said(words.disclaimer)}</p>
</div>
${keep(words.code, urls, texts)}`,
    footer: html`<footer class="footer"><p>${said(texts.privacy)}</p></footer>`,
  });
}

/** The page of an address that holds no result. @param why in the page's language */
export function renderNoResult(page: Frame & { why: string }): string {
  const { texts, why } = page;
  return document(page, {
    title: texts.wrong.title,
    head: html``,
    heading: texts.wrong.title,
    lead: html`<p>${said(why)}</p><p>${said(texts.wrong.advice)}</p>`,
    body: html`<p><a class="button" href="/">${texts.wrong.quiz}</a></p>`,
  });
}

interface Parts {
  title: string;
  head: Html;
  heading: string;
  lead: Html;
  body: Html;
  footer?: Html;
}

/** A sentence whose punctuation stays with its words. */
const said = stickPunctuation;

function document(frame: Frame, { title, head, heading, lead, body, footer }: Parts): string {
  const { locale, texts, assets, guide, languages } = frame;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex, nofollow">
${looks(assets.icon)}
<link rel="stylesheet" href="${assets.style}">
${head}
</head>
<body class="result">
<header class="hero"><div class="hero__inner">
<div class="result__bar">
<a class="hero__guide" href="/"><img src="${assets.icon}" alt="" width="28" height="28">${guide}</a>
<nav aria-label="${texts.languages}"><ul class="result__languages">
${languages.map((language) => languageLink(language, locale))}
</ul></nav>
</div>
<div>
<p class="result__kicker">${texts.kicker}</p>
<h1>${heading}</h1>
<div class="hero__lead">${lead}</div>
</div>
</div></header>
<main>
${body}
</main>
${footer}
</body>
</html>
`.source;
}

const languageLink = ({ locale, name, url }: Frame['languages'][number], current: Locale) =>
  html`<li><a href="${url}" lang="${locale}" hreflang="${locale}"${locale === current ? html` aria-current="true"` : ''}
>${name}</a></li>`;

function linkPreview({ words, texts, guide, urls, preview, tag }: ResultPage, title: string): Html {
  const description =
    words.score === undefined ? texts.descriptionWithoutScore(guide) : texts.description(words.score, guide);
  const properties = Object.entries({
    'og:type': 'website',
    'og:title': title,
    'og:description': description,
    'og:url': urls.page,
    'og:locale': tag.replace('-', '_'),
    'og:image': preview.url,
    'og:image:type': 'image/png',
    'og:image:width': preview.width,
    'og:image:height': preview.height,
    'og:image:alt': preview.alternative,
  });
  return html`<meta name="description" content="${description}">
<link rel="canonical" href="${urls.page}">
${properties.map(([name, value]) => html`<meta property="${name}" content="${value}">`)}
<meta name="twitter:card" content="summary_large_image">
`;
}

/** What somebody does with the result; its buttons show where the browser can do what they say (src/widget/result.ts). */
const keep = (code: string, { page, png }: ResultUrls, { keep: texts, talk }: ResultTexts) =>
  card(
    texts.title,
    html`<p>${texts.code} <code class="result__code">${code}</code></p>
<p>${texts.codeNote}</p>
<div class="result__actions" data-url="${page}" data-copied="${texts.copied}">
<button type="button" class="button" data-action="copy" hidden>${texts.copy}</button>
<button type="button" class="button button--quiet" data-action="share" hidden>${texts.share}</button>
<button type="button" class="button button--quiet" data-action="print" hidden>${texts.print}</button>
<a class="button button--quiet" href="${png}">${texts.picture}</a>
<a class="button button--quiet" href="/">${talk}</a>
</div>
<p class="result__status" role="status" id="status"></p>`,
    'keep',
  );

function points(heading: string, list_: Point[], texts: ResultTexts, look: string): Html | undefined {
  if (list_.length === 0) return undefined;
  const lines = list_.map(({ text, section }) => html`${said(text)} <small>${said(texts.source(section))}</small>`);
  return card(heading, list(lines), look);
}

const card = (heading: string, body: Html, look = 'plain') =>
  html`<section class="card card--${look}"><h2>${heading}</h2>${body}</section>`;

const list = (lines: Html[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
