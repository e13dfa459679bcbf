import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { type Locale, plainText, words } from '../knowledge/index.ts';
import { buttonsFor, entriesOf } from './buttons.ts';
import { DIALOG } from './dialogIds.ts';
import type { ReadAnswer } from './quiz/readAnswer.ts';
import { isOpen } from './quiz/run.ts';
import { type Reply, toActivity } from './reply.ts';
import { routeTo } from './route.ts';
import type { GetSession } from './session.ts';
import { type SpokenKnowledge, textsOf } from './texts/index.ts';
import type { Intent, ReadIntent } from './understand.ts';

export interface EraseDialogOptions {
  knowledge: SpokenKnowledge;
  session: GetSession;
  readIntent: ReadIntent;
  /** Reads a yes or a no as it reads an answer of the quiz. */
  readAnswer: Readonly<Record<Locale, ReadAnswer>>;
  /** Has everything that is stored of the conversation deleted at the end of this turn. */
  eraseConversation: (context: TurnContext) => void;
}

/** The answer of the quiz's scale that says neither yes nor no. */
const NEITHER = 3;

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
    const { locale, run, finished = [] } = await this.#options.session(step.context);
    const texts = textsOf(this.#options.knowledge, locale).erase;
    const answers = Object.keys(run?.answers ?? {}).length;
    const stored = [
      texts.messages,
      ...(answers > 0 ? [texts.quizAnswers(answers)] : []),
      ...(finished.length > 0 ? [texts.result] : []),
    ];
    const buttons = [texts.confirm, texts.cancel].map((label) => ({ label, say: label }));
    await this.#say(step, { text: texts.ask(stored), buttons });
    return Dialog.EndOfTurn;
  }

  async #hear(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const session = await this.#options.session(step.context);
    const texts = textsOf(this.#options.knowledge, session.locale).erase;
    const situation = { ...session, run: session.run, asking: false };
    const { intent, locale } = this.#options.readIntent(step.context.activity, situation);
    const confirmed = this.#readConfirmation(step.context.activity.text ?? '', intent, session.locale);
    if (confirmed) this.#options.eraseConversation(step.context);
    if (confirmed !== undefined) {
      const { knowledge } = this.#options;
      const waiting = !confirmed && isOpen(knowledge.quiz, session.run) ? ['quiz-resume'] : [];
      const buttons = buttonsFor(entriesOf(knowledge, waiting), session.locale);
      await this.#say(step, { text: confirmed ? texts.done : texts.kept, buttons });
      return step.endDialog();
    }
    session.locale = locale;
    const { dialog, options } = routeTo(intent, locale);
    return step.replaceDialog(dialog, options);
  }

  /** @returns whether it says yes; `undefined` where it says something else altogether */
  #readConfirmation(text: string, intent: Intent, locale: Locale): boolean | undefined {
    const { confirm, cancel, yes, no, negations } = textsOf(this.#options.knowledge, locale).erase;
    const isOne = (phrases: string[]) => phrases.some((phrase) => plainText(phrase) === plainText(text));
    // « oui, vas-y stp »: one word that says it, and nothing but words that go with it
    const isMadeOf = (phrases: string[]) => {
      const known = new Set(phrases.flatMap(words));
      const said = words(text);
      return said.some((word) => phrases.includes(word)) && said.every((word) => known.has(word));
    };
    if (isOne([confirm, ...yes])) return true;
    if (isOne([cancel, ...no])) return false;
    if (isMadeOf(yes) !== isMadeOf(no)) return isMadeOf(yes);
    const answer = this.#options.readAnswer[locale]?.(text, '');
    if (answer !== undefined && answer !== NEITHER) return answer > NEITHER;
    // asked for again: « efface tout je te dis »; « n'efface pas mes données » is no yes
    if (intent.kind === 'erase') return !words(text).some((word) => negations.includes(word));
    return answer === NEITHER || (intent.kind === 'talk' && intent.decision.outcome === 'unknown') ? false : undefined;
  }

  async #say(step: WaterfallStepContext, { text, buttons = [] }: Reply): Promise<void> {
    const { locale } = await this.#options.session(step.context);
    const data = { answer: { kind: 'erase' as const, entries: ['erase'], locale } };
    await step.context.sendActivity(toActivity({ text, buttons, data }));
  }
}
