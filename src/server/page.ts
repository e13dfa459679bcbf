import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { Entry, EntryWords, Knowledge, Locale } from '../../knowledge/index.ts';
import { CHAT_CONFIG_ID, type ChatConfig } from '../widget/chatConfig.ts';
import type { Assets } from './assets.ts';
import { Html, html } from './html.ts';
import { looks } from './looks.ts';
import { markdownBlocks } from './markdown.ts';
import type { PageTexts } from './pageTexts.ts';

export interface PageOptions {
  knowledge: Knowledge;
  /** In every language of the content. */
  pageTexts: Readonly<Record<Locale, PageTexts>>;
  locale: Locale;
  assets: Assets;
}

/** The topics that the page shows in full, in its order; it asks the bot for all others. */
const SHOWN: { id: string; look?: 'wide' | 'plus' | 'minus' }[] = [
  { id: 'presentation', look: 'wide' },
  { id: 'missions', look: 'wide' },
  { id: 'salaire' },
  { id: 'formation' },
  { id: 'qualites', look: 'wide' },
  { id: 'avantages', look: 'plus' },
  { id: 'inconvenients', look: 'minus' },
  { id: 'zones', look: 'wide' },
];
/** The topic whose first paragraph opens the page. */
const LEAD = 'presentation';
/** The topic whose question and answer show, at the top, what talking with the bot is like. */
const SAMPLE = 'salaire';
/** The command that starts the quiz. */
const QUIZ = 'quiz';

/** Mounts `GET /`: a page about the guide, with the chat. */
export function mountPage(server: Server, { knowledge, pageTexts, locale, assets }: PageOptions): void {
  const texts = pageTexts[locale];
  if (!texts) throw new Error(`no words of the page in "${locale}"`);
  const page = { knowledge, locale, texts, urls: urlsOf(assets) };
  const show = async (_request: Request, response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    const body = renderPage({ ...page, nonce });
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    });
    response.end(body);
  };
  server.get('/', show);
  server.head('/', show);
}

interface PageUrls {
  script: string;
  style: string;
  icon: string;
  webChat: string;
}

const urlsOf = (assets: Assets): PageUrls => ({
  script: assets.url('chat.js'),
  style: assets.url('page.css'),
  icon: assets.url('icon.svg'),
  webChat: assets.url('webchat.js'),
});

/**
 * The hash of an empty text. Web Chat's scrolling transcript (react-scroll-to-bottom, which Web Chat does not hand its
 * nonce) adds an empty style element and fills it by script. Refused, the transcript cannot be scrolled.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}' ${EMPTY_STYLE}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    'worker-src blob:',
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

interface PageContent {
  knowledge: Knowledge;
  locale: Locale;
  texts: PageTexts;
  urls: PageUrls;
  /** Lets the page's own scripts and styles pass its content security policy. */
  nonce: string;
}

/** The page as HTML. All words are the content's or `PageTexts`'. */
export function renderPage({ knowledge, locale, texts, urls, nonce }: PageContent): string {
  const title = knowledge.guide[locale]?.title ?? texts.guide;
  const wordsOf = (id: string) => knowledge.entries.get(id)?.words[locale];
  const { connecting, failed, retry, webChat } = texts.chat;
  const config: ChatConfig = {
    webChatUrl: urls.webChat,
    iconUrl: urls.icon,
    locale: texts.webChatLocale,
    texts: { connecting, failed, retry, webChat },
  };
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="description" content="${texts.description(title)}">
<meta name="viewport" content="${VIEWPORT}">
${looks(urls.icon)}
<link rel="stylesheet" href="${urls.style}" nonce="${nonce}">
<script type="application/json" id="${CHAT_CONFIG_ID}">${json(config)}</script>
<script type="module" src="${urls.script}" nonce="${nonce}"></script>
</head>
<body>
<div id="page">
<a class="skip" href="#guide">${texts.skip}</a>
${hero({ texts, title, icon: urls.icon, lead: wordsOf(LEAD), sample: wordsOf(SAMPLE), quiz: wordsOf(QUIZ) })}
<main id="guide" tabindex="-1">
${guide(knowledge, locale, texts)}
</main>
<footer class="footer"><p>${texts.footer}</p></footer>
</div>
${chat(texts, urls.icon)}
</body>
</html>
`.source;
}

const VIEWPORT = 'width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content';

/** Data in a script element: it ends where `</script` stands, in whatever string. */
const json = (value: object) => new Html(JSON.stringify(value).replace(/</g, '\\u003c'));

interface Hero {
  texts: PageTexts;
  title: string;
  icon: string;
  lead: EntryWords | undefined;
  sample: EntryWords | undefined;
  quiz: EntryWords | undefined;
}

function hero({ texts, title, icon, lead, sample, quiz }: Hero): Html {
  const [name = title, explained] = title.split(/ (?=\()/);
  const subtitle = explained?.replace(/^\((.*)\)$/, '$1');
  return html`<header class="hero"><div class="hero__inner">
<div>
<p class="hero__guide"><img src="${icon}" alt="" width="28" height="28">${texts.guide}</p>
<h1>${name}${subtitle ? html` <small>${subtitle}</small>` : ''}</h1>
<div class="hero__lead">${lead && blocksOf(lead)[0]}</div>
<div class="hero__actions">
${askButton('button button--bright', '', html`${icons.chat}${texts.ask}`)}
${quiz && askButton('button button--outline', quiz.question, html`${texts.quiz}`)}
</div>
<p class="hero__note">${texts.heroNote}</p>
<noscript><p class="hero__note">${texts.withoutScript}</p></noscript>
</div>
${sample && preview(sample, icon)}
</div></header>`;
}

/** What talking with the bot is like. The same words stand below: those who listen need not hear them twice. */
const preview = (sample: EntryWords, icon: string) => html`<div class="preview" aria-hidden="true">
<p class="preview__me">${sample.question}</p>
<div class="preview__bot">
<img src="${icon}" alt="" width="32" height="32">
<div>${blocksOf(sample).slice(0, 2)}</div>
</div>
</div>`;

const blocksOf = (words: EntryWords) => markdownBlocks(words.answer ?? '');

/** Opens the chat and asks the question there, if there is one. */
const askButton = (look: string, question: string, content: Html, name?: string) =>
  html`<button type="button" class="${look}" data-ask="${question}"${name ? html` aria-label="${name}"` : ''}>
${content}
</button>`;

function guide({ entries }: Knowledge, locale: Locale, texts: PageTexts): Html {
  const shown = SHOWN.flatMap(({ id, look = 'plain' }) => {
    const words = entries.get(id)?.words[locale];
    return words ? [{ id, look, words }] : [];
  });
  const others = [...entries.values()].filter(({ id, kind }) => kind === 'topic' && !shown.some((s) => s.id === id));
  return html`<nav class="contents" aria-label="${texts.sections}"><ul>
${shown.map(({ id, words }) => html`<li><a href="#${id}">${words.label}</a></li>`)}
</ul></nav>
<div class="cards">
${shown.map(({ id, look, words }) => card(id, look, words, texts))}
${others.length > 0 ? otherQuestions(others, locale, texts) : ''}
</div>`;
}

function card(id: string, look: string, words: EntryWords, texts: PageTexts): Html {
  const blocks = blocksOf(words);
  return html`<section class="card card--${look}" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${words.label}</h2>
${id === LEAD && blocks.length > 1 ? blocks.slice(1) : blocks}
${askButton('ask', words.question, html`${icons.chat}${texts.askBot}`, texts.askBotAbout(words.question))}
</section>`;
}

function otherQuestions(entries: Entry[], locale: Locale, { others }: PageTexts): Html {
  const questions = entries.flatMap(({ words }) => words[locale]?.question ?? []);
  return html`<section class="card card--wide card--open" aria-labelledby="others-title">
<h2 id="others-title">${others.title}</h2>
<p>${others.lead}</p>
<ul class="questions">
${questions.map((question) => html`<li>${askButton('question', question, html`${question}`)}</li>`)}
</ul>
</section>`;
}

/** The chat's frame; src/widget fills and moves it. */
const chat = ({ chat: texts }: PageTexts, icon: string) => html`<section class="chat" id="chat" role="dialog"
 aria-label="${texts.label}" tabindex="-1" hidden>
<div class="chat__bar">
<img src="${icon}" alt="" width="36" height="36">
<p class="chat__title"><strong>${texts.title}</strong><span>${texts.subtitle}</span></p>
<button type="button" class="chat__close" id="chat-close" aria-label="${texts.close}">${icons.close}</button>
</div>
<div class="chat__status" id="chat-status" role="status"></div>
<div class="chat__room" id="chat-room"></div>
</section>
<button type="button" class="launcher" id="chat-launcher" aria-label="${texts.open}"
 aria-expanded="false" aria-controls="chat">${icons.chat}${icons.close}</button>`;

const icon = (name: string, path: string) => html`<svg class="icon icon--${name}" viewBox="0 0 24 24" fill="none"
 stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
><path d="${path}"/></svg>`;

/** Pictures that take the colour of their text. */
const icons = {
  chat: icon(
    'chat',
    'M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 9h8M8 12.5h5',
  ),
  close: icon('close', 'M6 6l12 12M18 6L6 18'),
};
