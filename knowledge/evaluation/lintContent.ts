import { areApart, wordsFileOf } from '../crossCheck.ts';
import { entryTexts } from '../entryTexts.ts';
import type { Entry, Knowledge } from '../knowledge.ts';
import type { Understand } from '../retrieval/engine.ts';
import { plainText } from '../retrieval/normalise.ts';
import type { Locale } from '../schema.ts';
import type { Finding } from './finding.ts';
import { askHeldOut } from './heldOut.ts';
import { whereItCounts } from './whereItCounts.ts';

/**
 * The fewest ways of asking. Topics are what people come for, and ask for in more ways than anything else; most of them
 * write in French, the guide's language. Where the guide is silent and in small talk less is at stake and less varies.
 */
const LEAST_TOPIC = { guideLanguage: 60, others: 35 };
const GUIDE_LANGUAGE = 'fr';
const LEAST_ABSENT = 20;
const LEAST_TALK = 20;
/** An entry with less than this share of the utterances that another language has was not finished there. */
const LEAST_TRANSLATED = 1 / 3;
/** Shorter texts may well be the same in two languages: « CTA vs CRA ? ». */
const LONG_TEXT = 20;
/** Two entries overlap where more of the one's utterances are answered as the other; what is below is chance. */
const OVERLAP = 0.03;
/** A single utterance may be odd; it says nothing of its entry. */
const LEAST_OVERLAP = 2;
const EXAMPLES = 2;
/** An entry that comes first for fewer of its own utterances is hardly ever found by words of people's own. */
const HARDLY_REACHED = 1 / 4;
const SELDOM_REACHED = 1 / 2;
/** Of fewer utterances a share says little; such entries are a few set phrases, found by being listed. */
const LEAST_ASKED = 20;

type Content = Pick<Knowledge, 'entries' | 'locales' | 'languages'>;

export interface LintOptions {
  /** The engine of this content. */
  understand: Understand;
  /** Leaves out `overlap` and `unreachable`, which have models trained. Default: false. */
  quick?: boolean | undefined;
  /** Is told what goes on while models are trained. */
  progress?: ((line: string) => void) | undefined;
}

/** What an author should look at in content that loads (docs/content.md), kind by kind. */
export function lintContent(
  content: Content,
  { understand, quick = false, progress = () => {} }: LintOptions,
): Finding[] {
  const { locales } = content;
  const entries = [...content.entries.values()];
  const everywhere = (find: (entry: Entry, locale: Locale) => Finding[]) =>
    locales.flatMap((locale) => entries.flatMap((entry) => find(entry, locale)));
  return [
    ...everywhere(fewUtterances),
    ...everywhere(repeated),
    ...locales.flatMap((locale) => shared(entries, locale)),
    ...everywhere((entry, locale) => misunderstood(entry, locale, content, understand)),
    ...deadEnds(entries),
    ...entries.filter((entry) => !whereItCounts(entry, content, locales[0] ?? '')).map(meaningless),
    ...everywhere((entry, locale) => fewTranslated(entry, locale, locales)),
    ...everywhere((entry, locale) => untranslated(entry, locale, locales)),
    ...(quick ? [] : trained(content, progress)),
  ];
}

const at = (entry: Entry, locale: Locale) => ({ file: wordsFileOf(entry, locale), entry: entry.id, locale });
const utterancesOf = (entry: Entry, locale: Locale) => entry.words[locale]?.utterances ?? [];

function fewUtterances(entry: Entry, locale: Locale): Finding[] {
  const has = utterancesOf(entry, locale).length;
  const needs = leastOf(entry, locale);
  return has < needs ? [{ kind: 'few-utterances', severity: 'error', ...at(entry, locale), has, needs }] : [];
}

/** What is understood only after something certain has few rivals there: any number will do. */
function leastOf(entry: Entry, locale: Locale): number {
  if (entry.kind === 'topic') return locale === GUIDE_LANGUAGE ? LEAST_TOPIC.guideLanguage : LEAST_TOPIC.others;
  if (entry.kind === 'absent') return LEAST_ABSENT;
  return entry.kind === 'followup' || (entry.kind === 'command' && entry.scope) ? 0 : LEAST_TALK;
}

function repeated(entry: Entry, locale: Locale): Finding[] {
  const plain = utterancesOf(entry, locale).map(plainText);
  return utterancesOf(entry, locale)
    .filter((_, i) => plain.indexOf(plain[i] ?? '') < i)
    .map((utterance) => ({ kind: 'repeated', severity: 'warning', ...at(entry, locale), utterance }));
}

function shared(entries: readonly Entry[], locale: Locale): Finding[] {
  const owners = new Map<string, Entry[]>();
  return entries.flatMap((entry) => {
    const texts = new Map(entryTexts(entry, locale).map((text) => [plainText(text), text]));
    return [...texts].flatMap(([plain, text]): Finding[] => {
      const others = owners.get(plain) ?? [];
      owners.set(plain, [...others, entry]);
      const other = others.find((owner) => !areApart(owner, entry));
      return other ? [{ kind: 'shared', severity: 'error', ...at(entry, locale), other: other.id, text }] : [];
    });
  });
}

function misunderstood(entry: Entry, locale: Locale, content: Content, understand: Understand): Finding[] {
  const words = entry.words[locale];
  const place = whereItCounts(entry, content, locale);
  if (!words || !place) return [];
  return (['label', 'question'] as const).flatMap((field): Finding[] => {
    const text = words[field];
    const { outcome, entries } = understand(text, place.context);
    if (outcome === 'answer' && entries.join() === place.means.join()) return [];
    return [{ kind: 'misunderstood', severity: 'error', ...at(entry, locale), field, text, as: { outcome, entries } }];
  });
}

function deadEnds(entries: readonly Entry[]): Finding[] {
  const ledTo = new Set(entries.flatMap((entry) => ('followUps' in entry ? entry.followUps : [])));
  return entries
    .filter(({ kind, id }) => kind === 'topic' && !ledTo.has(id))
    .map(({ id, listedIn }) => ({ kind: 'dead-end', severity: 'warning', file: listedIn, entry: id }));
}

const meaningless = ({ id, listedIn }: Entry): Finding => ({
  kind: 'meaningless',
  severity: 'warning',
  file: listedIn,
  entry: id,
});

function fewTranslated(entry: Entry, locale: Locale, locales: readonly Locale[]): Finding[] {
  const has = utterancesOf(entry, locale).length;
  const [than = locale] = locales.toSorted((a, b) => utterancesOf(entry, b).length - utterancesOf(entry, a).length);
  const most = utterancesOf(entry, than).length;
  if (has >= LEAST_TRANSLATED * most) return [];
  return [{ kind: 'few-translated', severity: 'warning', ...at(entry, locale), has, most, than }];
}

function untranslated(entry: Entry, locale: Locale, locales: readonly Locale[]): Finding[] {
  const before = locales.slice(0, locales.indexOf(locale));
  return (['label', 'question', 'answer'] as const).flatMap((field): Finding[] => {
    const text = entry.words[locale]?.[field] ?? '';
    const like = before.find((other) => entry.words[other]?.[field] === text);
    if (text.length <= LONG_TEXT || like === undefined) return [];
    return [{ kind: 'untranslated', severity: 'warning', ...at(entry, locale), like, field, text }];
  });
}

/** What only models can show that were trained without the utterances which they are asked. */
function trained(content: Content, progress: (line: string) => void): Finding[] {
  const heldOut = content.locales.flatMap((locale) =>
    askHeldOut(content, locale, progress).map((result) => ({ ...result, locale })),
  );
  heldOut.sort((a, b) => a.first / a.asked - b.first / b.asked);
  const unreachable = heldOut.flatMap(({ entry, locale, first, asked }): Finding[] => {
    if (asked < LEAST_ASKED || first >= SELDOM_REACHED * asked) return [];
    const severity = first < HARDLY_REACHED * asked ? 'error' : 'warning';
    return [{ kind: 'unreachable', severity, ...at(entry, locale), first, asked }];
  });
  const overlaps = heldOut
    .flatMap(({ entry, locale, asked, answeredAs }) =>
      [...answeredAs].map(([other, examples]) => ({
        kind: 'overlap' as const,
        severity: 'warning' as const,
        ...at(entry, locale),
        other,
        answered: examples.length,
        asked,
        examples: examples.slice(0, EXAMPLES),
      })),
    )
    .filter(({ answered, asked }) => answered > OVERLAP * asked && answered >= LEAST_OVERLAP)
    .sort((a, b) => b.answered / b.asked - a.answered / a.asked);
  return [...unreachable, ...overlaps];
}
