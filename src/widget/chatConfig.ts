/** What the page tells the chat: JSON in the element with the id `CHAT_CONFIG_ID`. */
export interface ChatConfig {
  /** Where Web Chat is loaded from when the chat is first opened. */
  webChatUrl: string;
  /** The bot's picture. */
  iconUrl: string;
  /** BCP 47 tag of a language that Web Chat speaks, such as `fr-FR`. */
  locale: string;
  texts: ChatTexts;
}

/** The chat's own words, beside those that the bot says. */
export interface ChatTexts {
  connecting: string;
  failed: string;
  retry: string;
  /** Words of Web Chat that we say otherwise, by their names in its localisation files. */
  webChat: Record<string, string>;
}

export const CHAT_CONFIG_ID = 'chat-config';
