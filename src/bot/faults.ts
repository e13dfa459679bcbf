import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { textsOf } from '../../dialogs/texts/index.ts';
import type { Locale } from '../../knowledge/index.ts';
import { conversationHash } from './conversationHash.ts';

/**
 * What happens when a turn fails: the person reads a calm sentence, the log gets the whole story, and the state stays as
 * it was before the turn.
 */
export function createFaultHandler(log: Logger, locale: Locale) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    log.error(
      { err: error, conversation: conversationHash(context.activity), activity: context.activity.type },
      'a turn failed',
    );
    try {
      await context.sendActivity(textsOf(locale).fault);
    } catch (err) {
      log.error({ err }, 'the apology could not be sent');
    }
  };
}
