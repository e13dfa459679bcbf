import { describe, expect, it } from 'vitest';
import { ContentError, checkContentFile, plainSentence, sentence } from '../../knowledge/index.ts';

describe('a sentence with something to fill in', () => {
  it.each<[why: string, template: string, values: [string | number, string | number], says: string]>([
    ['in the order of the names, not of the sentence', '{b} von {a}', [1, 2], '2 von 1'],
    ['wherever it stands, as often as it does', '{a}, {a}: {b}', ['x', 'y'], 'x, x: y'],
    ['with a small first letter where it is wanted', '{a:lower} {b}', ['Ça Va', 'Oui'], 'ça Va Oui'],
    ['with a small first letter in one place of two', '{a:lower} {a} {b}', ['A', 'b'], 'a A b'],
    ['as it is, whatever it holds', '{a} {b}', ['{b} {a:lower}', '$& $1'], '{b} {a:lower} $& $1'],
    ['as nothing where it is empty', '[{a:lower}]{b}', ['', 0], '[]0'],
    ['over several lines, without the blanks around it', '\n{a}\n\n{b}\n', ['x', 'y'], 'x\n\ny'],
  ])('is said with it: %s', (_why, template, values, says) => {
    expect(sentence('a', 'b').parse(template)(...values)).toBe(says);
  });
});

describe('a sentence that does not hold', () => {
  it.each<[what: string, names: string[], template: unknown, problem: string, remedy: string]>([
    ['an unknown placeholder', ['a', 'b'], '{a} {b} {c}', 'has {c}, which nothing', 'write {a}, {b} and no other'],
    ['a placeholder in other letters', ['a'], '{A}', 'has {A}, which nothing', 'write {a} and no other'],
    ['a placeholder where there is nothing to fill in', [], 'Hi {a}', 'has {a}, which nothing', 'the words themselves'],
    ['a missing placeholder', ['a', 'b'], 'only {a}', 'lacks {b}', '{a}, {b} are filled in here'],
    ['blanks in the braces', ['a'], '{a} { a }', 'has a curly brace that belongs to no placeholder', 'write {a}'],
    ['a brace left open', ['a'], '{a} {a', 'has a curly brace', 'write {a}'],
    ['something else that is done with it', ['a'], '{a} {a:upper}', 'has a curly brace', 'write {a}'],
    ['a brace where there is nothing to fill in', [], 'Hi :-}', 'has a curly brace', 'leave the braces out'],
    ['blanks alone', [], '  ', 'must not be empty', 'docs/content.md'],
    ['a number', [], 4, 'expected string', 'docs/content.md'],
  ])('says what is wrong and what to do: %s', (_what, names, template, problem, remedy) => {
    const shape = names.length > 0 ? sentence(...names) : plainSentence;
    const check = () => checkContentFile({ file: 'texts.yaml', content: template }, shape);
    expect(check).toThrow(ContentError);
    expect(check).toThrow(`texts.yaml: `);
    expect(check).toThrow(problem);
    expect(check).toThrow(remedy);
  });
});
