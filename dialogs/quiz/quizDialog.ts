import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { Locale } from '../../knowledge/index.ts';
import { DIALOG } from '../dialogIds.ts';
import { type Reply, toActivity } from '../reply.ts';
import { routeTo } from '../route.ts';
import type { GetSession } from '../session.ts';
import type { ReadIntent } from '../understand.ts';
import { finishedQuiz, type ScoredQuiz, scored, withFinished } from './finished.ts';
import { enter, hear, type Move, type Round } from './moves.ts';
import { changeableReply, itemReply, stoppedReply } from './replies.ts';
import { belongsTo, circumstancesOf, completeAnswers, currentItem } from './run.ts';
import { type TellVerdictOptions, tellVerdict } from './tellVerdict.ts';
import { progressText } from './verdictTalk.ts';

export interface QuizDialogOptions extends TellVerdictOptions {
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
    const { command, item: changed, before = [] } = step.options;
    if (command) return this.#act(step, enter(command, session.run, around, changed));
    const { run, locale } = session;
    if (!run) return step.endDialog();
    const answers = completeAnswers(knowledge.quiz, run);
    if (answers) {
      const finished = finishedQuiz(knowledge.quiz, answers, circumstancesOf(knowledge.quiz, run));
      const [latest] = scored(knowledge.quiz, [finished]);
      session.finished = withFinished(finished, session.finished);
      delete session.run;
      if (latest) await this.#say(step, this.#verdict(step, latest, around.finished[0], locale, before));
      return step.endDialog();
    }
    const item = currentItem(knowledge.quiz, run);
    if (item) await this.#say(step, itemReply(knowledge, run, item, locale, before));
    return Dialog.EndOfTurn;
  }

  /** The verdict of the quiz that was just finished, beside the one before it. */
  #verdict(step: Step, latest: ScoredQuiz, earlier: ScoredQuiz | undefined, locale: Locale, before: string[]): Reply {
    const after = earlier ? [progressText(this.#options.knowledge, earlier, latest, locale)] : [];
    return tellVerdict(this.#options, step.context, latest, locale, { before, after });
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
    const { session, around } = await this.#situation(step);
    const { locale } = session;
    if (move.kind === 'aside') {
      const { dialog, options } = routeTo(move.intent, locale);
      return step.beginDialog(dialog, { ...options, aside: true });
    }
    if (move.kind === 'which') {
      const [last] = around.finished;
      if (last) await this.#say(step, changeableReply(knowledge, last.answers, locale));
      return step.endDialog();
    }
    session.run = move.run;
    if (move.kind === 'go-on') return step.replaceDialog(DIALOG.quiz, { before: move.before });
    const item = currentItem(knowledge.quiz, move.run);
    if (item && !(move.kind === 'give-way' && move.silently))
      await this.#say(step, stoppedReply(knowledge, item, locale));
    if (move.kind === 'stop') return step.endDialog();
    const { dialog, options } = routeTo(move.intent, locale);
    return step.replaceDialog(dialog, options);
  }

  /** Says it, and remembers what it offers to pick from. */
  async #say(step: Step, reply: Reply): Promise<void> {
    const session = await this.#options.session(step.context);
    session.offered = (reply.buttons ?? []).flatMap(({ entry }) => entry ?? []);
    await step.context.sendActivity(toActivity(reply));
  }

  async #situation(step: Step) {
    const { knowledge, clock, newId } = this.#options;
    const session = await this.#options.session(step.context);
    const finished = scored(knowledge.quiz, session.finished);
    return { session, around: { knowledge, locale: session.locale, now: clock(), newId, finished } };
  }
}
