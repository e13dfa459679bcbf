import type { Locale } from '../../knowledge/index.ts';
import type { ChatTexts } from '../widget/chatConfig.ts';

/** The words of the page that are its own; all others come from the content. */
export interface PageTexts {
  /** BCP 47 tag of the language as Web Chat knows it. */
  webChatLocale: string;
  skip: string;
  guide: string;
  description: (title: string) => string;
  ask: string;
  quiz: string;
  heroNote: string;
  sections: string;
  askBot: string;
  /** For assistive technology: what pressing « ask the bot » asks. */
  askBotAbout: (question: string) => string;
  others: { title: string; lead: string };
  footer: string;
  withoutScript: string;
  chat: ChatTexts & { open: string; label: string; title: string; subtitle: string; close: string };
}

const fr: PageTexts = {
  webChatLocale: 'fr-FR',
  skip: 'Aller au guide',
  guide: 'Guide métier',
  description: (title) =>
    `${title} : le métier, les missions, le salaire et les études. Pose tes questions au bot du guide, ou fais le ` +
    'quiz en 2 minutes.',
  ask: 'Poser une question',
  quiz: 'Faire le quiz (2 min)',
  heroNote: 'Gratuit, sans inscription.',
  sections: 'Dans ce guide',
  askBot: 'Demander au bot',
  askBotAbout: (question) => `Demander au bot : ${question}`,
  others: { title: 'Et aussi', lead: 'Le bot répond à ces questions, et à celles que tu poses avec tes mots.' },
  footer:
    'Le bot répond à partir de ce guide et le dit quand le guide ne sait pas. Pas de cookies : ta conversation est ' +
    'gardée pour que tu puisses la reprendre. Écris « efface mes données » au bot pour l’effacer.',
  withoutScript: 'Pour discuter avec le bot, active JavaScript dans ton navigateur. Le guide se lit sans.',
  chat: {
    open: 'Discuter avec le bot',
    label: 'Discussion avec le bot du guide',
    title: 'Le bot du guide',
    subtitle: 'Un programme, pas une personne',
    close: 'Fermer la discussion',
    connecting: 'Connexion au bot…',
    failed: 'Le bot est injoignable pour le moment. Vérifie ta connexion, puis réessaie.',
    retry: 'Réessayer',
    webChat: {
      ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Envoyé le $1',
      ACTIVITY_YOU_SAID_ALT: 'Tu as dit :',
      SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'Écris d’abord ta question.',
      SUGGESTED_ACTIONS_LABEL_ALT: 'Réponses proposées',
      TEXT_INPUT_ALT: 'Ta question',
      TEXT_INPUT_PLACEHOLDER: 'Écris ta question…',
      TRANSCRIPT_ARIA_LABEL_ALT: 'Messages. Les flèches du clavier passent de l’un à l’autre.',
      TRANSCRIPT_ARIA_ROLE_ALT: 'messages',
      TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'Des réponses sont proposées.',
      TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT: 'Des réponses sont proposées. $1 y mène.',
      TRANSCRIPT_MORE_MESSAGES: 'Voir la suite',
      TRANSCRIPT_NEW_MESSAGES: 'Voir la suite',
      TRANSCRIPT_TERMINATOR_TEXT: 'Fin de la discussion',
    },
  },
};

const TEXTS: Record<Locale, PageTexts> = { fr };

/**
 * The page's words in a language.
 * @throws Error where nobody has written them
 */
export function pageTextsOf(locale: Locale): PageTexts {
  const texts = TEXTS[locale];
  if (!texts) throw new Error(`the page has no texts in "${locale}": write them in src/server/pageTexts.ts`);
  return texts;
}
