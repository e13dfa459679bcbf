/**
 * The answers in a short string that people can keep and paste: `CTA1-5252415241558`. It holds the quiz's prefix and version,
 * one digit an item in the order of the quiz, and a check digit; nothing else.
 */
import type { Quiz } from '../../knowledge/index.ts';
import type { Answer, Answers } from './scoring.ts';

/** What is wrong with a code: how many digits it has, which digits, that they do not fit each other, whose quiz it is. */
export type Mistake = 'length' | 'digits' | 'check' | 'version';

/** What a code that somebody pasted says. */
export type CodeReading =
  /** `code`: in its canonical spelling. */
  { kind: 'code'; answers: Answers; code: string } | { kind: 'mistyped'; why: Mistake };

/**
 * By remainder. None of them is an answer (1 to 5), so that a lost or an added digit never makes a whole code.
 */
const CHECK_DIGITS = '67890';
const BASE = CHECK_DIGITS.length;
/**
 * Cycling over the items. None is divisible by 5, so that every wrong answer changes the sum; any four in a row differ, so
 * that every swap of digits up to three places apart does.
 */
const WEIGHTS = [1, 2, 3, 4];

/** What people and their programs put between the digits: blanks, hyphens, dots, and signs that nobody sees. */
const SEPARATOR = '[\\s.·_\\p{Pd}\\u2212\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
/** Letters that are read, or typed, for a digit. */
const LOOKALIKES: Record<string, string> = { o: '0', i: '1', l: '1' };
/** Digits, perhaps with such letters among them: « Il » is a word. */
const DIGITS = '[oil]*\\d[\\doil]*';
/** Fewer digits than this share of the items are no code: « CTA 1 ou 2 ». Where the version is not right behind the prefix: */
const LEAST_SHARE = 0.5;
const LEAST_SHARE_APART = 1;
/** A version is short: « CTA2600 » speaks of money. */
const LONGEST_VERSION = 3;

/**
 * @param answers one for each item of the quiz
 * @throws RangeError where an item has no answer
 */
export function writeCode(quiz: Quiz, answers: Answers): string {
  const digits = quiz.items.map((item) => {
    const answer = answers[item.id];
    if (answer === undefined) throw new RangeError(`item "${item.id}" has no answer`);
    return answer;
  });
  return `${quiz.codePrefix}${quiz.version}-${digits.join('')}${checkDigit(digits)}`;
}

/**
 * Finds a code in whatever somebody pasted: in a sentence or an address, in any case, with blanks or hyphens between its
 * digits, with letters that look like digits.
 * @returns the first whole code, else what is wrong with the first that is none; `undefined` where the text holds no code
 */
export function readCode(quiz: Quiz, text: string): CodeReading | undefined {
  const readings = readCodes(quiz, text);
  return readings.find(({ kind }) => kind === 'code') ?? readings[0];
}

/** All codes of a text, in its order. */
export function readCodes(quiz: Quiz, text: string): CodeReading[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const tokensOf = (digits: string) => digits.split(separators).filter(Boolean).map(withoutLookalikes);
  return Array.from(plain.matchAll(codePattern(quiz)), ({ groups: { gap, digits, bare = '' } = {} }) =>
    digits === undefined ? readBare(quiz, tokensOf(bare)) : readPrefixed(quiz, tokensOf(digits), gap === ''),
  ).filter((reading) => reading !== undefined);
}

const separators = new RegExp(`${SEPARATOR}+`, 'u');

/** The prefix and the digits behind it, or digits alone, behind no other prefix: what a double click on a code marks. */
function codePattern({ codePrefix }: Quiz): RegExp {
  const prefix = [...codePrefix.toLowerCase()].join(`${SEPARATOR}*`);
  const digits = `${DIGITS}(?:${SEPARATOR}+${DIGITS}(?![\\p{L}\\p{N}]))*`;
  // the version may be such a letter alone
  const prefixed = `${prefix}(?<gap>${SEPARATOR}*)(?<digits>(?:[oil]${SEPARATOR}+)?${digits})`;
  const bare = `(?<![\\p{L}\\p{N}][\\p{Pd}.])(?<bare>${digits})`;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${prefixed}|${bare})`, 'gu');
}

const withoutLookalikes = (token: string) => token.replace(/[oil]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** Digits without a prefix are a code where they are a whole one; otherwise they are any number. */
function readBare(quiz: Quiz, tokens: readonly string[]): CodeReading | undefined {
  const digits = tokens.join('');
  return mistakeIn(quiz, digits) ? undefined : wholeCode(quiz, digits);
}

/** @param attached the digits stand right behind the prefix, as in a code */
function readPrefixed(quiz: Quiz, tokens: readonly string[], attached: boolean): CodeReading | undefined {
  const { version, items } = quiz;
  const [first = '', ...rest] = tokens;
  const isOurs = first.startsWith(version);
  const body = isOurs ? [first.slice(version.length), ...rest] : tokens;
  // other digits may stand behind a code: « CTA1-… 2 fois »
  const starts = isOurs ? startsOf(body.slice(0, items.length + 2)) : [];
  const whole = starts.find((start) => !mistakeIn(quiz, start));
  if (whole) return wholeCode(quiz, whole);

  const behind = rest.join('').length;
  const hasVersion = attached && first.length <= LONGEST_VERSION && behind >= items.length * LEAST_SHARE;
  if (hasVersion && first !== version) return { kind: 'mistyped', why: 'version' };
  const digits = body.join('');
  if (!isOurs && digits.length === version.length + items.length + 1) return { kind: 'mistyped', why: 'version' };
  if (digits.length < items.length * (isOurs && attached ? LEAST_SHARE : LEAST_SHARE_APART)) return undefined;
  if (!isOurs) return { kind: 'mistyped', why: 'length' };
  const nearly = starts.some((start) => mistakeIn(quiz, start) === 'check');
  const why = nearly ? 'check' : mistakeIn(quiz, digits);
  return why && { kind: 'mistyped', why };
}

/** What the first token holds, the first two, and so on. */
const startsOf = (tokens: readonly string[]) => tokens.map((_, i) => tokens.slice(0, i + 1).join(''));

/** What keeps digits, without prefix and version, from being a whole code. */
function mistakeIn({ items }: Quiz, digits: string): Exclude<Mistake, 'version'> | undefined {
  if (digits.length !== items.length + 1) return 'length';
  const answers = digits.slice(0, -1);
  if (!/^[1-5]+$/.test(answers) || !CHECK_DIGITS.includes(digits.slice(-1))) return 'digits';
  return checkDigit([...answers].map(Number)) === digits.slice(-1) ? undefined : 'check';
}

/** @param digits that make a whole code */
function wholeCode(quiz: Quiz, digits: string): CodeReading {
  const answers: Answers = Object.fromEntries(quiz.items.map(({ id }, i) => [id, Number(digits[i]) as Answer]));
  return { kind: 'code', answers, code: writeCode(quiz, answers) };
}

function checkDigit(digits: readonly number[]): string {
  const sum = digits.reduce((total, digit, i) => total + digit * (WEIGHTS[i % WEIGHTS.length] ?? 0), 0);
  return CHECK_DIGITS.charAt(sum % BASE);
}
