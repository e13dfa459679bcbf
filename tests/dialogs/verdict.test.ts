import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, type Circumstances, score } from '../../dialogs/quiz/scoring.ts';
import { verdictReply } from '../../dialogs/quiz/verdict.ts';
import { textsOf, withSentences } from '../../dialogs/texts/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { personas, verdictDataOf } from './personas.ts';
import { anyAnswers, best, worst } from './quizAnswers.ts';
import { HOLES, neverSaid } from './wording.ts';

const knowledge = withSentences(loadKnowledge(contentDir));
const { quiz } = knowledge;
const words = knowledge.quizWords.fr;
if (!words) throw new Error('the content has no French quiz');
const texts = textsOf(knowledge, 'fr').verdict;
const sections = Object.values(knowledge.guide.fr?.sections ?? {});

function verdictOf(answers: Answers, circumstances: Circumstances = {}) {
  const result = score(quiz, answers, circumstances);
  return { result, ...verdictReply(knowledge, { answers, result }, 'fr') };
}

/** The lines of the list under a heading; none where the heading is missing. */
function listUnder(heading: string, text: string): string[] {
  const blocks = text.split('\n\n');
  const at = blocks.indexOf(heading);
  return at < 0 ? [] : (blocks[at + 1] ?? '').split('\n');
}

/** What is said of a point to watch: rigour has one gate and one dimension, and is told as the dimension it is. */
function pointOf(id: string): { says: string; advises: string } {
  const gate = id === 'G_RIG' ? undefined : words?.gates[id];
  const dimension = words?.dimensions[id === 'G_RIG' ? 'RIG' : id];
  return {
    says: gate?.reason ?? dimension?.watch ?? 'no such point',
    advises: gate?.advice ?? dimension?.next ?? 'no such point',
  };
}

const withVerdict = personas.filter((p) => p.expected.band !== 'undetermined').map((p) => [p.id, p] as const);
const capped = withVerdict.filter(([, p]) => p.expected.cap < p.expected.profile);
const everyone = personas.map((p) => [p.id, p] as const);

describe('the verdict of a persona', () => {
  it.each(withVerdict)('says label, score and range: %s', (_, { answers, expected }) => {
    const { text, result } = verdictOf(answers);
    const [low, high] = result.interval;
    expect(text).toContain(`### ${words.bands[expected.band]?.label}`);
    expect(text).toContain(`**${expected.final}/100** (entre ${low} et ${high})`);
  });

  it.each(everyone)('says what matters to this person: %s', (_, { answers, says }) => {
    const { text } = verdictOf(answers);
    for (const part of says) expect(text).toContain(part);
  });

  it.each(everyone)('carries its numbers and the code: %s', (_, persona) => {
    const { data, text } = verdictOf(persona.answers);
    expect(data?.verdict).toEqual(verdictDataOf(persona));
    expect(text).toContain(persona.code);
  });

  it.each(withVerdict)('shows every domain with its score, as the text behind the chart: %s', (_, p) => {
    const shown = listUnder(texts.dimensions, verdictOf(p.answers).text);
    expect(shown).toEqual(
      quiz.dimensions.map(
        ({ id }) => `- ${words.dimensions[id]?.label} : ${Math.round(p.expected.dimensions[id] ?? 0)}/100`,
      ),
    );
  });

  it.each(withVerdict)('is orientation, not a decision: %s', (_, { answers }) => {
    expect(verdictOf(answers).text).toContain(words.disclaimer);
  });
});

describe('a verdict that a condition limits', () => {
  it.each(capped)('gives the binding reason first, and the score without it: %s', (_, { answers, expected }) => {
    const { text } = verdictOf(answers);
    const [binding = ''] = expected.watch;
    const reason = text.indexOf(words.gates[binding]?.reason ?? 'no such gate');
    expect(reason).toBeGreaterThan(0);
    const later = [words.bands[expected.band]?.text ?? '', texts.strengths, texts.watch, texts.dimensions, texts.next];
    for (const part of later.filter((part) => text.includes(part))) expect(text.indexOf(part)).toBeGreaterThan(reason);
    expect(text).toContain(`${expected.profile}/100`);
  });

  it('is not said to be limited where the profile is below the cap anyway', () => {
    // caps of 74 and a profile of 50
    const neutral = personas.find((p) => p.id === 'neutre');
    expect(verdictOf(neutral?.answers ?? {}).text).not.toContain('Ce qui limite');
  });

  it('names the condition with the lowest cap as the main reason', () => {
    const { text } = verdictOf({ ...best, cou_patients_r: 4, acc_etudes: 2 });
    expect(text.indexOf(words.gates.G_ETU?.reason ?? '?')).toBeLessThan(text.indexOf(words.gates.G_PAT?.reason ?? '?'));
    expect(text).toContain(`**Ce qui limite le résultat :** ${words.gates.G_ETU?.reason}`);
  });
});

describe('a verdict that two conditions limit together', () => {
  it('gives both reasons, as neither alone limits it so far', () => {
    // patients at any price and no screen: 59 each, 39 together
    const { text, result } = verdictOf({ ...best, cou_patients_r: 5, adm_ecran: 1 });
    const { G_PAT, G_ECR } = words.gates;
    const reasons = `${G_PAT?.reason} ${G_ECR?.reason}`;
    expect(text).toContain(texts.cappedTogether(result.profile, 39, reasons));
  });
});

describe('strengths and points to watch', () => {
  it.each(withVerdict)(
    'are those of the result, each with its section of the guide: %s',
    (_, { answers, expected }) => {
      const { text } = verdictOf(answers);
      const strengths = listUnder(texts.strengths, text);
      const watch = listUnder(texts.watch, text);
      expect(strengths).toHaveLength(expected.strengths.length);
      expect(watch).toHaveLength(expected.watch.length);
      expected.strengths.forEach((id, i) => {
        expect(strengths[i]).toContain(words.dimensions[id]?.strength ?? 'no such dimension');
      });
      expected.watch.forEach((id, i) => {
        expect(watch[i]).toContain(pointOf(id).says);
      });
      for (const line of [...strengths, ...watch]) {
        const section = /\*\(guide : (.+)\)\*$/.exec(line)?.[1];
        expect(sections).toContain(section);
      }
    },
  );

  it('have no heading where there are none', () => {
    expect(verdictOf(best).text).not.toContain(texts.watch);
    const creative = personas.find((p) => p.id === 'creatif');
    expect(verdictOf(creative?.answers ?? {}).text).not.toContain(texts.strengths);
  });

  it('name the dimension that is too low where any of four may set the cap', () => {
    // hardly any team spirit: the gate's own words speak of « un domaine »
    const { text } = verdictOf({ ...best, equ_coin_r: 5, equ_informer: 2 });
    expect(listUnder(texts.watch, text)[0]).toContain(words.dimensions.EQU?.watch);
    expect(listUnder(texts.next, text)[0]).toContain(words.dimensions.EQU?.next);
  });
});

describe('what comes next', () => {
  it.each(withVerdict)('starts with what would change the result, and has one to four steps, each once: %s', (_, p) => {
    const next = listUnder(texts.next, verdictOf(p.answers).text);
    expect(next.length).toBeGreaterThanOrEqual(1);
    expect(next.length).toBeLessThanOrEqual(4);
    expect(new Set(next).size).toBe(next.length);
    const [first] = p.expected.watch;
    if (first) expect(next[0]).toBe(`- ${pointOf(first).advises}`);
  });

  it('is offered as buttons too', () => {
    expect(verdictOf(best).buttons?.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a verdict to be taken with care', () => {
  it.each<[what: string, answers: Answers, circumstances: Circumstances, sentence: string]>([
    ['all in the middle', Object.fromEntries(quiz.items.map(({ id }) => [id, 3 as Answer])), {}, words.allNeutral],
    ['pressed very fast', best, { medianMillis: 800 }, words.lowConfidence],
    // RIG, ADM and COU each agree with both of their statements
    ['contradictions', { ...best, rig_ordre_r: 5, adm_routine_r: 5, cou_patients_r: 4 }, {}, words.lowConfidence],
    // 76 is one point from the band below
    ['near the next band', { ...best, adm_routine_r: 5, rig_ordre_r: 5 }, {}, texts.borderline],
  ])('says so: %s', (_, answers, circumstances, sentence) => {
    expect(verdictOf(answers, circumstances).text).toContain(sentence);
  });

  it('does not speak of the next band where a condition excludes it', () => {
    // 74 is one point from the next band, and the cap
    expect(verdictOf({ ...best, acc_anglais: 3 }).text).not.toContain(texts.borderline);
  });

  it('says nothing of the kind otherwise', () => {
    const { text } = verdictOf(best, { medianMillis: 5000 });
    for (const sentence of [words.allNeutral, words.lowConfidence, texts.borderline])
      expect(text).not.toContain(sentence);
  });
});

describe('an undetermined result', () => {
  const straight = personas.find((p) => p.expected.band === 'undetermined');
  const { text, buttons } = verdictOf(straight?.answers ?? {});

  it('shows no score, no band, no strengths', () => {
    expect(text).toContain(words.undetermined.label);
    // the code is made of answers, not of scores
    expect(text.replace(/CTA1-\d+/, '')).not.toMatch(/\/100|\b55\b|\b59\b/);
    for (const { label } of Object.values(words.bands)) expect(text).not.toContain(label);
    for (const heading of [texts.strengths, texts.watch, texts.dimensions]) expect(text).not.toContain(heading);
  });

  it('offers the quiz again', () => {
    expect(text).toContain(words.undetermined.text);
    expect(buttons).toEqual([
      {
        label: textsOf(knowledge, 'fr').buttons.retake,
        say: knowledge.entries.get('quiz')?.words.fr?.question,
        entry: 'quiz',
      },
    ]);
  });
});

describe('any verdict', () => {
  it.each(knowledge.locales)('has every placeholder filled and closes no door, in %s', (locale) => {
    fc.assert(
      fc.property(anyAnswers, fc.option(fc.nat({ max: 4000 }), { nil: undefined }), (answers, medianMillis) => {
        const result = score(quiz, answers, medianMillis === undefined ? {} : { medianMillis });
        const { text } = verdictReply(knowledge, { answers, result }, locale);
        expect(text).not.toMatch(HOLES);
        for (const pattern of neverSaid(locale)) expect(text).not.toMatch(pattern);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['the best', best],
    ['the worst', worst],
  ])('has every placeholder filled at the ends of the scale: %s', (_, answers) => {
    const { text } = verdictOf(answers);
    expect(text).not.toMatch(HOLES);
    for (const pattern of neverSaid('fr')) expect(text).not.toMatch(pattern);
  });

  it.each(knowledge.locales)(
    'fits the whole of what can be said: no sentence of the content closes a door, in %s',
    (locale) => {
      const all = knowledge.quizWords[locale];
      if (!all) throw new Error(`no quiz in ${locale}`);
      const said = [
        ...Object.values(all.bands).flatMap((b) => [b.label, b.text, ...b.next]),
        ...Object.values(all.gates).flatMap((g) => [g.reason, g.advice]),
        ...Object.values(all.dimensions).flatMap((d) => [d.strength, d.watch, d.next]),
        all.undetermined.text,
        all.allNeutral,
        all.lowConfidence,
        all.disclaimer,
      ];
      expect(said.filter((sentence) => neverSaid(locale).some((pattern) => pattern.test(sentence)))).toEqual([]);
    },
  );
});
