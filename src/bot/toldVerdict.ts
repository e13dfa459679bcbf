import type { TurnContext } from 'botbuilder';
import type { ToldVerdict } from '../../dialogs/quiz/tellVerdict.ts';

export type { ToldVerdict };

const TOLD = Symbol('the verdict that this turn tells');

/** Keeps a verdict for the channel, until the turn ends. */
export const keepTold = (context: TurnContext, told: ToldVerdict): void => {
  context.turnState.set(TOLD, told);
};

/** The verdict that the person is told in this turn, as data: its message carries `channelData.verdict`. */
export const toldVerdict = (context: TurnContext): ToldVerdict | undefined => context.turnState.get(TOLD);
