import type { Locale } from '../../knowledge/index.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import { describeChange } from './describeChange.ts';
import { quizWordsOf } from './replies.ts';
import { writeCode } from './resultCode.ts';
import { type Answers, bindingCaps, type Result, type TriggeredCap, type WatchPoint } from './scoring.ts';

/** Something said of the person's answers, with the name of the guide's section that it comes from. */
export interface Point {
  text: string;
  section: string;
}

/**
 * A result in words of one language, as plain text without markup: what the chat, the chart and the result's page show.
 * Where the result is undetermined it has a label, what that means and the code; no score, and nothing that follows of one.
 */
export interface VerdictWords {
  band: Result['band'];
  label: string;
  /** 0 to 100; missing where the result is undetermined. */
  score?: number;
  /** The range in which a second try would likely fall, 0 to 100. */
  range?: [low: number, high: number];
  /** Why the score is not higher: what limits it, with the profile before the limit. Missing where nothing does. */
  reason?: string;
  /** What the band means. */
  about: string;
  /** What to know before one relies on it: doubtful answers, a neighbouring band. */
  notes: string[];
  /** Up to three, strongest first. */
  strengths: Point[];
  /** Up to three, most pressing first. */
  watch: Point[];
  /** In the order of the quiz. `score`: 0 to 100, rounded. */
  dimensions: { id: string; label: string; score: number }[];
  /** What would lead to the next band; missing where there is none. */
  changes?: string;
  /** Up to four steps. */
  next: string[];
  /** What the quiz is not. */
  disclaimer: string;
  code: string;
}

const MAX_STEPS = 4;
/** Of what there is to do about the points to watch: the steps of the band need room. */
const MAX_ADVICE = 2;
/** More reasons than these nobody reads. */
const MAX_REASONS = 3;

/** @throws RangeError where an item has no answer */
export function describeVerdict(
  knowledge: SpokenKnowledge,
  answers: Answers,
  result: Result,
  locale: Locale,
): VerdictWords {
  const words = quizWordsOf(knowledge, locale);
  const { disclaimer, undetermined } = words;
  const code = writeCode(knowledge.quiz, answers);
  const { band } = result;
  if (band === 'undetermined')
    return {
      band,
      label: undetermined.label,
      about: undetermined.text,
      notes: [],
      strengths: [],
      watch: [],
      dimensions: [],
      next: [],
      disclaimer,
      code,
    };

  const about = words.bands[band];
  const reason = reasonFor(knowledge, result, locale);
  const changes = describeChange(knowledge, answers, locale);
  const steps = [...result.watch.map(adviceFor).slice(0, MAX_ADVICE), ...(about?.next ?? [])];
  return {
    band,
    label: about?.label ?? '',
    score: result.final,
    range: result.interval,
    ...(reason && { reason }),
    about: about?.text ?? '',
    notes: notesOn(knowledge, result, locale),
    strengths: result.strengths.map((id) => ({
      text: words.dimensions[id]?.strength ?? '',
      section: sectionOf(id),
    })),
    watch: result.watch.map(watched),
    dimensions: Object.entries(result.dimensions).map(([id, score]) => ({
      id,
      label: words.dimensions[id]?.label ?? id,
      score: Math.round(score),
    })),
    ...(changes && { changes }),
    next: [...new Set(steps)].filter(Boolean).slice(0, MAX_STEPS),
    disclaimer,
    code,
  };

  function watched(point: WatchPoint): Point {
    if (point.kind === 'dimension')
      return { text: words.dimensions[point.dimension]?.watch ?? '', section: sectionOf(point.dimension) };
    const { gate, dimension: low } = point.cap;
    const text = low ? (words.dimensions[low]?.watch ?? '') : (words.gates[gate.id]?.reason ?? '');
    return { text, section: sectionName(gate.section) };
  }

  function adviceFor(point: WatchPoint): string {
    if (point.kind === 'dimension') return words.dimensions[point.dimension]?.next ?? '';
    const { gate, dimension: low } = point.cap;
    return (low ? words.dimensions[low]?.next : words.gates[gate.id]?.advice) ?? '';
  }

  function sectionOf(dimension: string): string {
    return sectionName(knowledge.quiz.dimensions.find((d) => d.id === dimension)?.section ?? '');
  }

  function sectionName(id: string): string {
    return knowledge.guide[locale]?.sections[id] ?? id;
  }
}

/** Whether a condition, not the profile, sets the score. */
const isCapped = ({ cap, profile }: Result) => cap < profile;

/** What limits the score; all of it where several conditions do so alike, or only together. */
function reasonFor(knowledge: SpokenKnowledge, result: Result, locale: Locale): string | undefined {
  if (!isCapped(result)) return undefined;
  const texts = textsOf(knowledge, locale).verdict;
  const { profile, cap } = result;
  const binding = bindingCaps(result);
  const reasons = binding.map((c) => reasonOf(knowledge, c, locale)).slice(0, MAX_REASONS);
  if (binding.every((c) => c.cap > cap)) return texts.cappedTogether(profile, cap, reasons.join(' '));
  const say = binding.length > 1 ? texts.cappedByEach : texts.capped;
  return say(profile, cap, reasons.join(' '));
}

/** A gate that watches several dimensions names the one that fell too low. */
function reasonOf(knowledge: SpokenKnowledge, { gate, dimension }: TriggeredCap, locale: Locale): string {
  const words = quizWordsOf(knowledge, locale);
  const reason = words.gates[gate.id]?.reason ?? '';
  if (dimension === undefined || ('dimensions' in gate && gate.dimensions.length === 1)) return reason;
  return textsOf(knowledge, locale).verdict.reasonOfDimension(words.dimensions[dimension]?.label ?? dimension, reason);
}

function notesOn(knowledge: SpokenKnowledge, result: Result, locale: Locale): string[] {
  const { allNeutral, lowConfidence } = quizWordsOf(knowledge, locale);
  return [
    ...(result.quality === 'all-neutral' ? [allNeutral] : []),
    ...(['inconsistent', 'fast'].includes(result.quality) ? [lowConfidence] : []),
    // a cap may exclude the band next door
    ...(result.borderline && !isCapped(result) ? [textsOf(knowledge, locale).verdict.borderline] : []),
  ];
}
