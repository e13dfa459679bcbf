import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestChange } from '../../dialogs/quiz/explain.ts';
import type { ScoredQuiz } from '../../dialogs/quiz/finished.ts';
import type { Mistake } from '../../dialogs/quiz/resultCode.ts';
import { type Answers, score } from '../../dialogs/quiz/scoring.ts';
import {
  compareReply,
  mistypedCodeReply,
  noResultReply,
  progressText,
  weightsReply,
  whatIfReply,
  whyReply,
} from '../../dialogs/quiz/verdictTalk.ts';
import { textsOf, withSentences } from '../../dialogs/texts/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { personas } from './personas.ts';
import { anyAnswers, best, bestBut, quiz, worst } from './quizAnswers.ts';
import { HOLES, neverSaid } from './wording.ts';

const knowledge = withSentences(loadKnowledge(contentDir));
const { locales } = knowledge;
const scoredOf = (answers: Answers): ScoredQuiz => ({ answers, result: score(quiz, answers) });
const persona = (id: string) => scoredOf(personas.find((p) => p.id === id)?.answers ?? best);
const undetermined = persona('straight');
const bandLabel = (band: string, locale = 'fr') => knowledge.quizWords[locale]?.bands[band]?.label ?? '?';

const why = (one: ScoredQuiz, locale = 'fr') => whyReply(knowledge, one, locale).text;
const whatIf = (one: ScoredQuiz, items: string[], locale = 'fr') => whatIfReply(knowledge, one, items, locale).text;
const compared = (a: ScoredQuiz, b: ScoredQuiz, locale = 'fr') => compareReply(knowledge, a, b, locale).text;

describe('why this result', () => {
  it('says the score, what limits it, and the score without that', () => {
    const text = why(persona('anglais'));
    expect(text).toContain('**59/100** : « Profil partagé »');
    const reason = knowledge.quizWords.fr?.gates.G_ANG?.reason ?? 'no such gate';
    expect(text).toContain(textsOf(knowledge, 'fr').verdict.capped(86, 59, reason));
  });

  it('says what the score would be without each of several limits', () => {
    const text = why(scoredOf(bestBut({ acc_anglais: 2, cou_patients_r: 1 })));
    expect(text).toContain('Sans la limite liée à « lire et écrire en anglais », tu serais à 59/100.');
    expect(text).toContain('Sans la limite liée à « avoir besoin d’un contact direct avec des patients »');
  });

  it('says that nothing limits it where nothing does', () => {
    expect(why(persona('ideal'))).toContain('Aucune condition ne le limite.');
  });

  it('lists the points of every dimension, and the answers behind the one that costs most', () => {
    const text = why(persona('creatif'));
    expect(text).toContain('- Rigueur et ordre : 6/24');
    expect(text).toContain('- Travail de bureau et routine : 3/24');
    expect(text).toContain('**Ce qui coûte le plus de points :** Travail de bureau et routine');
    // « tout à fait moi » to a statement that speaks against the job
    expect(text).toContain('- t’ennuyer vite quand les mêmes tâches reviennent : tout à fait moi');
  });

  it('names no cost where everything is at its best', () => {
    expect(why(scoredOf(best))).not.toContain('Ce qui coûte');
  });
});

describe('what counts most', () => {
  it('is told by weight, with the answers that can limit the result', () => {
    const { text } = weightsReply(knowledge, persona('creatif'), 'fr');
    const [first, last] = ['Rigueur et ordre : 24 %', 'Anglais et études : 10 %'].map((line) => text.indexOf(line));
    expect(first).toBeGreaterThan(0);
    expect(last).toBeGreaterThan(first ?? 0);
    expect(text).toContain('lire et écrire en anglais, un bachelier en sciences ou paramédical');
  });

  it.each([
    ['what brings and what costs most', persona('infirmier'), true],
    ['nothing of the kind where no points are lost', scoredOf(best), false],
    ['nor where none are gained', scoredOf(worst), false],
    ['nor where the answers say nothing', undetermined, false],
  ])('is told of the own answers: %s', (_, one, isTold) => {
    expect(weightsReply(knowledge, one, 'fr').text.includes('Dans tes réponses')).toBe(isTold);
  });
});

describe('what if', () => {
  it('says one answer more, and the best', () => {
    const text = whatIf(persona('anglais'), ['acc_anglais']);
    expect(text).toContain(
      'Si « lire et écrire en anglais » passait de « très difficile » à « possible avec de l’aide », tu passerais de 59 à **74/100**',
    );
    expect(text).toContain('à « très facile », tu passerais de 59 à **90/100**, « Très compatible ».');
  });

  it('reads right where agreeing speaks against the job', () => {
    expect(whatIf(persona('patients'), ['cou_patients_r'])).toContain(
      '« avoir besoin d’un contact direct avec des patients » passait de « tout à fait moi » à « plutôt oui »',
    );
  });

  it('says what still limits the result where the score stays', () => {
    const text = whatIf(scoredOf(bestBut({ acc_anglais: 2 })), ['rig_detail', 'adm_routine_r']);
    expect(text).toContain('c’est déjà au maximum');
    const stays = whatIf(scoredOf(bestBut({ acc_anglais: 2, str_delai: 1 })), ['str_delai']);
    expect(stays).toContain('tu resterais à 59/100, car ceci limite encore le résultat : lire et écrire en anglais.');
  });

  it('takes a dimension as a whole where all of its items are named', () => {
    expect(whatIf(persona('desordre'), ['rig_detail', 'rig_ordre_r'])).toContain(
      'Si « Rigueur et ordre » était au maximum, tu passerais de 59 à **100/100**',
    );
  });

  it('names the smallest change to the next band where nothing is named', () => {
    expect(whatIf(persona('infirmier'), [])).toContain('à « facile », tu serais à 85/100, « Très compatible ».');
    expect(whatIf(scoredOf(best), [])).toContain('Tu es déjà dans la meilleure catégorie.');
    expect(whatIf(scoredOf(worst), [])).toContain('Rigueur et ordre, Travail de bureau et routine.');
  });

  it('is no promise', () => {
    expect(whatIf(persona('anglais'), [])).toContain('pas une promesse');
  });
});

describe('two results', () => {
  it('are told with their difference, and whether it is more than chance', () => {
    const text = compared(persona('creatif'), persona('patients'));
    expect(text).toContain(`Avant : **39/100**, « ${bandLabel('D')} »`);
    expect(text).toContain(`Maintenant : **59/100**, « ${bandLabel('C')} »`);
    expect(text).toContain('+20');
    expect(text).not.toContain('hasard');
    expect(text).toContain('Ne limite plus le résultat : Rigueur et ordre');
    expect(text).toContain('Limite maintenant le résultat à 59 : avoir besoin d’un contact direct avec des patients');
    expect(text).toContain('- Rigueur et ordre : 25 → 75');
  });

  it('are as good as the same below ten points, also where the band is another', () => {
    const less = scoredOf({ ...persona('patients').answers, cou_patients_r: 4 });
    const text = compared(persona('patients'), less);
    expect(text).toContain('L’écart est de +2. Sous 10 points');
    expect(text).toContain('La catégorie n’est plus la même, mais la différence est trop petite pour compter.');
    expect(text).toContain('La limite n’est plus 59 mais 74');
  });

  it('have a minus sign where the later one is lower', () => {
    expect(compared(persona('patients'), persona('creatif'))).toContain('L’écart est de −20.');
  });

  it('are the same where the answers are', () => {
    const text = compared(persona('ideal'), persona('ideal'));
    expect(text).toContain('exactement les mêmes réponses');
    expect(text).not.toContain('écart');
  });

  it('name five answers that changed, and how many more', () => {
    const text = compared(scoredOf(worst), scoredOf(best));
    expect(text.match(/^- .* → /gm)).toHaveLength(quiz.dimensions.length + 5);
    expect(text).toContain('… et encore 7');
  });

  it.each([
    ['the earlier', undetermined, persona('ideal')],
    ['the later', persona('ideal'), undetermined],
  ])('are not compared where one is undetermined: %s', (_, a, b) => {
    expect(compared(a, b)).toContain('je ne peux pas les comparer');
    expect(progressText(knowledge, a, b, 'fr')).toContain('je ne peux pas les comparer');
  });

  it('need two: one alone asks for an earlier code', () => {
    expect(compareReply(knowledge, undefined, persona('ideal'), 'fr').text).toContain('« CTA1-… »');
  });

  it('are told in two sentences below a verdict', () => {
    expect(progressText(knowledge, persona('creatif'), persona('patients'), 'fr')).toMatch(
      /de 39 à 59\/100\. L’écart est de \+20\./,
    );
    expect(progressText(knowledge, persona('ideal'), persona('ideal'), 'fr')).toContain('exactement les mêmes');
  });
});

describe('a code that cannot be read', () => {
  it.each<[why: Mistake, says: string[]]>([
    ['length', ['« CTA1- »', '13']],
    ['digits', ['« CTA1- »', '12 chiffres de 1 à 5', '6, 7, 8, 9 ou 0']],
    ['check', ['deux chiffres sont échangés']],
    ['version', ['autre version']],
  ])('is said to be wrong in its %s, with the quiz as a way on', (mistake, says) => {
    const { text, buttons } = mistypedCodeReply(knowledge, mistake, 'fr');
    for (const part of says) expect(text).toContain(part);
    expect(buttons?.map((b) => b.entry)).toEqual(['quiz']);
  });

  it('is said otherwise for each mistake, in every language', () => {
    const mistakes: Mistake[] = ['length', 'digits', 'check', 'version'];
    for (const locale of locales)
      expect(new Set(mistakes.map((m) => mistypedCodeReply(knowledge, m, locale).text)).size).toBe(mistakes.length);
  });
});

describe('talk about a result', () => {
  const items = quiz.items.map(({ id }) => id);
  const anyItems = fc.subarray(items, { maxLength: 4 });

  it.each(locales)('has every placeholder filled and closes no door, whatever the answers, in %s', (locale) => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, anyItems, (a, b, some) => {
        const [one, other] = [scoredOf(a), scoredOf(b)];
        const texts = [
          why(one, locale),
          weightsReply(knowledge, one, locale).text,
          whatIf(one, some, locale),
          whatIf(one, [], locale),
          compared(one, other, locale),
          progressText(knowledge, one, other, locale),
        ];
        for (const text of texts) {
          expect(text).not.toMatch(HOLES);
          for (const pattern of neverSaid(locale)) expect(text).not.toMatch(pattern);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(locales)('says the same numbers in every language: %s', (locale) => {
    const numbers = (text: string) => text.match(/\d+/g);
    fc.assert(
      fc.property(anyAnswers, anyAnswers, anyItems, (a, b, some) => {
        const [one, other] = [scoredOf(a), scoredOf(b)];
        expect(numbers(why(one, locale))).toEqual(numbers(why(one)));
        expect(numbers(whatIf(one, some, locale))).toEqual(numbers(whatIf(one, some)));
        expect(numbers(compared(one, other, locale))).toEqual(numbers(compared(one, other)));
      }),
      { numRuns: 50 },
    );
  });

  it('is recognised by the site as talk about the verdict, with something to go on with', () => {
    const replies = [
      whyReply(knowledge, persona('anglais'), 'nl'),
      whyReply(knowledge, undetermined, 'nl'),
      weightsReply(knowledge, persona('anglais'), 'nl'),
      whatIfReply(knowledge, undetermined, [], 'nl'),
      compareReply(knowledge, persona('anglais'), persona('ideal'), 'nl'),
      compareReply(knowledge, undefined, persona('ideal'), 'nl'),
      mistypedCodeReply(knowledge, 'check', 'nl'),
      noResultReply(knowledge, 'nl'),
    ];
    for (const { data, buttons } of replies) {
      expect(data?.answer).toEqual({ kind: 'verdict', entries: [], locale: 'nl' });
      expect(buttons?.length).toBeGreaterThan(0);
    }
  });

  it('gives no score where the result is undetermined, and offers the quiz again', () => {
    for (const reply of [
      whyReply(knowledge, undetermined, 'fr'),
      whatIfReply(knowledge, undetermined, ['acc_anglais'], 'fr'),
    ]) {
      expect(reply.text).toBe(knowledge.quizWords.fr?.undetermined.text);
      expect(reply.buttons?.map((b) => b.label)).toEqual(['Refaire le quiz']);
    }
  });

  it('tells the change that the smallest change is', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const needed = smallestChange(quiz, answers);
        const text = whatIf(scoredOf(answers), []);
        if (needed?.kind === 'few')
          for (const { item } of needed.changes)
            expect(text).toContain(`« ${knowledge.quizWords.fr?.items[item]?.short} »`);
        if (needed?.kind === 'few') expect(text).toContain(`tu serais à ${needed.after.final}/100`);
      }),
    );
  });
});
