import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, readCodes, writeCode } from '../../dialogs/quiz/resultCode.ts';
import { score } from '../../dialogs/quiz/scoring.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { anyAnswers, best, coded, quiz } from './quizAnswers.ts';

const CODE = 'CTA1-5252415241558';
const START = 'CTA1-';
const answers = coded('525241524155');
const whole = { kind: 'code', answers, code: CODE };
const mistyped = (why: string) => ({ kind: 'mistyped', why });

/** The code's digits with one put elsewhere. */
const withDigit = (digits: string, at: number, digit: string) => digits.slice(0, at) + digit + digits.slice(at + 1);
const digitsOf = (code: string) => code.slice(START.length);

describe('a result code', () => {
  it('is the prefix, the version, a digit an item and a check digit that is no answer', () => {
    fc.assert(
      fc.property(anyAnswers, (some) => {
        expect(writeCode(quiz, some)).toMatch(/^CTA1-[1-5]{12}[67890]$/);
      }),
    );
    expect(writeCode(quiz, answers)).toBe(CODE);
  });

  it('is read back as the same answers, which come to the same result', () => {
    fc.assert(
      fc.property(anyAnswers, (some) => {
        const code = writeCode(quiz, some);
        const read = readCode(quiz, code);
        expect(read).toEqual({ kind: 'code', answers: some, code });
        if (read?.kind === 'code') expect(score(quiz, read.answers)).toEqual(score(quiz, some));
      }),
    );
  });

  it('uses all five check digits', () => {
    const last = [1, 2, 3, 4, 5].map((n) => writeCode(quiz, coded(`${n}11111111111`)).slice(-1));
    expect(last.sort().join('')).toBe('06789');
  });

  it('needs an answer to every item', () => {
    const { acc_etudes: _, ...missing } = best;
    expect(() => writeCode(quiz, missing)).toThrow(/acc_etudes/);
  });

  it('takes prefix and version from the content', () => {
    const other = { ...quiz, codePrefix: 'ABC', version: '12' };
    const code = writeCode(other, answers);
    expect(code).toBe('ABC12-5252415241558');
    expect(readCode(other, `mon code : ${code}`)).toEqual({ kind: 'code', answers, code });
    expect(readCode(other, CODE)).toBeUndefined();
    expect(readCode(quiz, code)).toBeUndefined();
  });
});

describe('a slip of the hand', () => {
  const everyPlace = Array.from({ length: 13 }, (_, i) => i);
  /** Reads digits behind the prefix; every place of every sample is tried. */
  const neverWhole = (slips: (digits: string) => string[], why?: string) =>
    fc.assert(
      fc.property(anyAnswers, (some) => {
        const digits = digitsOf(writeCode(quiz, some));
        for (const slipped of slips(digits).filter((s) => s !== digits)) {
          const read = readCode(quiz, START + slipped);
          expect(read?.kind, `${digits} -> ${slipped}`).toBe('mistyped');
          if (why) expect(read).toEqual(mistyped(why));
        }
      }),
      { numRuns: 60 },
    );

  it('is found: any wrong answer, and any wrong check digit', () => {
    neverWhole((digits) => everyPlace.flatMap((at) => [...'0123456789'].map((digit) => withDigit(digits, at, digit))));
  });

  it('is found: any two digits swapped that are up to three places apart', () => {
    neverWhole((digits) =>
      [1, 2, 3].flatMap((apart) =>
        everyPlace
          .filter((at) => at + apart < digits.length)
          .map((at) => withDigit(withDigit(digits, at, digits.charAt(at + apart)), at + apart, digits.charAt(at))),
      ),
    );
  });

  it('is found: any digit left out', () => {
    neverWhole((digits) => everyPlace.map((at) => digits.slice(0, at) + digits.slice(at + 1)), 'length');
  });

  it('is found: any digit too many, at any place', () => {
    neverWhole(
      (digits) =>
        [...everyPlace, 13].flatMap((at) =>
          [...'0123456789'].map((digit) => digits.slice(0, at) + digit + digits.slice(at)),
        ),
      'length',
    );
  });

  it.each([
    ['another answer', 'CTA1-5262415241558', 'digits'],
    ['another answer that is one', 'CTA1-5242415241558', 'check'],
    ['neighbours swapped', 'CTA1-2552415241558', 'check'],
    ['another check digit', 'CTA1-5252415241559', 'check'],
    ['an answer in its place', 'CTA1-5252415241551', 'digits'],
    ['without the check digit', 'CTA1-525241524155', 'length'],
    ['cut off', 'CTA1-52524152', 'length'],
    ['a digit twice', 'CTA1-55252415241558', 'length'],
    ['without its version', 'CTA-5252415241558', 'length'],
    ['of another version', 'CTA2-5252415241558', 'version'],
    ['of another version, of two digits', 'CTA12-5252415241558', 'version'],
    ['of another version, without its hyphen', 'CTA25252415241558', 'version'],
    // the digits behind it are none of its own
    ['another answer, in a sentence', 'CTA1-5242415241558 2 fois', 'check'],
  ])('is said to be what it is: %s', (_, text, why) => {
    expect(readCode(quiz, text)).toEqual(mistyped(why));
  });
});

describe('a code in what people paste', () => {
  it.each([
    ['as it is', CODE],
    ['in a sentence', `mon code c’est ${CODE}, tu peux le rouvrir ?`],
    ['behind a bracket and before a full stop', `(${CODE}).`],
    ['as code in Markdown', `\`${CODE}\``],
    ['in bold', `**${CODE}**`],
    ['as an address', `https://metiers.example/r/${CODE}`],
    [
      'as an address in lower case, with a picture and a language',
      'https://x.example/r/cta1-5252415241558.png?lang=nl',
    ],
    ['in lower case', 'cta1-5252415241558'],
    ['with blanks between groups', 'CTA1 525 241 524 155 8'],
    ['with hyphens between groups', 'CTA1-525-241-524-155-8'],
    ['with dots', 'CTA1.5252.4152.4155.8'],
    ['every digit alone', 'C T A 1 - 5 2 5 2 4 1 5 2 4 1 5 5 8'],
    ['with an en dash', 'CTA1–5252415241558'],
    ['with a soft hyphen and a zero-width space', 'CTA1-525241\u00ad524\u200b1558'],
    ['broken over two lines', 'CTA1-525241\n5241558'],
    ['without its hyphen', 'CTA15252415241558'],
    ['in full-width digits', 'CTA1-５２５２４１５２４１５５８'],
    ['with letters that look like digits', 'CTA1-52524l524I558'],
    ['with such a letter for the version', 'CTAl-5252415241558'],
    ['before a word that begins with one', `${CODE} il est à moi`],
    ['before another number', `${CODE} 2 fois`],
    ['as a double click marks it', '5252415241558'],
  ])('is found: %s', (_, text) => {
    expect(readCode(quiz, text)).toEqual(whole);
  });

  it('is found with O for 0', () => {
    const code = writeCode(quiz, coded('333333333334'));
    expect(code).toMatch(/0$/);
    for (const letter of ['o', 'O'])
      expect(readCode(quiz, code.slice(0, -1) + letter)).toMatchObject({ kind: 'code', code });
  });

  it('is found in any case and with any separators', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ' - ', '–', '\u00a0');
    fc.assert(
      fc.property(
        anyAnswers,
        fc.array(separator, { minLength: 13, maxLength: 13 }),
        fc.boolean(),
        (some, between, isLower) => {
          const code = writeCode(quiz, some);
          const spread = START + [...digitsOf(code)].map((digit, i) => (between[i] ?? '') + digit).join('');
          expect(readCode(quiz, isLower ? spread.toLowerCase() : spread)).toEqual({
            kind: 'code',
            answers: some,
            code,
          });
        },
      ),
    );
  });

  it('is each found where there are two', () => {
    const other = writeCode(quiz, best);
    expect(readCodes(quiz, `avant ${other}, maintenant ${CODE}`)).toEqual([
      { kind: 'code', answers: best, code: other },
      whole,
    ]);
    expect(readCodes(quiz, `${other}\n${CODE}`)).toHaveLength(2);
    expect(readCodes(quiz, `CTA1-525241524155 puis ${CODE}`)).toEqual([mistyped('length'), whole]);
  });

  it('is the whole one where another has a mistake', () => {
    expect(readCode(quiz, `CTA1-525241524155 non, ${CODE}`)).toEqual(whole);
  });

  it('takes no time, however long and odd the text', () => {
    const long = ['1 '.repeat(20_000), 'o'.repeat(40_000), `c${' '.repeat(40_000)}t`, `CTA1-${'1 '.repeat(20_000)}`];
    const start = performance.now();
    for (const text of long) readCodes(quiz, text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a text without a code', () => {
  it.each([
    ['le CTA gagne combien'],
    ['CTA 1 ou 2 ?'],
    ['CTA 10 ans d’expérience 2600'],
    ['un CTA, 2600 à 3200 €'],
    ['CTA 2.600-3.200'],
    ['CTA2600'],
    ['CTA1'],
    ['CTA1 2600'],
    ['contact CTA 0470 12 34 56'],
    ['0470 12 34 56'],
    ['BE68 5390 0754 7034'],
    // digits alone are a code only where they are a whole one
    ['5252415241559'],
    ['525241524155'],
    ['XCTA1-5252415241558'],
    ['12345'],
    ['retour'],
    [''],
  ])('has none: %s', (text) => {
    expect(readCode(quiz, text)).toBeUndefined();
    expect(readCodes(quiz, text)).toEqual([]);
  });

  it('is every question and every way of asking that the content knows', () => {
    const { entries, locales } = loadKnowledge(contentDir);
    const texts = [...entries.values()].flatMap(({ words }) =>
      locales.flatMap((locale) => [words[locale]?.question ?? '', ...(words[locale]?.utterances ?? [])]),
    );
    expect(texts.length).toBeGreaterThan(10_000);
    expect(texts.filter((text) => readCode(quiz, text))).toEqual([]);
  });
});
