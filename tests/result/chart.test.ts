import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Answers } from '../../dialogs/quiz/scoring.ts';
import { drawChart, type Look, type Shape } from '../../src/result/chart.ts';
import { widthOf } from '../../src/result/textWidth.ts';
import { personas } from '../dialogs/personas.ts';
import { type Box, boxesIn, contentOf, knowledge, parse, type Text, textsIn } from './charts.ts';

const LOCALES = ['fr', 'nl', 'en'];
const SHAPES: Shape[] = ['tall', 'wide'];

const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(knowledge.quiz.items.map(({ id }) => [id, fc.constantFrom<Answer>(1, 2, 3, 4, 5)])),
);
const anyLook: fc.Arbitrary<Look> = fc.record({
  shape: fc.constantFrom(...SHAPES),
  theme: fc.constantFrom('light', 'dark', undefined),
  bare: fc.boolean(),
});

const persona = (id: string): Answers => {
  const found = personas.find((p) => p.id === id);
  if (!found) throw new Error(`no persona "${id}"`);
  return found.answers;
};
const draw = (answers: Answers, locale: string, look?: Look) => {
  const { result, content } = contentOf(answers, locale);
  const { svg, ...size } = drawChart(content, look);
  return { result, content, svg, size, root: parse(svg) };
};

/** Where a text stands, if it is as wide as it may be. */
function boxOf({ text, size, bold, anchor, x, y }: Text): Box {
  const width = widthOf(text, size, bold);
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { left, top: y - 0.75 * size, right: left + width, bottom: y + 0.2 * size };
}
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe.each(LOCALES)('the chart in %s', (locale) => {
  const scored = personas.filter((p) => p.expected.band !== 'undetermined');

  it.each(scored.map((p) => [p.id, p.answers] as const))(
    'shows every figure, and says each in its text alternative: %s',
    (_, answers) => {
      const { result, content, root } = draw(answers, locale);
      const drawn = textsIn(root).map(({ text }) => text);
      const alternative = root.querySelector('desc')?.textContent ?? '';
      const limits = result.caps.map((c) => c.cap).filter((cap) => cap > result.cap);
      const figures = [
        result.final,
        ...result.interval,
        ...(result.cap < 100 ? [result.cap, ...limits] : []),
        ...(result.profile > result.final ? [result.profile] : []),
      ];

      for (const figure of figures) {
        expect(drawn.some((text) => new RegExp(`\\b${figure}\\b`).test(text))).toBe(true);
        expect(alternative).toMatch(new RegExp(`\\b${figure}\\b`));
      }
      expect(alternative).toContain(content.label);
      for (const { min, max, label } of content.bands) {
        expect(drawn).toContain(`${min}–${max}`);
        expect(alternative).toMatch(new RegExp(`${label}\\s?: \\D*${min} \\S+ ${max}\\.`));
      }
      for (const [id, score] of Object.entries(result.dimensions)) {
        const label = knowledge.quizWords[locale]?.dimensions[id]?.label ?? '';
        const rounded = Math.round(score);
        const row = textsIn(root).find(({ text }) => text === label);
        expect(textsIn(root).find(({ y, anchor }) => y === row?.y && anchor === 'end')?.text).toBe(String(rounded));
        expect(alternative).toMatch(new RegExp(`${label}\\s?: ${rounded} `));
      }
    },
  );

  it('shows no score where there is none', () => {
    const { content, root, svg } = draw(persona('straight'), locale);
    const texts = textsIn(root).map(({ text }) => text);

    expect(content.label).toBe(knowledge.quizWords[locale]?.undetermined.label);
    expect(root.querySelectorAll('g .c-accent')).toHaveLength(0);
    expect(svg).not.toMatch(/class="c-range"|url\(#chart-hatch\)/);
    expect(texts.filter((text) => text === '–')).toHaveLength(6);
    expect([...texts, root.querySelector('desc')?.textContent].join(' ')).not.toMatch(/\b55\b|(sur|op|out of) 100/);
  });
});

describe('the chart', () => {
  it('is valid, within its picture, and no text runs into another, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...LOCALES), anyLook, (answers, locale, look) => {
        const { svg, root, size } = draw(answers, locale, look);
        const texts = textsIn(root).map((text) => ({ ...text, ...boxOf(text) }));
        const within = ({ left, top, right, bottom }: Box) =>
          left >= 0 && top >= 0 && right <= size.width + 0.01 && bottom <= size.height + 0.01;

        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        expect([...texts, ...boxesIn(root, 'rect')].filter((box) => !within(box))).toEqual([]);
        expect(
          texts.flatMap((a, i) => texts.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} / ${b.text}`] : []))),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('draws each bar as long as its score', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { content, root } = draw(answers, 'fr');
        const grooves = boxesIn(root, '.c-groove');
        const bars = boxesIn(root, 'rect.c-accent');
        const lengths = grooves.map(({ left, right, top }) => {
          const bar = bars.find((b) => b.top === top);
          return bar ? Math.round((100 * (bar.right - bar.left)) / (right - left)) : 0;
        });
        expect(lengths).toEqual(content.dimensions.map(({ score = 0 }) => score));
      }),
      { numRuns: 50 },
    );
  });

  it('hatches what the limit keeps out of reach, and marks the profile in it', () => {
    const { root } = draw(persona('anglais'), 'fr'); // 86 limited to 59
    const [scale] = boxesIn(root, 'rect.c-edge');
    const [hatched] = boxesIn(root, 'g rect[fill="url(#chart-hatch)"]');
    if (!scale || !hatched) throw new Error('no scale, or nothing hatched');
    const share = (x: number) => Math.round((100 * (x - scale.left)) / (scale.right - scale.left));

    expect([share(hatched.left), share(hatched.right)]).toEqual([59, 100]);
    const [profile] = root.querySelectorAll('.c-profile');
    const tip = Number(/M(\S+) /.exec(profile?.getAttribute('d') ?? '')?.[1]);
    expect(share(scale.left + tip + 7)).toBe(86);
  });

  it('marks limits that are higher than the one that counts', () => {
    const { root, content } = draw(persona('creatif'), 'en');

    expect(content.score?.limit).toMatchObject({ value: 39, others: [59, 74] });
    expect(textsIn(root).map(({ text }) => text)).toContain('Other limits: 59, 74');
  });

  it('follows the viewer’s theme, unless it is given one', () => {
    const styleOf = (look: Look) => draw(persona('ideal'), 'fr', look).root.querySelector('style')?.textContent;

    expect(styleOf({})).toContain('prefers-color-scheme:dark');
    expect(styleOf({ theme: 'dark' })).not.toContain('prefers-color-scheme');
    expect(styleOf({ theme: 'dark' })).not.toBe(styleOf({ theme: 'light' }));
  });

  it.each<[theme: 'light' | 'dark']>([['light'], ['dark']])('has enough contrast: %s', (theme) => {
    const style = draw(persona('ideal'), 'fr', { theme }).root.querySelector('style')?.textContent ?? '';
    const colour = (look: string) => new RegExp(`\\.c-${look}\\{[^}]*?(#\\w{6})`).exec(style)?.[1] ?? '';
    const strokeOf = (look: string) => new RegExp(`\\.c-${look}\\{[^}]*stroke:(#\\w{6})`).exec(style)?.[1] ?? '';

    for (const letters of ['text', 'muted', 'accent'])
      expect(contrast(colour(letters), colour('surface'))).toBeGreaterThan(4.5);
    expect(contrast(colour('text'), colour('tint'))).toBeGreaterThan(4.5);
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThan(4.5);
    for (const line of ['edge', 'limit', 'range'])
      expect(contrast(strokeOf(line), colour('surface'))).toBeGreaterThan(3);
  });

  it('writes words as text, whatever they hold', () => {
    const { content } = contentOf(persona('anglais'), 'fr');
    const { svg } = drawChart({ ...content, label: '</text><script>alert("1")</script> & co', alternative: ']]>"<' });

    expect(parse(svg).querySelector('script')).toBeNull();
    const written = textsIn(parse(svg)).map(({ text }) => text);
    expect(written.join('')).toContain('</text><script>alert("1")</script> & co');
  });

  it('breaks a word that is longer than the picture is wide', () => {
    const { content } = contentOf(persona('anglais'), 'fr');
    const { svg, width } = drawChart({ ...content, label: 'Arbeitsunfähigkeitsbescheinigung'.repeat(3) });

    for (const box of textsIn(parse(svg)).map(boxOf)) expect(box.right).toBeLessThanOrEqual(width);
  });
});

/** WCAG 2: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
