import { checkContentFile, type Knowledge, type Locale } from '../../knowledge/index.ts';
import { type Texts, textsFile } from './texts.ts';

export type { Texts } from './texts.ts';

/** What the bot knows, and the sentences that are its own. */
export interface SpokenKnowledge extends Knowledge {
  sentences: Record<Locale, Texts>;
}

/**
 * Makes the bot's sentences of what the content says in each of its languages.
 * @throws ContentError naming the file, the sentence and the remedy
 */
export function withSentences(knowledge: Knowledge): SpokenKnowledge {
  const sentences = Object.entries(knowledge.texts).map(([locale, file]) => [
    locale,
    checkContentFile(file, textsFile),
  ]);
  return { ...knowledge, sentences: Object.fromEntries(sentences) };
}

/**
 * The bot's sentences in a language.
 * @throws Error where the content has none in it; the loader lets no such content through
 */
export function textsOf({ sentences }: SpokenKnowledge, locale: Locale): Texts {
  const texts = sentences[locale];
  if (!texts) throw new Error(`no sentences in "${locale}"`);
  return texts;
}
