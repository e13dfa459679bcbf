import type { Language } from './language.ts';
import { fold } from './normalise.ts';

/** Where one thing ends and another begins, beside the words that join. */
const PUNCTUATION = '[,;:+&/.!?\\n]+';

/** The parts of a message that could each be a question of their own, in order; the whole where nothing parts it. */
export function segments(text: string, { connectors }: Language): string[] {
  const joined = [...connectors]
    .sort((a, b) => b.length - a.length)
    .map((words) => `\\s${words.replace(/ /g, '\\s+')}(?=\\s)`);
  return split(text, new RegExp([PUNCTUATION, ...joined].join('|'), 'i'));
}

/** The sentences of a message that ask something; people tell their story first. */
export function questions(text: string): string[] {
  return text.match(/[^.!?\n]+\?/g)?.map((sentence) => sentence.trim()) ?? [];
}

/** What stands between full stops, question marks and line ends. */
export const sentences = (text: string): string[] => split(text, /[.!?\n]+/);

/** A message without what it opens with and that says nothing; the whole where nothing else is left. */
export function withoutOpeners(text: string, { openers }: Language): string {
  return stripped(fold(text), openers) || text;
}

/**
 * What somebody wants instead of what was understood: « les horaires » of « non, je voulais dire les horaires », « CTA » of
 * « non, pas CRA, CTA ».
 * @returns nothing where the message takes nothing back
 */
export function correction(
  text: string,
  { corrections: { openings, negations, contrasts } }: Language,
): string | undefined {
  const folded = fold(text).trim();
  const rest = stripped(folded, openings);
  const negated = negations.some((negation) => startsWith(rest, negation));
  const instead = negated ? rest.split(new RegExp(`[,;:]|\\b(?:${contrasts.map(escaped).join('|')})\\b`)).slice(1) : [];
  const meant = negated ? stripped(instead.join(' ').trim(), openings) : rest;
  return meant && meant !== folded ? meant : undefined;
}

/** A folded text without the phrases that it begins with, one after another. */
function stripped(folded: string, phrases: readonly string[]): string {
  let rest = folded.trim();
  for (;;) {
    const longest = phrases.filter((p) => startsWith(rest, p)).sort((a, b) => b.length - a.length)[0];
    if (longest === undefined) return rest;
    rest = rest.slice(longest.length).replace(LEADING, '');
  }
}

/** Signs and spaces between an opening and what follows. */
const LEADING = /^[^\p{L}\p{N}]+/u;
const startsWith = (text: string, phrase: string) =>
  text.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(text[phrase.length] ?? '');
const escaped = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const split = (text: string, at: RegExp) =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean);
