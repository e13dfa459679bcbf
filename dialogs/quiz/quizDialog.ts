import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { DIALOG } from '../dialogIds.ts';
import { toActivity } from '../reply.ts';
import { routeTo } from '../route.ts';
import type { GetSession } from '../session.ts';
import type { SpokenKnowledge } from '../texts/index.ts';
import type { ReadIntent } from '../understand.ts';
import { enter, hear, type Move, type Round } from './moves.ts';
import { itemReply, stoppedReply } from './replies.ts';
import { belongsTo, circumstancesOf, completeAnswers, currentItem } from './run.ts';
import { score } from './scoring.ts';
import { verdictReply } from './verdict.ts';

export interface QuizDialogOptions {
  knowledge: SpokenKnowledge;
  session: GetSession;
  readIntent: ReadIntent;
  /** Milliseconds since the epoch. */
  clock: () => number;
  newId: () => string;
}

type Step = WaterfallStepContext<Round>;

/**
 * The quiz as a waterfall of one round: ask the current item, hear what comes back, go on with the next round. A round
 * knows no position: the run in the session says which item is current, so that neither an edit of the quiz, nor a
 * restart of the process, nor a question in between can mix items up.
 */
export class QuizDialog extends WaterfallDialog<Round> {
  readonly #options: QuizDialogOptions;

  constructor(options: QuizDialogOptions) {
    super(DIALOG.quiz);
    this.#options = options;
    this.addStep((step) => this.#ask(step));
    this.addStep((step) => this.#hear(step));
    this.addStep((step) => step.replaceDialog(DIALOG.quiz, {}));
  }

  async #ask(step: Step): Promise<DialogTurnResult> {
    const { knowledge } = this.#options;
    const { session, around } = await this.#situation(step);
    const { command, before = [] } = step.options;
    if (command) return this.#act(step, enter(command, session.run, around));
    const { run, locale } = session;
    if (!run) return step.endDialog();
    const answers = completeAnswers(knowledge.quiz, run);
    if (answers) {
      const result = score(knowledge.quiz, answers, circumstancesOf(knowledge.quiz, run));
      delete session.run;
      const { text, ...verdict } = verdictReply(knowledge, answers, result, locale);
      await step.context.sendActivity(toActivity({ text: [...before, text].join('\n\n'), ...verdict }));
      return step.endDialog();
    }
    const item = currentItem(knowledge.quiz, run);
    if (item) await step.context.sendActivity(toActivity(itemReply(knowledge, run, item, locale, before)));
    return Dialog.EndOfTurn;
  }

  async #hear(step: Step): Promise<DialogTurnResult> {
    const { knowledge, readIntent } = this.#options;
    const { session, around } = await this.#situation(step);
    const { run } = session;
    const item = run && belongsTo(run, knowledge.quiz) ? currentItem(knowledge.quiz, run) : undefined;
    if (!run || !item) return this.#act(step, enter('resume', run, around));
    const { intent, locale } = readIntent(step.context.activity, { ...session, run, asking: true });
    session.locale = locale;
    return this.#act(step, hear(intent, run, item, { ...around, locale }));
  }

  async #act(step: Step, move: Move): Promise<DialogTurnResult> {
    const { knowledge } = this.#options;
    const { session } = await this.#situation(step);
    const { locale } = session;
    if (move.kind === 'aside') {
      const { dialog, options } = routeTo(move.intent, locale);
      return step.beginDialog(dialog, { ...options, aside: true });
    }
    session.run = move.run;
    if (move.kind === 'go-on') return step.replaceDialog(DIALOG.quiz, { before: move.before });
    const item = currentItem(knowledge.quiz, move.run);
    if (item && !(move.kind === 'give-way' && move.silently))
      await step.context.sendActivity(toActivity(stoppedReply(knowledge, item, locale)));
    if (move.kind === 'stop') return step.endDialog();
    const { dialog, options } = routeTo(move.intent, locale);
    return step.replaceDialog(dialog, options);
  }

  async #situation(step: Step) {
    const { knowledge, clock, newId } = this.#options;
    const session = await this.#options.session(step.context);
    return { session, around: { knowledge, locale: session.locale, now: clock(), newId } };
  }
}
