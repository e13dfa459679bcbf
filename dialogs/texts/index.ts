import type { Locale } from '../../knowledge/index.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

const TEXTS: Record<Locale, Texts> = { fr, nl, en };

/**
 * The bot's sentences in a language.
 * @throws Error where nobody has written them: a language needs its file in this folder beside its content
 */
export function textsOf(locale: Locale): Texts {
  const texts = TEXTS[locale];
  if (!texts)
    throw new Error(`dialogs/texts has no "${locale}": write ${locale}.ts beside fr.ts and list it in index.ts`);
  return texts;
}
