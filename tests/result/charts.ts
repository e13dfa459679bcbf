import { JSDOM } from 'jsdom';
import { type Answers, type Result, score } from '../../dialogs/quiz/scoring.ts';
import { loadKnowledge } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';
import { type ChartContent, chartContent } from '../../src/result/chartContent.ts';
import { readPageTexts } from '../../src/server/pageTexts.ts';

export const knowledge = loadKnowledge(contentDir);
const pageTexts = readPageTexts(knowledge);

/** What the chart of these answers shows. */
export function contentOf(answers: Answers, lang: string): { result: Result; content: ChartContent } {
  const [quiz, texts] = [knowledge.quizWords[lang], pageTexts[lang]?.result.chart];
  if (!quiz || !texts) throw new Error(`no words in "${lang}"`);
  const result = score(knowledge.quiz, answers);
  return { result, content: chartContent(knowledge.quiz, result, { lang, subject: 'CTA', quiz, texts }) };
}

/** @throws Error where the SVG is no valid XML */
export function parse(svg: string): Element {
  const { DOMParser } = new JSDOM().window;
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg') throw new Error(`no SVG: ${root.textContent}`);
  return root;
}

export interface Text {
  text: string;
  size: number;
  bold: boolean;
  anchor: string;
  x: number;
  /** Of the baseline. */
  y: number;
}

/** All that is drawn as text, where it stands in the picture. */
export function textsIn(root: Element): Text[] {
  return Array.from(root.querySelectorAll('text'), (element) => {
    const spans = Array.from(element.querySelectorAll('tspan'));
    const sized = spans[0] ?? element;
    const { x, y } = placeOf(element);
    return {
      text: element.textContent?.trim() ?? '',
      size: Number(sized.getAttribute('font-size')),
      bold: sized.getAttribute('class')?.includes('bold') ?? false,
      anchor: element.getAttribute('text-anchor') ?? 'start',
      x: x + Number(element.getAttribute('x') ?? 0),
      y: y + Number(element.getAttribute('y') ?? 0),
    };
  });
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The rectangles, where they stand in the picture. */
export function boxesIn(root: Element, selector: string): Box[] {
  return Array.from(root.querySelectorAll(selector), (element) => {
    const { x, y } = placeOf(element);
    const [left, top] = [x + Number(element.getAttribute('x') ?? 0), y + Number(element.getAttribute('y') ?? 0)];
    return {
      left,
      top,
      right: left + Number(element.getAttribute('width')),
      bottom: top + Number(element.getAttribute('height')),
    };
  });
}

/** Where the groups around an element put it. */
function placeOf(element: Element): { x: number; y: number } {
  const around = element.parentElement;
  if (!around) return { x: 0, y: 0 };
  const [, x = 0, y = 0] = /translate\((\S+) (\S+)\)/.exec(around.getAttribute('transform') ?? '') ?? [];
  const outer = placeOf(around);
  return { x: outer.x + Number(x), y: outer.y + Number(y) };
}
