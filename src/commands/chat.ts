/** `npm run chat`: talks with the bot in the terminal. Nothing is stored. */
import { createInterface } from 'node:readline';
import { config as loadEnv } from 'dotenv';
import { pino } from 'pino';
import { textsOf, withSentences } from '../../dialogs/texts/index.ts';
import { cachedKnowledge, cachedModels, createEngine } from '../../knowledge/index.ts';
import { CareerBot } from '../bot/careerBot.ts';
import { createFaultHandler } from '../bot/faults.ts';
import { TurnStorage } from '../bot/turnStorage.ts';
import { createConsoleConversation } from '../channels/console.ts';
import { readConfig, requireLocale } from '../config.ts';
import { modelFiles } from '../modelFiles.ts';
import { contentDir, modelsDir } from '../paths.ts';
import { createMemoryStore } from '../storage/memoryStore.ts';

loadEnv({ quiet: true });
const { advisor, defaultLocale } = readConfig(process.env);
const models = modelFiles(modelsDir);
const knowledge = withSentences(cachedKnowledge(contentDir, models));
requireLocale(defaultLocale, knowledge.locales);
const bot = new CareerBot({
  knowledge,
  understand: createEngine(knowledge, { models: cachedModels(models) }),
  storage: new TurnStorage(createMemoryStore()),
  advisor,
  defaultLocale,
});
const log = pino({ level: 'error' }, pino.destination(2));
const conversation = createConsoleConversation({
  logic: (context) => bot.run(context),
  onFault: createFaultHandler(log, textsOf(knowledge, defaultLocale).fault),
  locale: defaultLocale,
});

const interactive = process.stdin.isTTY === true;
const input = createInterface({ input: process.stdin, output: interactive ? process.stdout : undefined, prompt: '> ' });
if (interactive) process.stdout.write(`${await conversation.greet()}\n\n`);
if (interactive) input.prompt();
for await (const line of input) {
  const reply = await conversation.say(line);
  // for programs: one line of output to each line of input
  process.stdout.write(interactive ? `\n${reply}\n\n` : `${reply.replace(/\s*\n\s*/g, ' | ')}\n`);
  if (interactive) input.prompt();
}
