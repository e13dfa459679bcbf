/** Talk about a result: replies made of its own numbers. */
import type { Locale } from '../../knowledge/index.ts';
import { buttonsFor, entriesOf } from '../buttons.ts';
import type { Button, Reply } from '../reply.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';
import { changesText, describeChange, labelOf, nameOfCap, shortOf } from './describeChange.ts';
import { describeVerdict } from './describeVerdict.ts';
import {
  type CapChange,
  type Comparison,
  type Contribution,
  compareResults,
  contributions,
  NOISE_BELOW,
  type Wish,
  whatIf,
  wishesFor,
} from './explain.ts';
import type { ScoredQuiz } from './finished.ts';
import { quizWordsOf } from './replies.ts';
import type { Mistake } from './resultCode.ts';
import { type Answers, bindingCaps, type Result } from './scoring.ts';

/** More lines of one kind nobody reads in a chat. */
const MAX_LINES = 5;
/** What may be asked next; entries that the content has not are left out. */
const NEXT = { why: ['verdict-what-if', 'verdict-weights'], other: ['verdict-why', 'verdict-what-if'] };

/** « Pourquoi ce résultat ? »: what limits it, what each dimension brings, and where most is lost. */
export function whyReply(knowledge: SpokenKnowledge, { answers, result }: ScoredQuiz, locale: Locale): Reply {
  const { explain, verdict } = textsOf(knowledge, locale);
  const { band, label, score: final, reason } = describeVerdict(knowledge, answers, result, locale);
  if (band === 'undetermined' || final === undefined) return undeterminedReply(knowledge, locale);
  const { dimensions, caps } = contributions(knowledge.quiz, answers);
  const [costly] = [...dimensions].sort((a, b) => b.lost - a.lost);
  // a cap that limits the score alone is told with its reason
  const costs = caps
    .filter((c) => c.costs > 0 && final + c.costs < result.profile)
    .map(({ cap, costs }) => explain.withoutCap(nameOfCap(knowledge, cap, locale), final + costs));
  const gains = dimensions.map((d) =>
    explain.gain(dimensionLabel(knowledge, d.dimension, locale), Math.round(d.gained), Math.round(d.gained + d.lost)),
  );
  return talk(locale, nextButtons(knowledge, NEXT.why, locale), [
    explain.why(final, label),
    reason ? verdict.reason(reason) : explain.unlimited,
    ...costs.slice(0, MAX_LINES),
    `${explain.gains}\n\n${gains.join('\n')}`,
    ...(costly && costly.lost > 0 ? [costlyText(knowledge, costly, locale)] : []),
  ]);
}

/** « Qu'est-ce qui compte le plus ? »: the weights and the conditions, and what weighs most in the person's own answers. */
export function weightsReply(knowledge: SpokenKnowledge, { answers, result }: ScoredQuiz, locale: Locale): Reply {
  const { quiz } = knowledge;
  const { explain } = textsOf(knowledge, locale);
  const weights = [...quiz.dimensions]
    .sort((a, b) => b.weight - a.weight)
    .map(({ id, weight }) => explain.weight(dimensionLabel(knowledge, id, locale), weight));
  const names = quiz.gates.flatMap((gate) => ('item' in gate ? [shortOf(knowledge, gate.item, locale)] : []));
  return talk(locale, nextButtons(knowledge, NEXT.other, locale), [
    `${explain.weights}\n\n${weights.join('\n')}`,
    explain.conditions(names.join(', ')),
    ...(result.band === 'undetermined' ? [] : ownWeights(knowledge, answers, locale)),
  ]);
}

/**
 * « Et si mon anglais était meilleur ? »: the result with each of them alone.
 * @param items ids of those that were asked about; none asks for the smallest change that reaches the next band
 */
export function whatIfReply(
  knowledge: SpokenKnowledge,
  { answers, result }: ScoredQuiz,
  items: readonly string[],
  locale: Locale,
): Reply {
  const { explain } = textsOf(knowledge, locale);
  if (result.band === 'undetermined') return undeterminedReply(knowledge, locale);
  const said =
    items.length > 0
      ? wishesFor(knowledge.quiz, items).flatMap((wish) => wishText(knowledge, answers, wish, locale))
      : [describeChange(knowledge, answers, locale) ?? explain.topBand];
  return talk(locale, nextButtons(knowledge, ['verdict-why', 'verdict-weights'], locale), [
    ...new Set(said),
    explain.calculated,
  ]);
}

/**
 * « J'ai fait mieux ? »: what is different, and whether that is more than chance.
 * @param earlier missing where the person has but one result
 */
export function compareReply(
  knowledge: SpokenKnowledge,
  earlier: ScoredQuiz | undefined,
  latest: ScoredQuiz,
  locale: Locale,
): Reply {
  const { explain } = textsOf(knowledge, locale);
  if (!earlier) return retakeReply(knowledge, explain.nothingToCompare(codeStart(knowledge)), locale);
  const then = earlier.result;
  const now = latest.result;
  if (then.band === 'undetermined' || now.band === 'undetermined')
    return retakeReply(knowledge, explain.notComparable, locale);
  const { bands } = quizWordsOf(knowledge, locale);
  const comparison = compareResults(knowledge.quiz, earlier.answers, latest.answers);
  return talk(locale, nextButtons(knowledge, NEXT.other, locale), [
    explain.comparison(then.final, bands[then.band]?.label ?? '', now.final, bands[now.band]?.label ?? ''),
    ...differenceTexts(knowledge, comparison, locale),
  ]);
}

/** « Depuis la dernière fois… »: the difference in two sentences, to stand below a verdict. */
export function progressText(
  knowledge: SpokenKnowledge,
  earlier: ScoredQuiz,
  latest: ScoredQuiz,
  locale: Locale,
): string {
  const { explain } = textsOf(knowledge, locale);
  if ([earlier, latest].some(({ result }) => result.band === 'undetermined')) return explain.notComparable;
  const comparison = compareResults(knowledge.quiz, earlier.answers, latest.answers);
  const said = comparison.changes.length > 0 ? judged(knowledge, comparison, locale) : explain.sameAnswers;
  return explain.progress(comparison.score.from, comparison.score.to, said);
}

/** A result code that cannot be read: what is wrong with it. */
export function mistypedCodeReply(knowledge: SpokenKnowledge, why: Mistake, locale: Locale): Reply {
  const { quiz } = knowledge;
  const { mistyped } = textsOf(knowledge, locale).explain;
  const text = {
    length: mistyped.length(codeStart(knowledge), quiz.items.length + 1),
    digits: mistyped.digits(codeStart(knowledge), quiz.items.length),
    check: mistyped.check,
    version: mistyped.version,
  }[why];
  return retakeReply(knowledge, text, locale);
}

/** There is no result yet to talk about. */
export const noResultReply = (knowledge: SpokenKnowledge, locale: Locale): Reply =>
  talk(locale, buttonsFor(entriesOf(knowledge, ['quiz']), locale), [
    textsOf(knowledge, locale).explain.noResult(codeStart(knowledge)),
  ]);

const undeterminedReply = (knowledge: SpokenKnowledge, locale: Locale): Reply =>
  retakeReply(knowledge, quizWordsOf(knowledge, locale).undetermined.text, locale);

const codeStart = ({ quiz }: SpokenKnowledge) => `${quiz.codePrefix}${quiz.version}-`;

function costlyText(knowledge: SpokenKnowledge, { dimension, items }: Contribution, locale: Locale): string {
  const { explain } = textsOf(knowledge, locale);
  const answers = items.map(({ item, answer }) =>
    explain.answer(shortOf(knowledge, item.id, locale), labelOf(knowledge, item.id, answer, locale)),
  );
  return [explain.costly(dimensionLabel(knowledge, dimension, locale)), answers.join('\n')].join('\n\n');
}

/** Nothing to tell where no dimension brings or costs more than the others. */
function ownWeights(knowledge: SpokenKnowledge, answers: Answers, locale: Locale): string[] {
  const { dimensions } = contributions(knowledge.quiz, answers);
  const [gaining] = [...dimensions].sort((a, b) => b.gained - a.gained);
  const [losing] = [...dimensions].sort((a, b) => b.lost - a.lost);
  if (!gaining || !losing || gaining === losing || gaining.gained === 0 || losing.lost === 0) return [];
  const label = ({ dimension }: Contribution) => dimensionLabel(knowledge, dimension, locale);
  return [textsOf(knowledge, locale).explain.ownWeights(label(gaining), label(losing))];
}

/** An item by one answer and, where that is more, at its best; a dimension at its best. */
function wishText(knowledge: SpokenKnowledge, answers: Answers, wish: Wish, locale: Locale): string[] {
  const { explain } = textsOf(knowledge, locale);
  const { bands } = quizWordsOf(knowledge, locale);
  const { before, after, changes } = whatIf(knowledge.quiz, answers, [wish]);
  const name =
    wish.kind === 'item' ? shortOf(knowledge, wish.item, locale) : dimensionLabel(knowledge, wish.dimension, locale);
  if (changes.length === 0) return [explain.alreadyBest(name)];
  const condition = wish.kind === 'item' ? changesText(knowledge, changes, locale) : explain.dimensionAtBest(name);
  const said =
    after.final > before.final
      ? explain.whatIf(condition, before.final, after.final, bands[after.band]?.label ?? '')
      : explain.whatIfSame(condition, after.final, bindingNames(knowledge, after, locale));
  const best: Wish | undefined = wish.kind === 'item' && wish.to === 'next' ? { ...wish, to: 'best' } : undefined;
  return best ? [said, ...wishText(knowledge, answers, best, locale)] : [said];
}

const bindingNames = (knowledge: SpokenKnowledge, result: Result, locale: Locale): string =>
  bindingCaps(result)
    .map((cap) => nameOfCap(knowledge, cap, locale))
    .join(', ');

function differenceTexts(knowledge: SpokenKnowledge, comparison: Comparison, locale: Locale): string[] {
  const { explain } = textsOf(knowledge, locale);
  const { score: total, before, after } = comparison;
  if (comparison.changes.length === 0) return [explain.sameAnswers];
  const dimensions = comparison.dimensions
    .filter((d) => !d.isNoise)
    .map((d) => explain.moved(dimensionLabel(knowledge, d.id, locale), Math.round(d.from), Math.round(d.to)));
  const answers = comparison.changes.map(({ item, from, to }) =>
    explain.moved(
      shortOf(knowledge, item, locale),
      labelOf(knowledge, item, from, locale),
      labelOf(knowledge, item, to, locale),
    ),
  );
  const more = answers.length > MAX_LINES ? [explain.more(answers.length - MAX_LINES)] : [];
  return [
    judged(knowledge, comparison, locale),
    ...(total.isNoise && before.band !== after.band ? [explain.bandByNoise] : []),
    ...list(comparison.caps.map((change) => capText(knowledge, change, locale))),
    ...headed(explain.dimensions, dimensions),
    ...headed(explain.answers, [...answers.slice(0, MAX_LINES), ...more]),
  ];
}

/** Whether the scores differ by more than chance. */
function judged(knowledge: SpokenKnowledge, { score: { from, to, isNoise } }: Comparison, locale: Locale): string {
  const { explain } = textsOf(knowledge, locale);
  const by = signed(to - from);
  return isNoise ? explain.noise(by, NOISE_BELOW) : explain.differs(by);
}

function capText(knowledge: SpokenKnowledge, { cap, from, to }: CapChange, locale: Locale): string {
  const { explain } = textsOf(knowledge, locale);
  const name = nameOfCap(knowledge, cap, locale);
  if (to === undefined) return explain.capGone(name);
  return from === undefined ? explain.capNew(name, to) : explain.capMoved(name, from, to);
}

/** With a minus sign, not a hyphen. */
const signed = (difference: number) => (difference < 0 ? `−${-difference}` : `+${difference}`);

const list = (lines: string[]) => (lines.length > 0 ? [lines.join('\n')] : []);
const headed = (heading: string, lines: string[]) => list(lines).map((text) => `${heading}\n\n${text}`);

const dimensionLabel = (knowledge: SpokenKnowledge, id: string, locale: Locale): string =>
  quizWordsOf(knowledge, locale).dimensions[id]?.label ?? id;

const nextButtons = (knowledge: SpokenKnowledge, ids: readonly string[], locale: Locale) =>
  buttonsFor(entriesOf(knowledge, [...ids, 'handoff']), locale);

const retakeReply = (knowledge: SpokenKnowledge, text: string, locale: Locale): Reply => {
  const { retake } = textsOf(knowledge, locale).buttons;
  return talk(
    locale,
    buttonsFor(entriesOf(knowledge, ['quiz']), locale).map((button) => ({ ...button, label: retake })),
    [text],
  );
};

const talk = (locale: Locale, buttons: Button[], blocks: readonly string[]): Reply => ({
  text: blocks.join('\n\n'),
  buttons,
  data: { answer: { kind: 'verdict', entries: [], locale } },
});
