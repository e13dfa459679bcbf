import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Knowledge, Locale } from '../../knowledge/index.ts';
import { type Reply, toActivity } from '../reply.ts';
import type { Intent } from '../understand.ts';
import { type Advisor, handoffReply, staleReply, talkReply, unreadableReply } from './reply.ts';

/** What one message that is no part of the quiz was understood as. */
export interface FaqOptions {
  intent: Extract<Intent, { kind: 'talk' | 'handoff' | 'distress' | 'unreadable' | 'stale-button' }>;
  locale: Locale;
  /** More goes on after this reply: no buttons that lead away from it. */
  aside?: boolean;
}

/** Answers one message and ends at once: whoever began it goes on. */
export class FaqDialog extends Dialog<FaqOptions> {
  readonly #knowledge: Knowledge;
  readonly #advisor: Advisor;

  constructor(id: string, knowledge: Knowledge, advisor: Advisor) {
    super(id);
    this.#knowledge = knowledge;
    this.#advisor = advisor;
  }

  override async beginDialog(dc: DialogContext, options: FaqOptions): Promise<DialogTurnResult> {
    const { buttons, ...reply } = this.#reply(options);
    await dc.context.sendActivity(toActivity(options.aside || !buttons ? reply : { ...reply, buttons }));
    return dc.endDialog();
  }

  #reply({ intent, locale }: FaqOptions): Reply {
    switch (intent.kind) {
      case 'talk':
        return talkReply(this.#knowledge, intent.decision, locale);
      case 'unreadable':
        return unreadableReply(this.#knowledge, intent.why, locale);
      case 'stale-button':
        return staleReply(this.#knowledge, locale);
      case 'handoff':
      case 'distress':
        return handoffReply(intent.kind, this.#advisor, locale);
    }
  }
}
