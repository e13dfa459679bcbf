import { randomUUID } from 'node:crypto';
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';

/** A conversation in the terminal. */
export interface ConsoleConversation {
  /** @returns the bot's messages to a line of input, buttons included, as plain text */
  say(text: string): Promise<string>;
  /** @returns what the bot says first */
  greet(): Promise<string>;
}

export interface ConsoleOptions {
  logic: (context: TurnContext) => Promise<void>;
  onFault: (context: TurnContext, error: Error) => Promise<void>;
  locale: string;
}

/** Talks to the bot without a network: each line is a turn. */
export function createConsoleConversation({ logic, onFault, locale }: ConsoleOptions): ConsoleConversation {
  const adapter = new ConsoleAdapter();
  adapter.onTurnError = onFault;
  const conversation = randomUUID();
  const turn = async (activity: Partial<Activity>) => {
    const context = new TurnContext(adapter, {
      id: randomUUID(),
      timestamp: new Date(),
      channelId: 'console',
      serviceUrl: 'urn:console',
      conversation: { id: conversation, isGroup: false, name: '', conversationType: 'personal' },
      from: { id: 'user', name: '', role: 'user' },
      recipient: { id: 'bot', name: 'bot', role: 'bot' },
      locale,
      ...activity,
    });
    return (await adapter.turn(context, logic)).map(asText).join('\n\n');
  };
  return {
    say: (text) => turn({ type: 'message', text }),
    greet: () => turn({ type: 'conversationUpdate', membersAdded: [{ id: 'user', name: '' }] }),
  };
}

class ConsoleAdapter extends BotAdapter {
  readonly #sent: Partial<Activity>[] = [];

  async turn(context: TurnContext, logic: (context: TurnContext) => Promise<void>): Promise<Partial<Activity>[]> {
    await this.runMiddleware(context, logic);
    return this.#sent.splice(0).filter((activity) => activity.type === 'message');
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.#sent.push(...activities);
    return activities.map(() => ({ id: randomUUID() }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('what is printed cannot be updated');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('what is printed cannot be deleted');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('the bot starts no turn of its own');
  }
}

/** Markdown reads well enough in a terminal but for its emphasis; buttons stand below, to be typed. */
function asText({ text = '', suggestedActions }: Partial<Activity>): string {
  const plain = text.replace(/\*\*?|^#+ /gm, '');
  const titles = suggestedActions?.actions?.map((action) => `[${action.title}]`) ?? [];
  return titles.length > 0 ? `${plain}\n\n  ${titles.join(' ')}` : plain;
}
