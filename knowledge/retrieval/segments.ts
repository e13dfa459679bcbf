import type { Language } from './language.ts';

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

const split = (text: string, at: RegExp) =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter(Boolean);
