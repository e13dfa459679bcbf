import { ComponentDialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import { DIALOG } from './dialogIds.ts';
import { EraseDialog, type EraseDialogOptions } from './eraseDialog.ts';
import { FaqDialog } from './faq/faqDialog.ts';
import type { Advisor } from './faq/reply.ts';
import { QuizDialog, type QuizDialogOptions } from './quiz/quizDialog.ts';
import { VerdictDialog } from './quiz/verdictDialog.ts';
import { routeTo } from './route.ts';

export interface RootDialogOptions extends QuizDialogOptions, EraseDialogOptions {
  advisor: Advisor;
}

/** One turn: a dialog that is under way hears the message; otherwise what it means decides which one begins. */
export class RootDialog extends ComponentDialog {
  readonly #options: RootDialogOptions;

  constructor(options: RootDialogOptions) {
    super(DIALOG.root);
    this.#options = options;
    this.addDialog(new FaqDialog(DIALOG.faq, options));
    this.addDialog(new QuizDialog(options));
    this.addDialog(new VerdictDialog(options));
    this.addDialog(new EraseDialog(options));
  }

  protected override onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#begin(dc);
  }

  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const result = await dc.continueDialog();
    return result.status === DialogTurnStatus.empty ? this.#begin(dc) : result;
  }

  async #begin(dc: DialogContext): Promise<DialogTurnResult> {
    const { session, readIntent } = this.#options;
    const state = await session(dc.context);
    const { intent, locale } = readIntent(dc.context.activity, {
      ...state,
      run: state.run,
      finished: state.finished,
      asking: false,
    });
    state.locale = locale;
    const { dialog, options } = routeTo(intent, locale);
    return dc.beginDialog(dialog, options);
  }
}
