import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { textsOf, withSentences } from '../dialogs/texts/index.ts';
import { cachedKnowledge, cachedModels, createEngine } from '../knowledge/index.ts';
import { CareerBot } from './bot/careerBot.ts';
import { createFaultHandler } from './bot/faults.ts';
import { TurnQueue } from './bot/turnQueue.ts';
import { TurnStorage } from './bot/turnStorage.ts';
import { mountConnector } from './channels/connector.ts';
import { DirectLineAdapter } from './channels/directline/adapter.ts';
import { mountDirectLine } from './channels/directline/routes.ts';
import { directLineSecret } from './channels/directline/secret.ts';
import { createStream, type Stream } from './channels/directline/stream.ts';
import { createTokens } from './channels/directline/tokens.ts';
import { type Config, requireLocale } from './config.ts';
import { modelFiles } from './modelFiles.ts';
import { createContentOf } from './result/contentOf.ts';
import { createDrawResult } from './result/drawResult.ts';
import { createPngRenderer } from './result/png.ts';
import { mountResults } from './result/routes.ts';
import { loadAssets, mountAssets } from './server/assets.ts';
import { mountHealth } from './server/health.ts';
import { mountPage } from './server/page.ts';
import { readPageTexts } from './server/pageTexts.ts';
import { createHttpServer } from './server/server.ts';
import type { Store } from './storage/store.ts';

/** A turn takes milliseconds; a client that takes longer than this to send or read is left behind. */
const DRAIN_MILLIS = 5000;

export interface AppOptions {
  config: Config;
  log: Logger;
  store: Store;
  /** The folder of the content (docs/content.md). */
  contentDir: string;
  /** The folder of the built files for browsers. */
  assetsDir: string;
  /** The folder where trained models are kept between starts. */
  modelsDir: string;
  /** The built file of the thread that draws PNGs. */
  pngWorkerFile: string;
}

export interface App {
  /** Not listening yet. */
  server: Server;
  /** Lets no new turn in, ends those under way, asks clients to reconnect, closes the store. */
  close(): Promise<void>;
}

/**
 * Composes the whole bot. Nothing listens before `server.listen`.
 * @throws ContentError where the content does not hold
 */
export function createApp({ config, log, store, contentDir, assetsDir, modelsDir, pngWorkerFile }: AppOptions): App {
  const models = modelFiles(modelsDir);
  const knowledge = withSentences(cachedKnowledge(contentDir, models));
  requireLocale(config.defaultLocale, knowledge.locales);
  const understand = createEngine(knowledge, { models: cachedModels(models) });
  const storage = new TurnStorage(store);
  const queue = new TurnQueue();
  const { defaultLocale, publicUrl, advisor } = config;
  const pageTexts = readPageTexts(knowledge);
  const contentOf = createContentOf(knowledge, pageTexts);
  const drawResult = createDrawResult({ quiz: knowledge.quiz, contentOf, publicUrl });
  const bot = new CareerBot({ knowledge, understand, storage, advisor, defaultLocale, drawResult });
  const logic = (context: TurnContext) => bot.run(context);
  const onFault = createFaultHandler(log, textsOf(knowledge, defaultLocale).fault);

  const server = createHttpServer(log);
  const secret = directLineSecret(config.directLineSecret, config.dataDir);
  const tokens = createTokens(secret);
  const stream: Stream = createStream(server.server, store, tokens, log);
  const adapter = new DirectLineAdapter({ store, storage, queue, logic, onFault, onAppend: stream.notify });
  const assets = loadAssets(assetsDir);
  const renderer = createPngRenderer(pngWorkerFile);
  let open = true;

  mountHealth(server, async () => open);
  mountDirectLine(server, { adapter, store, tokens, secret, allowedOrigins: config.widgetOrigins, publicUrl });
  mountConnector(server, { app: config.microsoftApp, queue, pageTexts, logic, onFault });
  mountAssets(server, assets);
  mountPage(server, { knowledge, pageTexts, locale: defaultLocale, assets });
  mountResults(server, { knowledge, pageTexts, contentOf, assets, renderer, defaultLocale, publicUrl });

  return {
    server,
    async close() {
      open = false;
      stream.close();
      await drain(server);
      await renderer.close();
      await queue.idle();
      await store.close();
    },
  };
}

/** Lets requests that are under way be answered, and cuts what is left after a while. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.server.closeIdleConnections(), 20);
  const patience = setTimeout(() => server.server.closeAllConnections(), DRAIN_MILLIS);
  await closed;
  clearInterval(idle);
  clearTimeout(patience);
}
