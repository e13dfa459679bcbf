import type { Activity } from 'botbuilder';
import { writeCode } from '../../dialogs/quiz/resultCode.ts';
import type { DrawResult } from '../../dialogs/quiz/verdict.ts';
import type { Quiz } from '../../knowledge/index.ts';
import type { ContentOf } from './contentOf.ts';
import { resultUrls } from './urls.ts';

export interface DrawResultOptions {
  quiz: Quiz;
  contentOf: ContentOf;
  /** The origin by which people reach us; without it only our own channel tells one. */
  publicUrl: string | undefined;
}

/** The channel of our own chat, whose activities name the origin that the person reached us by. */
const OWN_CHANNEL = 'directline';

/** Tells the chat where a result can be looked at. */
export function createDrawResult({ quiz, contentOf, publicUrl }: DrawResultOptions): DrawResult {
  return ({ activity }, { answers, result }, locale) => {
    const origin = publicUrl ?? originOf(activity);
    if (origin === undefined) return undefined;
    const { page, png, svg } = resultUrls(origin, writeCode(quiz, answers), locale);
    const alt = contentOf(result, locale).alternative;
    // in a browser an SVG is light or dark as the person likes it; other clients show pixels only
    const chart =
      activity.channelId === OWN_CHANNEL
        ? ({ url: svg, contentType: 'image/svg+xml', alt } as const)
        : ({ url: png, contentType: 'image/png', alt } as const);
    return { page, chart };
  };
}

function originOf({ channelId, serviceUrl = '' }: Partial<Activity>): string | undefined {
  if (channelId !== OWN_CHANNEL || !/^https?:/.test(serviceUrl)) return undefined;
  return serviceUrl.replace(/\/$/, '');
}
