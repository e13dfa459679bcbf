import { randomUUID } from 'node:crypto';
import {
  ActionTypes,
  type Activity,
  BotAdapter,
  type CardAction,
  type ResourceResponse,
  type Storage,
  TurnContext,
} from 'botbuilder';
import { pino } from 'pino';
import type { Advisor } from '../../dialogs/faq/reply.ts';
import type { AnswerData, QuizData, VerdictData } from '../../dialogs/reply.ts';
import type { Session } from '../../dialogs/session.ts';
import { type SpokenKnowledge, textsOf as sentencesOf, type Texts, withSentences } from '../../dialogs/texts/index.ts';
import type { Locale, Understand } from '../../knowledge/index.ts';
import { CareerBot } from '../../src/bot/careerBot.ts';
import { createFaultHandler } from '../../src/bot/faults.ts';
import { TurnStorage } from '../../src/bot/turnStorage.ts';
import { createMemoryStore } from '../../src/storage/memoryStore.ts';
import type { Store } from '../../src/storage/store.ts';
import { knowledge as content, understand } from './engine.ts';

export { understand };

/** The shipped content, with the bot's own sentences. */
export const knowledge = withSentences(content);

/** The bot's sentences in a language of the shipped content. */
export const textsOf = (locale: Locale): Texts => sentencesOf(knowledge, locale);

/** What the bot did in one turn. */
export interface Heard {
  /** All messages of the turn, one after another. */
  text: string;
  messages: string[];
  /** Those of the last message: the only ones a chat window still shows. */
  buttons: CardAction[];
  /** Those of every message. */
  allButtons: CardAction[];
  answer?: AnswerData;
  quiz?: QuizData;
  verdict?: VerdictData;
  /** In the order of the messages: which kinds of data the turn carried. */
  carried: string[];
}

export interface Conversation {
  /** Says a text, or sends any other message. */
  say(input: string | Partial<Activity>): Promise<Heard>;
  /** Presses a button as a chat window does: with its value, or by saying its text. */
  press(button: CardAction | undefined): Promise<Heard>;
  /** Somebody joins. */
  greet(): Promise<Heard>;
  /** What the store holds of the conversation; nothing where it was erased or never began. */
  stored(): Promise<{ session?: Session } | undefined>;
}

export interface ConversationOptions {
  knowledge?: SpokenKnowledge;
  understand?: Understand;
  store?: Store;
  advisor?: Advisor;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  id?: string;
  /** What the client says it speaks; French where it is missing. */
  locale?: Locale;
}

/** A conversation with a bot of its own; two with the same store and id are one conversation with two bots. */
export function openConversation(options: ConversationOptions = {}): Conversation {
  const { store = createMemoryStore(), advisor = {}, clock, id = 'c', locale = 'fr' } = options;
  const storage: Storage = new TurnStorage(store);
  const bot = new CareerBot({
    knowledge: options.knowledge ?? knowledge,
    understand: options.understand ?? understand,
    storage,
    advisor,
    defaultLocale: 'fr',
    ...(clock ? { clock } : {}),
  });
  const adapter = new CollectingAdapter();
  adapter.onTurnError = createFaultHandler(pino({ level: 'silent' }), textsOf('fr').fault);

  const turn = async (activity: Partial<Activity>): Promise<Heard> => {
    const context = new TurnContext(adapter, {
      id: randomUUID(),
      channelId: 'test',
      serviceUrl: 'urn:test',
      conversation: { id, isGroup: false, name: '', conversationType: 'personal' },
      from: { id: 'user', name: '', role: 'user' },
      recipient: { id: 'bot', name: 'bot', role: 'bot' },
      locale: `${locale}-BE`,
      ...activity,
    });
    await adapter.turn(context, (c) => bot.run(c));
    return heard(adapter.sent.splice(0));
  };
  const say = (input: string | Partial<Activity>) =>
    turn({ type: 'message', ...(typeof input === 'string' ? { text: input } : input) });

  return {
    say,
    press(button) {
      if (!button) throw new Error('there is no such button');
      return button.type === ActionTypes.MessageBack
        ? say({ text: button.text ?? '', value: button.value })
        : say(String(button.value));
    },
    greet: () => turn({ type: 'conversationUpdate', membersAdded: [{ id: 'user', name: '' }] }),
    async stored() {
      const key = `test/conversations/${id}/`;
      const { [key]: state } = await store.read([key]);
      return state as { session?: Session } | undefined;
    },
  };
}

function heard(sent: Partial<Activity>[]): Heard {
  const messages = sent.filter((activity) => activity.type === 'message');
  const data = messages.map((m) => (m.channelData ?? {}) as Pick<Heard, 'answer' | 'quiz' | 'verdict'>);
  return {
    text: messages.map((m) => m.text ?? '').join('\n\n'),
    messages: messages.map((m) => m.text ?? ''),
    buttons: messages.at(-1)?.suggestedActions?.actions ?? [],
    allButtons: messages.flatMap((m) => m.suggestedActions?.actions ?? []),
    ...Object.assign({}, ...data),
    carried: data.flatMap((d) => Object.keys(d)),
  };
}

class CollectingAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];

  turn(context: TurnContext, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(context, logic);
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...structuredClone(activities));
    return activities.map(() => ({ id: randomUUID() }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('the bot updates no message');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('the bot deletes no message');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('the bot starts no turn of its own');
  }
}
