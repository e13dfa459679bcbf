import type { Result } from '../../dialogs/quiz/scoring.ts';
import type { Quiz, QuizWords } from '../../knowledge/index.ts';
import type { ResultTexts } from '../server/pageTexts.ts';

/** What the chart shows, in the words of one language. Figures are 0 to 100, rounded. */
export interface ChartContent {
  lang: string;
  /** What the quiz is about. */
  subject: string;
  /** The band's name, or that there is no result. */
  label: string;
  /** Missing where the answers say nothing. */
  score?: Score;
  /** From the lowest to the highest. */
  bands: Band[];
  heading: string;
  /** In the order of the quiz. */
  dimensions: { label: string; score?: number }[];
  /** The same as the picture, in words. */
  alternative: string;
}

interface Score {
  value: number;
  /** Behind the value: what it is out of. */
  outOf: string;
  range: { low: number; high: number; text: string };
  /** What limits the score. `others`: limits that are higher, and therefore count for nothing yet. */
  limit?: { value: number; others: number[]; text: string; othersText?: string };
  /** What the answers come to without the limit, where that is more. */
  profile?: { value: number; text: string };
}

interface Band {
  min: number;
  max: number;
  label: string;
  span: string;
  reached: boolean;
}

export interface ChartWords {
  lang: string;
  subject: string;
  quiz: QuizWords;
  texts: ResultTexts['chart'];
}

/** A result as the chart shows it. */
export function chartContent(quiz: Quiz, result: Result, words: ChartWords): ChartContent {
  const { lang, subject, texts } = words;
  const undetermined = result.band === 'undetermined';
  const label = undetermined ? words.quiz.undetermined.label : (words.quiz.bands[result.band]?.label ?? result.band);
  const bands = quiz.bands
    .map(({ id, min, max }) => ({
      min,
      max,
      label: words.quiz.bands[id]?.label ?? id,
      span: texts.span(min, max),
      reached: id === result.band,
    }))
    .sort((a, b) => a.min - b.min);
  const dimensions = quiz.dimensions.map(({ id }) => ({
    label: words.quiz.dimensions[id]?.label ?? id,
    ...(undetermined ? {} : { score: Math.round(result.dimensions[id] ?? 0) }),
  }));
  const content = {
    lang,
    subject: texts.subject(subject),
    label,
    ...(undetermined ? {} : { score: scoreOf(result, texts) }),
    bands,
    heading: texts.dimensions,
    dimensions,
  };
  return { ...content, alternative: inWords(content, texts) };
}

function scoreOf({ final, profile, cap, caps, interval: [low, high] }: Result, texts: ChartWords['texts']): Score {
  const others = [...new Set(caps.map((c) => c.cap))].filter((value) => value > cap);
  return {
    value: final,
    outOf: texts.outOf,
    range: { low, high, text: texts.range(low, high) },
    ...(cap < 100
      ? {
          limit: {
            value: cap,
            others,
            text: texts.limit(cap),
            ...(others.length > 0 ? { othersText: texts.otherLimits(others.join(', ')) } : {}),
          },
        }
      : {}),
    ...(profile > final ? { profile: { value: profile, text: texts.profile(profile) } } : {}),
  };
}

function inWords(content: Omit<ChartContent, 'alternative'>, texts: ChartWords['texts']): string {
  const { score } = content;
  const sentences = [
    score ? texts.inWords.result(content.label, score.value) : content.label,
    ...(score ? [score.range.text, score.limit?.text, score.limit?.othersText, score.profile?.text] : []),
    ...content.bands.map((band) => texts.inWords.band(band.label, band.min, band.max)),
    ...content.dimensions.map(({ label, score }) =>
      score === undefined ? texts.inWords.dimensionWithoutScore(label) : texts.inWords.dimension(label, score),
    ),
  ];
  return sentences.flatMap((sentence) => (sentence ? [`${sentence}.`] : [])).join(' ');
}
