import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { wasErased } from '../../bot/careerBot.ts';
import type { TurnQueue } from '../../bot/turnQueue.ts';
import type { TurnStorage } from '../../bot/turnStorage.ts';
import type { Store } from '../../storage/store.ts';

type Logic = (context: TurnContext) => Promise<void>;

export interface DirectLineAdapterOptions {
  store: Store;
  storage: TurnStorage;
  queue: TurnQueue;
  logic: Logic;
  onFault: (context: TurnContext, error: Error) => Promise<void>;
  /** Called when a conversation's log has grown. */
  onAppend: (conversation: string) => void;
}

/** Where a turn keeps its replies: middleware sees the context through proxies, which share nothing but this state. */
const REPLIES = Symbol('the replies of this turn');

/** Activities that are no part of a conversation's record. */
const UNLOGGED = new Set<string>([
  ActivityTypes.Typing,
  ActivityTypes.Trace,
  'delay',
  ActivityTypes.ConversationUpdate,
]);

/**
 * Our own Direct Line channel: runs a turn, then stores the user's activity, the bot's replies and the new state in one
 * commit. A crash before it leaves nothing of the turn, one after it loses nothing.
 */
export class DirectLineAdapter extends BotAdapter {
  readonly #options: DirectLineAdapterOptions;

  constructor(options: DirectLineAdapterOptions) {
    super();
    this.#options = options;
    this.onTurnError = options.onFault;
  }

  /** Runs the turn of an incoming activity behind the earlier turns of its conversation; resolves once it is stored. */
  receive(activity: Partial<Activity>): Promise<void> {
    return this.#options.queue.run(conversationOf(activity), () => this.#turn(activity));
  }

  /** Greets, unless the conversation has begun already. */
  async begin(activity: Partial<Activity>): Promise<void> {
    await this.#options.queue.run(conversationOf(activity), async () => {
      const { watermark } = await this.#options.store.readLog(conversationOf(activity), Number.MAX_SAFE_INTEGER);
      if (watermark === 0) await this.#turn(activity);
    });
  }

  async #turn(activity: Partial<Activity>): Promise<void> {
    const { store, storage, logic, onAppend } = this.#options;
    const context = new TurnContext(this, activity);
    const replies: Partial<Activity>[] = [];
    context.turnState.set(REPLIES, replies);
    const state = await storage.collect(() => this.runMiddleware(context, logic));
    const erase = wasErased(context);
    const said = erase ? replies : [activity, ...replies];
    const conversation = conversationOf(activity);
    await store.commit({
      state,
      log: { conversation, erase, activities: said.filter(({ type }) => !UNLOGGED.has(type ?? '')) },
    });
    onAppend(conversation);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      const id = randomUUID();
      context.turnState.get<Partial<Activity>[]>(REPLIES).push({ ...activity, id, timestamp: new Date() });
      return { id };
    });
  }

  override async updateActivity(): Promise<void> {
    throw new Error('Direct Line activities cannot be updated');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('Direct Line activities cannot be deleted');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('the bot starts no turn of its own');
  }
}

function conversationOf(activity: Partial<Activity>): string {
  if (!activity.conversation) throw new Error('an activity without a conversation');
  return activity.conversation.id;
}
