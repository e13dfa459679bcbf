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
});
export type PageTexts = z.infer<typeof pageFile>;

/**
 * The page's words in every language.
 * @throws ContentError naming the file, the field and the remedy
 */
export function readPageTexts({ page }: Pick<Knowledge, 'page'>): Record<Locale, PageTexts> {
  return Object.fromEntries(Object.entries(page).map(([locale, file]) => [locale, checkContentFile(file, pageFile)]));
}
