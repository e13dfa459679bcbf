import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { conversationHash } from './conversationHash.ts';

/**
 * What happens when a turn fails: the person reads a calm sentence, the log gets the whole story but for what was said,
 * and the state stays as it was before the turn.
 * @param apology the sentence
 */
export function createFaultHandler(log: Logger, apology: string) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    log.error(
      { err: innermost(error), conversation: conversationHash(context.activity), activity: context.activity.type },
      'a turn failed',
    );
    try {
      await context.sendActivity(apology);
    } catch (failure) {
      log.error({ err: innermost(failure) }, 'the apology could not be sent');
    }
  };
}

/** The error itself: botbuilder wraps it in one that carries the dialog stack, and with it what people answered. */
function innermost(error: unknown): { type: string; message: string; code?: unknown; stack?: string | undefined } {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  if ('error' in error && error.error instanceof Error) return innermost(error.error);
  const { name, message, stack } = error;
  return { type: name, message, stack, ...('code' in error ? { code: error.code } : {}) };
}
