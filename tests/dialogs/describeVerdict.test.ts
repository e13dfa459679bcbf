import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeVerdict } from '../../dialogs/quiz/describeVerdict.ts';
import { smallestChange } from '../../dialogs/quiz/explain.ts';
import { createAnswerReader } from '../../dialogs/quiz/readAnswer.ts';
import { writeCode } from '../../dialogs/quiz/resultCode.ts';
import { type Answers, score } from '../../dialogs/quiz/scoring.ts';
import { textsOf, withSentences } from '../../dialogs/texts/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { personas } from './personas.ts';
import { anyAnswers, best, bestBut, quiz } from './quizAnswers.ts';

const knowledge = withSentences(loadKnowledge(contentDir));
const { locales } = knowledge;
const wordsOf = (answers: Answers, locale = 'fr') => describeVerdict(knowledge, answers, score(quiz, answers), locale);
const persona = (id: string) => personas.find((p) => p.id === id)?.answers ?? best;
const texts = textsOf(knowledge, 'fr');
const gate = (id: string) => knowledge.quizWords.fr?.gates[id]?.reason ?? 'no such gate';

describe('a result in words', () => {
  it.each(locales)('has the numbers of the result, in plain text, in %s', (locale) => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const result = score(quiz, answers);
        const words = wordsOf(answers, locale);
        expect(words.band).toBe(result.band);
        expect(words.code).toBe(writeCode(quiz, answers));
        if (result.band === 'undetermined') return;
        expect([words.score, words.range]).toEqual([result.final, result.interval]);
        expect(words.dimensions.map(({ id, score }) => [id, score])).toEqual(
          Object.entries(result.dimensions).map(([id, value]) => [id, Math.round(value)]),
        );
        expect(words.strengths).toHaveLength(result.strengths.length);
        expect(words.watch).toHaveLength(result.watch.length);
        expect(words.reason !== undefined).toBe(result.cap < result.profile);
        expect(words.changes !== undefined).toBe(smallestChange(quiz, answers) !== undefined);
        expect(words.next.length).toBeGreaterThanOrEqual(3);
        expect(words.next.length).toBeLessThanOrEqual(4);
        expect(JSON.stringify(words)).not.toMatch(/\*\*|`|^#|\{\w+\}|""/m);
      }),
    );
  });

  it.each(locales)('has the same shape and numbers in every language: %s', (locale) => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const plain = (words: ReturnType<typeof wordsOf>) => ({
          ...words,
          dimensions: words.dimensions.map(({ id, score }) => [id, score]),
          strengths: words.strengths.length,
          watch: words.watch.length,
          notes: words.notes.length,
          next: words.next.length,
          reason: words.reason?.match(/\d+/g),
          changes: words.changes?.match(/\d+/g),
          label: '',
          about: '',
          disclaimer: '',
        });
        expect(plain(wordsOf(answers, locale))).toEqual(plain(wordsOf(answers)));
      }),
    );
  });

  it.each(locales)('is the same by button, by label and by number, in %s', (locale) => {
    const quizWords = knowledge.quizWords[locale];
    if (!quizWords) throw new Error(`no quiz in ${locale}`);
    const read = createAnswerReader(quizWords);
    fc.assert(
      fc.property(anyAnswers, fc.boolean(), (answers, isLabel) => {
        const typed = Object.fromEntries(
          quiz.items.map(({ id }) => {
            const labels = quizWords.items[id]?.labels ?? quizWords.labels;
            return [id, read(isLabel ? (labels[(answers[id] ?? 3) - 1] ?? '') : String(answers[id]), id)];
          }),
        );
        expect(typed).toEqual(answers);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the reason of a limited result', () => {
  it('is the condition, with the profile before it', () => {
    expect(wordsOf(persona('anglais')).reason).toBe(texts.verdict.capped(86, 59, gate('G_ANG')));
  });

  it('is both conditions where each limits it alike', () => {
    const answers = bestBut({ acc_anglais: 3, cou_patients_r: 2 });
    const { profile } = score(quiz, answers);
    const both = `${gate('G_ANG')} ${gate('G_PAT')}`;
    expect(wordsOf(answers).reason).toBe(texts.verdict.cappedByEach(profile, 74, both));
  });

  it('is both conditions where they limit it only together', () => {
    const answers = bestBut({ acc_anglais: 2, cou_patients_r: 1 });
    const { profile } = score(quiz, answers);
    const both = `${gate('G_ANG')} ${gate('G_PAT')}`;
    expect(wordsOf(answers).reason).toBe(texts.verdict.cappedTogether(profile, 39, both));
  });

  it('is the lower one alone where it limits it further', () => {
    const { reason } = wordsOf(bestBut({ acc_anglais: 2, cou_patients_r: 2 }));
    expect(reason).toContain(gate('G_ANG'));
    expect(reason).not.toContain(gate('G_PAT'));
  });

  it('names the dimension where the condition watches several', () => {
    expect(wordsOf(bestBut({ equ_coin_r: 1, equ_informer: 2 })).reason).toMatch(
      /^Équipe et communication : un domaine/,
    );
  });

  it('is told of three conditions at most', () => {
    const { reason = '' } = wordsOf(bestBut({ acc_anglais: 1, acc_etudes: 2, cou_patients_r: 1, adm_ecran: 1 }));
    const told = ['G_ANG', 'G_ETU', 'G_PAT', 'G_ECR'].filter((id) => reason.includes(gate(id)));
    expect(told).toHaveLength(3);
  });
});

describe('what a persona is told', () => {
  it.each<[id: string, says: (RegExp | string)[]]>([
    ['patients', ['paramédicaux', 'CRA']],
    // the degree that a nurse has counts
    ['infirmier', ['soins infirmiers', '84/100']],
    ['creatif', ['CRA', 'gestion de projets cliniques', 'RIASEC']],
    ['anglais', ['Cela s’apprend', '86/100']],
    ['neutre', ['ni d’un côté, ni de l’autre']],
    ['desordre', ['76/100']],
  ])('is what helps them: %s', (id, says) => {
    const { reason = '', about, notes, next, watch } = wordsOf(persona(id));
    const all = [reason, about, ...notes, ...next, ...watch.map(({ text }) => text)].join('\n');
    for (const part of says) expect(all).toMatch(part instanceof RegExp ? part : new RegExp(part));
  });

  it('is the smallest change to the next band', () => {
    expect(wordsOf(persona('infirmier')).changes).toBe(
      'Si « lire et écrire en anglais » passait de « possible avec de l’aide » à « facile », tu serais à 85/100, « Très compatible ».',
    );
    expect(wordsOf(persona('ideal')).changes).toBeUndefined();
  });

  it('is no score where the answers say nothing', () => {
    const words = wordsOf(persona('straight'));
    expect(words).toMatchObject({
      band: 'undetermined',
      strengths: [],
      watch: [],
      dimensions: [],
      next: [],
      notes: [],
    });
    expect(words).not.toHaveProperty('score');
    expect(words).not.toHaveProperty('changes');
    expect(words.about).toBe(knowledge.quizWords.fr?.undetermined.text);
  });
});
