import { type Activity, ActivityTypes, CardFactory, type Middleware } from 'botbuilder';
import { type ToldVerdict, toldVerdict } from '../../bot/toldVerdict.ts';
import type { PageTexts } from '../../server/pageTexts.ts';
import { verdictCard } from './verdictCard.ts';

/** The channel of Microsoft Teams. */
const TEAMS = 'msteams';

/**
 * Teams shows neither a message's headings nor, reliably, its suggested actions: there a verdict goes out as a card.
 * @param pageTexts in every language of the content
 */
export const showVerdicts = (pageTexts: Readonly<Record<string, PageTexts>>): Middleware => ({
  async onTurn(context, next) {
    if (context.activity.channelId === TEAMS)
      context.onSendActivities(async (sending, activities, send) => {
        const told = toldVerdict(sending);
        const texts = told && pageTexts[told.locale]?.result;
        for (const activity of activities)
          if (told && texts && isVerdict(activity)) Object.assign(activity, asCard(activity, told, texts));
        return send();
      });
    await next();
  },
});

const isVerdict = ({ type, channelData }: Partial<Activity>) =>
  type === ActivityTypes.Message && channelData?.verdict !== undefined;

/** What a verdict's message is in Teams: the card, above it what was said first, and a line for notifications. */
function asCard(
  { text = '', suggestedActions }: Partial<Activity>,
  told: ToldVerdict,
  texts: PageTexts['result'],
): Partial<Activity> {
  const { label, score } = told.words;
  const steps = suggestedActions?.actions?.map(({ title, value }) => ({ label: title, say: String(value) })) ?? [];
  return {
    text: told.before.join('\n\n'),
    summary: score === undefined ? label : texts.chart.inWords.result(label, score),
    attachments: [CardFactory.adaptiveCard(verdictCard(told, { texts, steps, fallbackText: text }))],
    suggestedActions: undefined,
  };
}
