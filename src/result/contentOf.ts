import type { Result } from '../../dialogs/quiz/scoring.ts';
import type { Knowledge, Locale } from '../../knowledge/index.ts';
import type { PageTexts } from '../server/pageTexts.ts';
import { type ChartContent, chartContent } from './chartContent.ts';

/** What a chart of a result says in a language of the content. */
export type ContentOf = (result: Result, locale: Locale) => ChartContent;

/** @param pageTexts in every language of the content */
export function createContentOf(knowledge: Knowledge, pageTexts: Readonly<Record<Locale, PageTexts>>): ContentOf {
  return (result, locale) => {
    const quiz = knowledge.quizWords[locale];
    const texts = pageTexts[locale]?.result.chart;
    if (!quiz || !texts) throw new Error(`no words of the quiz or the page in "${locale}"`);
    return chartContent(knowledge.quiz, result, { lang: locale, subject: guideName(knowledge, locale), quiz, texts });
  };
}

/** The job's name, without what explains it. */
export const guideName = ({ guide }: Pick<Knowledge, 'guide'>, locale: Locale): string =>
  (guide[locale]?.title ?? '').split(/ (?=\()/)[0] ?? '';
