import { randomUUID } from 'node:crypto';
import {
  ActivityHandler,
  ConversationState,
  type StatePropertyAccessor,
  type Storage,
  type TurnContext,
} from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { DIALOG } from '../../dialogs/dialogIds.ts';
import { type Advisor, welcomeReply } from '../../dialogs/faq/reply.ts';
import { createAnswerReader } from '../../dialogs/quiz/readAnswer.ts';
import { createItemReader } from '../../dialogs/quiz/readItems.ts';
import type { DrawResult } from '../../dialogs/quiz/verdict.ts';
import { toActivity } from '../../dialogs/reply.ts';
import { RootDialog } from '../../dialogs/rootDialog.ts';
import type { Session } from '../../dialogs/session.ts';
import type { SpokenKnowledge } from '../../dialogs/texts/index.ts';
import { checkCommands, createIntentReader } from '../../dialogs/understand.ts';
import type { Locale, Understand } from '../../knowledge/index.ts';
import { keepTold } from './toldVerdict.ts';

export interface CareerBotOptions {
  knowledge: SpokenKnowledge;
  understand: Understand;
  storage: Storage;
  advisor: Advisor;
  defaultLocale: Locale;
  /** Where a result can be looked at; without it verdicts are words alone. */
  drawResult?: DrawResult | undefined;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  newId?: () => string;
}

const ERASED = Symbol('the conversation is to be erased at the end of this turn');

/** Whether the person had everything erased in this turn: the channel then drops the conversation's log as well. */
export const wasErased = (context: TurnContext): boolean => context.turnState.get(ERASED) === true;

/** The bot behind every channel: greets, runs the dialogs, saves the conversation's state when the turn went well. */
export class CareerBot extends ActivityHandler {
  readonly #options: CareerBotOptions;
  readonly #state: ConversationState;
  readonly #session: StatePropertyAccessor<Session>;
  readonly #dialogs: DialogSet;

  constructor(options: CareerBotOptions) {
    super();
    const { knowledge, understand, storage, advisor, drawResult, clock = Date.now, newId = randomUUID } = options;
    checkCommands(knowledge);
    this.#options = options;
    this.#state = new ConversationState(storage);
    this.#session = this.#state.createProperty<Session>('session');
    this.#dialogs = new DialogSet(this.#state.createProperty('dialogs'));
    const readAnswer = mapValues(knowledge.quizWords, createAnswerReader);
    const readItems = mapValues(knowledge.quizWords, (words) => createItemReader(knowledge.quiz, words));
    this.#dialogs.add(
      new RootDialog({
        knowledge,
        advisor,
        drawResult,
        onVerdict: keepTold,
        clock,
        newId,
        session: (context) => this.#sessionOf(context),
        readAnswer,
        readIntent: createIntentReader({ knowledge, understand, readAnswer, readItems }),
        eraseConversation: (context) => context.turnState.set(ERASED, true),
      }),
    );
    this.onMembersAdded(async (context, next) => {
      await this.#welcome(context);
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.#talk(context);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    if (wasErased(context)) await this.#state.delete(context);
    else await this.#state.saveChanges(context);
  }

  async #talk(context: TurnContext): Promise<void> {
    const dialogs = await this.#dialogs.createContext(context);
    const { status } = await dialogs.continueDialog();
    if (status === DialogTurnStatus.empty) await dialogs.beginDialog(DIALOG.root);
  }

  async #welcome(context: TurnContext): Promise<void> {
    const { membersAdded = [], recipient } = context.activity;
    if (!membersAdded.some((member) => member.id !== recipient?.id)) return;
    const { locale } = await this.#sessionOf(context);
    await context.sendActivity(toActivity(welcomeReply(this.#options.knowledge, locale)));
  }

  #sessionOf(context: TurnContext): Promise<Session> {
    return this.#session.get(context, { locale: this.#localeOf(context.activity.locale) });
  }

  /** @param tag what the client says it speaks, such as `fr-BE` */
  #localeOf(tag: string | undefined): Locale {
    const wanted = (tag ?? '').slice(0, 2).toLowerCase();
    const { knowledge, defaultLocale } = this.#options;
    return knowledge.locales.includes(wanted) ? wanted : defaultLocale;
  }
}

const mapValues = <From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
