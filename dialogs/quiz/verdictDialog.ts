import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Locale } from '../../knowledge/index.ts';
import { DIALOG } from '../dialogIds.ts';
import { type Reply, toActivity } from '../reply.ts';
import type { GetSession, Session } from '../session.ts';
import type { Intent } from '../understand.ts';
import { finishedQuiz, type ScoredQuiz, scored, withFinished } from './finished.ts';
import { type TellVerdictOptions, tellVerdict } from './tellVerdict.ts';
import { compareReply, mistypedCodeReply, noResultReply, weightsReply, whatIfReply, whyReply } from './verdictTalk.ts';

/** A question about the last verdict, or a code that reopens one. */
export interface VerdictTalkOptions {
  intent: Extract<Intent, { kind: 'verdict' | 'codes' }>;
  locale: Locale;
  /** More goes on after this reply: no buttons that lead away from it. */
  aside?: boolean;
}

export interface VerdictDialogOptions extends TellVerdictOptions {
  session: GetSession;
}

/** Talks about verdicts: answers one message, and ends at once. */
export class VerdictDialog extends Dialog<VerdictTalkOptions> {
  readonly #options: VerdictDialogOptions;

  constructor(options: VerdictDialogOptions) {
    super(DIALOG.verdict);
    this.#options = options;
  }

  override async beginDialog(dc: DialogContext, options: VerdictTalkOptions): Promise<DialogTurnResult> {
    const session = await this.#options.session(dc.context);
    const show = (one: ScoredQuiz) => tellVerdict(this.#options, dc.context, one, options.locale);
    const reply = this.#reply(options, session, show);
    session.offered = options.aside ? [] : (reply.buttons ?? []).flatMap(({ entry }) => entry ?? []);
    await dc.context.sendActivity(toActivity(options.aside ? { ...reply, buttons: [] } : reply));
    return dc.endDialog();
  }

  #reply({ intent, locale }: VerdictTalkOptions, session: Session, show: (one: ScoredQuiz) => Reply): Reply {
    const { knowledge } = this.#options;
    const { quiz } = knowledge;
    if (intent.kind === 'codes') {
      const mistyped = intent.readings.find((reading) => reading.kind === 'mistyped');
      const read = intent.readings.flatMap((reading) => (reading.kind === 'code' ? [reading] : []));
      if (read.length === 0) return mistypedCodeReply(knowledge, mistyped?.why ?? 'check', locale);
      // the last of several is the latest
      for (const { answers } of read) session.finished = withFinished(finishedQuiz(quiz, answers), session.finished);
      const [latest, earlier] = scored(quiz, session.finished);
      if (latest && earlier && read.length > 1) return compareReply(knowledge, earlier, latest, locale);
      return latest ? show(latest) : noResultReply(knowledge, locale);
    }
    const [latest, earlier] = scored(quiz, session.finished);
    if (!latest) return noResultReply(knowledge, locale);
    switch (intent.question) {
      case 'why':
        return whyReply(knowledge, latest, locale);
      case 'weights':
        return weightsReply(knowledge, latest, locale);
      case 'what-if':
        return whatIfReply(knowledge, latest, intent.items, locale);
      case 'show':
        return show(latest);
      case 'compare':
        return compareReply(knowledge, earlier, latest, locale);
    }
  }
}
