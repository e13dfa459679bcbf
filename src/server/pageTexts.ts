import { z } from 'zod';
import { checkContentFile, type Knowledge, type Locale, plainSentence, sentence, text } from '../../knowledge/index.ts';

/** The words of Web Chat that we say otherwise, by their names in its localisation files. `$1` is filled in by it. */
const WEB_CHAT_WORDS = [
  'ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT',
  'ACTIVITY_YOU_SAID_ALT',
  'SEND_BOX_IS_EMPTY_TOOLTIP_ALT',
  'SUGGESTED_ACTIONS_LABEL_ALT',
  'TEXT_INPUT_ALT',
  'TEXT_INPUT_PLACEHOLDER',
  'TRANSCRIPT_ARIA_LABEL_ALT',
  'TRANSCRIPT_ARIA_ROLE_ALT',
  'TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT',
  'TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT',
  'TRANSCRIPT_MORE_MESSAGES',
  'TRANSCRIPT_NEW_MESSAGES',
  'TRANSCRIPT_TERMINATOR_TEXT',
] as const;

/** The words of the page that are its own, in one language: the shape of `page.yaml` (docs/content.md). */
const pageFile = z.strictObject({
  /** BCP 47 tag of the language as Web Chat knows it. */
  webChatLocale: text.regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/, 'must be the tag of a language such as fr-FR'),
  skip: plainSentence,
  guide: plainSentence,
  description: sentence('title'),
  ask: plainSentence,
  quiz: plainSentence,
  heroNote: plainSentence,
  sections: plainSentence,
  askBot: plainSentence,
  /** For assistive technology: what pressing « ask the bot » asks. */
  askBotAbout: sentence('question'),
  others: z.strictObject({ title: plainSentence, lead: plainSentence }),
  footer: plainSentence,
  withoutScript: plainSentence,
  chat: z.strictObject({
    open: plainSentence,
    label: plainSentence,
    title: plainSentence,
    subtitle: plainSentence,
    close: plainSentence,
    connecting: plainSentence,
    failed: plainSentence,
    retry: plainSentence,
    webChat: z.record(z.enum(WEB_CHAT_WORDS), plainSentence),
  }),
  /** The page of one result of the quiz. */
  result: z.strictObject({
    title: sentence('label', 'guide'),
    description: sentence('score', 'guide'),
    descriptionWithoutScore: sentence('guide'),
    /** Above the band's name. */
    kicker: plainSentence,
    strengths: plainSentence,
    watch: plainSentence,
    changes: plainSentence,
    next: plainSentence,
    /** The section of the guide that something comes from. */
    source: sentence('section'),
    keep: z.strictObject({
      title: plainSentence,
      code: plainSentence,
      codeNote: plainSentence,
      copy: plainSentence,
      copied: plainSentence,
      share: plainSentence,
      print: plainSentence,
      picture: plainSentence,
    }),
    /** Leads to the chat, and to the quiz in it. */
    talk: plainSentence,
    privacy: plainSentence,
    /** For assistive technology: what the names of languages are there for. */
    languages: plainSentence,
    /** This language's own name. */
    language: plainSentence,
    /** Where a link holds no result: what is wrong with it. */
    wrong: z.strictObject({
      title: plainSentence,
      none: plainSentence,
      length: plainSentence,
      digits: plainSentence,
      check: plainSentence,
      version: plainSentence,
      advice: plainSentence,
      quiz: plainSentence,
    }),
    chart: z.strictObject({
      subject: sentence('guide'),
      outOf: plainSentence,
      range: sentence('low', 'high'),
      limit: sentence('cap'),
      /** Limits that are higher than the one that counts. */
      otherLimits: sentence('caps'),
      /** What the answers come to without a limit. */
      profile: sentence('profile'),
      /** The scores that a band holds. */
      span: sentence('min', 'max'),
      dimensions: plainSentence,
      /** The figures in words, for those who do not see the picture. */
      inWords: z.strictObject({
        result: sentence('label', 'score'),
        band: sentence('label', 'min', 'max'),
        dimension: sentence('label', 'score'),
        dimensionWithoutScore: sentence('label'),
      }),
    }),
  }),
});
export type PageTexts = z.infer<typeof pageFile>;
export type ResultTexts = PageTexts['result'];

/**
 * The page's words in every language.
 * @throws ContentError naming the file, the field and the remedy
 */
export function readPageTexts({ page }: Pick<Knowledge, 'page'>): Record<Locale, PageTexts> {
  return Object.fromEntries(Object.entries(page).map(([locale, file]) => [locale, checkContentFile(file, pageFile)]));
}
