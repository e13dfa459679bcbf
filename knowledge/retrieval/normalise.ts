/**
 * From what people type to plain words: case, accents, ligatures, apostrophes and stretched letters no longer matter
 * afterwards.
 */

const COMBINING_MARKS = /\p{Mn}/gu;
/** A run of letters and digits, or one emoji: « 👍 » alone is a message. */
const WORD = /[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu;
/** A letter that stands three times or more is stretched for effect: « saluuut », « noooon ». */
const STRETCHED = /(\p{L})\1{2,}/gu;
/** French words that lose their vowel before another: `l'`, `d'`, `qu'`, `jusqu'`… stand alone after the split. */
const ELIDED = new Set(['l', 'd', 'j', 't', 's', 'm', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu']);

/** Lower case without accents, ligatures or typographic variants; punctuation and spaces stay. */
export function fold(text: string): string {
  return text
    .replaceAll(/\ba\+(?!\w)/gi, 'a plus') // « à plus », which would fold to a single letter
    .replaceAll('´', "'") // typed for an apostrophe; the decomposition would make it a space
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll(/[’‘ʼ`]/g, "'")
    .replace(STRETCHED, '$1');
}

/** The words of a text, folded, in order; elided articles and pronouns are left out. */
export function words(text: string): string[] {
  const folded = fold(text);
  const found: string[] = [];
  for (const match of folded.matchAll(WORD)) {
    const word = match[0];
    const elided = ELIDED.has(word) && folded[match.index + word.length] === "'";
    if (!elided) found.push(word);
  }
  return found;
}

/** Two texts with the same plain text differ in nothing that matters: « C'est quoi ? » and « c est quoi ». */
export function plainText(text: string): string {
  return (fold(text).match(WORD) ?? []).join(' ');
}

/** Whether the words of a phrase stand one after another among those of a text. */
export const holdsPhrase = (typed: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 && typed.some((_, start) => phrase.every((word, i) => typed[start + i] === word));
