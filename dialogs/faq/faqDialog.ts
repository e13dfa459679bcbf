import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Locale } from '../../knowledge/index.ts';
import { type Reply, toActivity } from '../reply.ts';
import type { GetSession, Session } from '../session.ts';
import type { SpokenKnowledge } from '../texts/index.ts';
import type { Intent } from '../understand.ts';
import {
  type Advisor,
  complaintReply,
  handoffReply,
  languageReply,
  staleReply,
  talkReply,
  unreadableReply,
} from './reply.ts';

/** What one message that is no part of the quiz was understood as. */
export interface FaqOptions {
  intent: Extract<
    Intent,
    { kind: 'talk' | 'handoff' | 'distress' | 'complaint' | 'language' | 'unreadable' | 'stale-button' }
  >;
  locale: Locale;
  /** More goes on after this reply: no buttons that lead away from it. */
  aside?: boolean;
}

export interface FaqDialogOptions {
  knowledge: SpokenKnowledge;
  advisor: Advisor;
  session: GetSession;
}

/** Answers one message, remembers what it was about, and ends at once: whoever began it goes on. */
export class FaqDialog extends Dialog<FaqOptions> {
  readonly #options: FaqDialogOptions;

  constructor(id: string, options: FaqDialogOptions) {
    super(id);
    this.#options = options;
  }

  override async beginDialog(dc: DialogContext, options: FaqOptions): Promise<DialogTurnResult> {
    const session = await this.#options.session(dc.context);
    const reply = this.#reply(options, session);
    const shown = options.aside ? withoutButtons(reply) : reply;
    remember(session, shown, this.#options.knowledge);
    await dc.context.sendActivity(toActivity(shown));
    return dc.endDialog();
  }

  #reply({ intent, locale, aside }: FaqOptions, { run, topics = [] }: Session): Reply {
    const { knowledge, advisor } = this.#options;
    const paused = aside ? undefined : run;
    switch (intent.kind) {
      case 'talk':
        return talkReply(knowledge, intent.decision, locale, paused);
      case 'unreadable':
        return unreadableReply(knowledge, intent.why, locale);
      case 'stale-button':
        return staleReply(knowledge, locale);
      case 'complaint':
        return complaintReply(knowledge, topics, locale);
      case 'language':
        return languageReply(knowledge, locale);
      case 'handoff':
      case 'distress':
        return handoffReply(knowledge, intent.kind, advisor, locale);
    }
  }
}

function remember(session: Session, { data, buttons = [] }: Reply, { entries: known }: SpokenKnowledge): void {
  const { kind, entries = [], absent } = data?.answer ?? {};
  if (kind === 'answer') session.topics = entries;
  // « et avec les enfants ? » goes on with what is not in the guide, « où ça ? » with what was answered before
  const gone = absent === undefined ? undefined : known.get(absent);
  if (gone?.kind === 'absent' && !gone.outside)
    session.topics = [gone.id, ...(session.topics ?? []).filter((id) => known.get(id)?.kind === 'topic').slice(0, 1)];
  session.offered = buttons.flatMap(({ entry }) => entry ?? []);
}

/** In the middle of something else no button leads away; what a question back asks to choose from is said instead. */
function withoutButtons(reply: Reply): Reply {
  const labels = (reply.buttons ?? []).map(({ label }) => `- ${label}`).join('\n');
  const asksBack = reply.data?.answer?.kind === 'clarify' && labels !== '';
  return { ...reply, text: asksBack ? `${reply.text}\n\n${labels}` : reply.text, buttons: [] };
}
