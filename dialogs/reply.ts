import { ActionTypes, type Activity, MessageFactory } from 'botbuilder';
import type { Locale } from '../knowledge/index.ts';

/** Something to press. Whatever it does can be typed as well: pressing it says `say`. */
export interface Button {
  /** At most 20 characters where Teams is to show it whole. */
  label: string;
  say: string;
  /** The entry that it asks for: « le deuxième » picks it. */
  entry?: string;
  /** Sent along when it is pressed: says which question of which quiz run it answers. */
  value?: ButtonValue;
}

/** What an answer button of the quiz carries, so that an old one is recognised. */
export interface ButtonValue {
  /** The id of the quiz run. */
  quiz: string;
  /** The id of the item. */
  question: string;
  /** The raw answer, 1 to 5. */
  value: number;
}

/** What a bot message answered: the site's analytics hook, part of the external contract. */
export interface AnswerData {
  kind: 'answer' | 'clarify' | 'unknown' | 'smalltalk' | 'handoff' | 'erase' | 'verdict';
  /** Entries answered, best first; offered ones where kind is `clarify` or `unknown`. */
  entries: string[];
  locale: Locale;
  /** 0 to 1. */
  confidence?: number;
  /** The sections of the guide that the answer comes from. */
  sources?: string[];
  /** What the guide does not say, where an entry of its own tells so: its id. */
  absent?: string;
}

/** Where the quiz stands. `index` counts from 1. */
export interface QuizData {
  event: 'question' | 'cancelled';
  question: string;
  index: number;
  total: number;
}

/** The quiz's result. Scores are 0 to 100; `code` holds the answers and reopens the result. */
export interface VerdictData {
  band: string;
  score: number;
  profile: number;
  cap: number;
  confidence: 'normal' | 'low';
  dimensions: Record<string, number>;
  code: string;
}

/** A picture that says something which the text does not; `alt` says it in words. */
export interface Picture {
  url: string;
  contentType: `image/${string}`;
  alt: string;
}

/** One message of the bot, as plain data. `text` is Markdown. */
export interface Reply {
  text: string;
  picture?: Picture | undefined;
  buttons?: Button[];
  data?: { answer?: AnswerData; quiz?: QuizData; verdict?: VerdictData };
}

/** The message as the Bot Framework sends it. */
export function toActivity({ text, picture, buttons = [], data }: Reply): Partial<Activity> {
  const activity = MessageFactory.text(text, plainSpeech(text));
  activity.textFormat = 'markdown';
  if (data) activity.channelData = data;
  if (picture)
    activity.attachments = [{ contentType: picture.contentType, contentUrl: picture.url, name: picture.alt }];
  if (buttons.length > 0)
    activity.suggestedActions = {
      to: [],
      actions: buttons.map(({ label, say, value }) =>
        value
          ? { type: ActionTypes.MessageBack, title: label, text: say, displayText: say, value }
          : { type: ActionTypes.ImBack, title: label, value: say },
      ),
    };
  return activity;
}

/** Markdown's marks are not for reading aloud. */
const plainSpeech = (markdown: string) => markdown.replace(/[*_#>`]/g, '');
