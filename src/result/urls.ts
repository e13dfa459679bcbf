import type { Locale } from '../../knowledge/index.ts';

/** Where a result is shown, for everybody who has the link. */
export interface ResultUrls {
  page: string;
  png: string;
  svg: string;
}

/**
 * The addresses of a result in a language.
 * @param origin such as `https://bot.example`; empty for addresses on the same origin
 * @param code in its canonical spelling
 */
export function resultUrls(origin: string, code: string, locale: Locale): ResultUrls {
  const address = (extension: string) =>
    `${origin}/r/${encodeURIComponent(code)}${extension}?lang=${encodeURIComponent(locale)}`;
  return { page: address(''), png: address('.png'), svg: address('.svg') };
}
