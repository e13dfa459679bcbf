import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { plainText } from '../knowledge/index.ts';
import { DIALOG } from './dialogIds.ts';
import { type Reply, toActivity } from './reply.ts';
import { routeTo } from './route.ts';
import type { GetSession } from './session.ts';
import { textsOf } from './texts/index.ts';
import type { ReadIntent } from './understand.ts';

export interface EraseDialogOptions {
  session: GetSession;
  readIntent: ReadIntent;
  /** Has everything that is stored of the conversation deleted at the end of this turn. */
  eraseConversation: (context: TurnContext) => void;
}

/** « Efface mes données »: says what is stored, asks once, erases all of it. */
export class EraseDialog extends WaterfallDialog {
  readonly #options: EraseDialogOptions;

  constructor(options: EraseDialogOptions) {
    super(DIALOG.erase);
    this.#options = options;
    this.addStep((step) => this.#ask(step));
    this.addStep((step) => this.#hear(step));
  }

  async #ask(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const { locale, run } = await this.#options.session(step.context);
    const texts = textsOf(locale).erase;
    const answers = Object.keys(run?.answers ?? {}).length;
    const stored = [texts.messages, ...(answers > 0 ? [texts.quizAnswers(answers)] : [])];
    const buttons = [texts.confirm, texts.cancel].map((label) => ({ label, say: label }));
    await this.#say(step, { text: texts.ask(stored), buttons });
    return Dialog.EndOfTurn;
  }

  async #hear(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const session = await this.#options.session(step.context);
    const { locale, run } = session;
    const texts = textsOf(locale).erase;
    const said = plainText(step.context.activity.text ?? '');
    const intent = this.#options.readIntent(step.context.activity, { locale, run, asking: false });
    if ([texts.confirm, ...texts.yes].some((yes) => plainText(yes) === said)) {
      this.#options.eraseConversation(step.context);
      await this.#say(step, { text: texts.done });
      return step.endDialog();
    }
    if (
      [texts.cancel, ...texts.no].some((no) => plainText(no) === said) ||
      (intent.kind === 'talk' && intent.decision.outcome === 'unknown')
    ) {
      await this.#say(step, { text: texts.kept });
      return step.endDialog();
    }
    const { dialog, options } = routeTo(intent, locale);
    return step.replaceDialog(dialog, options);
  }

  async #say(step: WaterfallStepContext, { text, buttons = [] }: Reply): Promise<void> {
    const { locale } = await this.#options.session(step.context);
    const data = { answer: { kind: 'erase' as const, entries: ['erase'], locale } };
    await step.context.sendActivity(toActivity({ text, buttons, data }));
  }
}
