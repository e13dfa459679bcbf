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

const nl: PageTexts = {
  webChatLocale: 'nl-NL',
  skip: 'Naar de gids',
  guide: 'Beroepengids',
  description: (title) =>
    `${title}: het beroep, de taken, het loon en de studies. Stel je vragen aan de bot van de gids, of doe de quiz ` +
    'in 2 minuten.',
  ask: 'Een vraag stellen',
  quiz: 'De quiz doen (2 min.)',
  heroNote: 'Gratis, zonder inschrijving.',
  sections: 'In deze gids',
  askBot: 'Vraag het de bot',
  askBotAbout: (question) => `Vraag het de bot: ${question}`,
  others: { title: 'En ook', lead: 'De bot antwoordt op deze vragen, en op die van jou, in je eigen woorden.' },
  footer:
    'De bot antwoordt op basis van deze gids en zegt het als de gids iets niet weet. Geen cookies: je gesprek wordt ' +
    'bewaard zodat je het later kan hervatten. Schrijf “wis mijn gegevens” aan de bot om het te wissen.',
  withoutScript: 'Om met de bot te praten, zet je JavaScript aan in je browser. De gids kan je ook zonder lezen.',
  chat: {
    open: 'Chatten met de bot',
    label: 'Gesprek met de bot van de gids',
    title: 'De bot van de gids',
    subtitle: 'Een programma, geen mens',
    close: 'Gesprek sluiten',
    connecting: 'Verbinding maken met de bot…',
    failed: 'De bot is nu niet bereikbaar. Controleer je verbinding en probeer het opnieuw.',
    retry: 'Opnieuw proberen',
    webChat: {
      ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Verzonden op $1',
      ACTIVITY_YOU_SAID_ALT: 'Jij zei:',
      SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'Schrijf eerst je vraag.',
      SUGGESTED_ACTIONS_LABEL_ALT: 'Voorgestelde antwoorden',
      TEXT_INPUT_ALT: 'Je vraag',
      TEXT_INPUT_PLACEHOLDER: 'Schrijf je vraag…',
      TRANSCRIPT_ARIA_LABEL_ALT: 'Berichten. Met de pijltjestoetsen ga je van het ene naar het andere.',
      TRANSCRIPT_ARIA_ROLE_ALT: 'berichten',
      TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'Er worden antwoorden voorgesteld.',
      TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT:
        'Er worden antwoorden voorgesteld. Met $1 ga je ernaartoe.',
      TRANSCRIPT_MORE_MESSAGES: 'Zie wat volgt',
      TRANSCRIPT_NEW_MESSAGES: 'Zie wat volgt',
      TRANSCRIPT_TERMINATOR_TEXT: 'Einde van het gesprek',
    },
  },
};

const en: PageTexts = {
  webChatLocale: 'en-US',
  skip: 'Skip to the guide',
  guide: 'Career guide',
  description: (title) =>
    `${title}: the job, the tasks, the salary and the studies. Ask the guide’s bot your questions, or take the ` +
    '2-minute quiz.',
  ask: 'Ask a question',
  quiz: 'Take the quiz (2 min)',
  heroNote: 'Free, no sign-up.',
  sections: 'In this guide',
  askBot: 'Ask the bot',
  askBotAbout: (question) => `Ask the bot: ${question}`,
  others: { title: 'And also', lead: 'The bot answers these questions, and those that you ask in your own words.' },
  footer:
    'The bot answers from this guide and says so when the guide doesn’t know. No cookies: your conversation is kept ' +
    'so that you can pick it up again. Write “delete my data” to the bot to delete it.',
  withoutScript: 'To chat with the bot, turn on JavaScript in your browser. The guide can be read without it.',
  chat: {
    open: 'Chat with the bot',
    label: 'Chat with the guide’s bot',
    title: 'The guide’s bot',
    subtitle: 'A program, not a person',
    close: 'Close the chat',
    connecting: 'Connecting to the bot…',
    failed: 'The bot can’t be reached at the moment. Check your connection, then try again.',
    retry: 'Try again',
    webChat: {
      ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: 'Sent at $1',
      ACTIVITY_YOU_SAID_ALT: 'You said:',
      SEND_BOX_IS_EMPTY_TOOLTIP_ALT: 'Write your question first.',
      SUGGESTED_ACTIONS_LABEL_ALT: 'Suggested answers',
      TEXT_INPUT_ALT: 'Your question',
      TEXT_INPUT_PLACEHOLDER: 'Write your question…',
      TRANSCRIPT_ARIA_LABEL_ALT: 'Messages. Use the arrow keys to move from one to the next.',
      TRANSCRIPT_ARIA_ROLE_ALT: 'messages',
      TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT: 'Answers are suggested.',
      TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT:
        'Answers are suggested. Press $1 to get to them.',
      TRANSCRIPT_MORE_MESSAGES: 'See what follows',
      TRANSCRIPT_NEW_MESSAGES: 'See what follows',
      TRANSCRIPT_TERMINATOR_TEXT: 'End of the chat',
    },
  },
};

const TEXTS: Record<Locale, PageTexts> = { fr, nl, en };

/**
 * The page's words in a language.
 * @throws Error where nobody has written them
 */
export function pageTextsOf(locale: Locale): PageTexts {
  const texts = TEXTS[locale];
  if (!texts) throw new Error(`the page has no texts in "${locale}": write them in src/server/pageTexts.ts`);
  return texts;
}
