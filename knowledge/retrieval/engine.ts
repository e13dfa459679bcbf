import { entryTexts } from '../entryTexts.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Locale } from '../schema.ts';
import { CALIBRATION, type Calibration } from './calibration.ts';
import type { Context } from './context.ts';
import { type Decision, decide, type Outcome } from './decide.ts';
import { createLanguageDetector } from './detectLanguage.ts';
import { followUp, leanings, leaningsOfCorrection } from './followUps.ts';
import { createLanguage, type Language } from './language.ts';
import type { ModelSource } from './model.ts';
import { holdsPhrase, words } from './normalise.ts';
import { rulesWithout, WHOLE, type Without } from './parts.ts';
import { type Ranked, Ranker } from './rank.ts';
import { classOf, isPossible, rankInContext } from './rankInContext.ts';
import { correction, questions, segments, sentences, withoutOpeners } from './segments.ts';

/** What a message means. Pure: the same words in the same context always give the same decision. */
export type Understand = (utterance: string, context: Context) => Decision;

export interface EngineOptions {
  /** Where the models come from; without it they are trained each time. */
  models?: ModelSource | undefined;
  calibration?: Calibration | undefined;
  /** Parts of the engine that are left out, to see what they give. */
  without?: Without | undefined;
}

/** The least probability of each of several topics in one message, alone, and its place among the topics of the whole. */
const PART_SCORE = 0.45;
const MENTIONED = 4;
const MAX_PARTS = 3;
/** A question outright counts from this share of the whole's probability on: a story is long, and long messages are sure. */
const QUESTION_OF_STORY = 0.75;
/** The entry that nothing may drown out. */
const DISTRESS = 'distress';
/** From this probability on a call for help is heard, whatever else is likelier: to miss one is worse than to offer help. */
const HELP = 0.3;
/** Of so few words a correction may name a thing rather than ask for one. */
const NAME_WORDS = 1;
/** From this probability on a message is clear as a whole, and a part of it where the whole is not. */
const CLEAR_PART = 0.8;
/** A topic of this probability is all that a message is about. */
const CERTAIN = 0.95;
const isCertain = ({ outcome, confidence }: Outcome) => outcome === 'answer' && confidence >= CERTAIN;
const isClear = ({ outcome, entries, confidence }: Outcome) =>
  outcome === 'answer' && (entries.length > 1 || confidence >= CLEAR_PART);
/** Two topics that each have this probability are both asked for where the message has parts. */
const SHARE_OF_WHOLE = 0.1;
/** Two topics together outweigh a refusal of so many times their probability: joined, they say less of either. */
const SHARE_OF_REFUSAL = 0.5;
/** So few words tell no language for certain. */
const FEW_WORDS = 3;
/** A message of more words tells a story: what it asks is then read on its own too. */
const STORY_WORDS = 18;

/** Builds the index of every language once; what it returns holds no state but memories of what was computed. */
export function createEngine(knowledge: Knowledge, options: EngineOptions = {}): Understand {
  const { locales, entries } = knowledge;
  const { thresholds } = options.calibration ?? CALIBRATION;
  const list = [...entries.values()];
  const classes = new Map(list.map((entry) => [entry.id, classOf(entry)]));
  const indexes = new Map(locales.map((locale) => [locale, indexOf(knowledge, locale, options)]));
  const detect = createLanguageDetector(
    new Map(locales.map((locale) => [locale, list.flatMap((entry) => entryTexts(entry, locale))])),
    options.models,
  );
  const isRefusal = (id: string) => entries.get(id)?.kind === 'absent';
  const character = { isRefusal, isSmallTalk: (id: string) => entries.get(id)?.kind === 'smalltalk' };
  const isOutside = (id: string) => classes.get(id) === 'outside';
  const isTopic = (id: string) => entries.get(id)?.kind === 'topic';

  return (utterance, context) => {
    const own = isOwn(utterance, indexes.get(context.locale));
    const locale = own ? context.locale : detect(utterance, context.locale);
    const decision = decideIn(locale, utterance, context);
    // what nobody understood in the conversation's language may be in the one that its words look like
    const isUnderstood = ({ outcome, entries: ids }: Decision) => outcome === 'answer' && !isOutside(ids[0] ?? '');
    const likeliest = own || isUnderstood(decision) ? locale : detect(utterance, context.locale, 0);
    const other = likeliest === locale ? decision : decideIn(likeliest, utterance, context);
    return isUnderstood(other) ? other : decision;
  };

  function decideIn(locale: Locale, utterance: string, context: Context): Decision {
    const { language, ranker } = indexes.get(locale) ?? noContent(locale);

    /** The entry that has the text as an utterance, and may be meant by it here. */
    const exactly = remembering((text: string): string | undefined => {
      const known = ranker.model
        .exact(text)
        .flatMap((i) => list[i] ?? [])
        .filter((entry) => isPossible(entry, context, entries));
      // a follow-up is possible only where something goes before it, and is meant then
      const meant = known.find(({ kind }) => kind === 'followup') ?? known[0];
      // « et à Liège ? » may be an utterance of an entry, and goes on with the last topic all the same
      const goesOn =
        meant?.kind === 'topic' && leanings(text, context, language, entries).has(context.topics?.[0] ?? '');
      return goesOn ? undefined : meant?.id;
    });
    const rankLeaning = (text: string, leaning: ReadonlyMap<string, number>) =>
      rankInContext(text, context, leaning, ranker, entries);
    const rank = remembering((text: string): Ranked[] => {
      if (words(text).length === 0) return [];
      const id = exactly(text);
      return id === undefined ? rankLeaning(text, leanings(text, context, language, entries)) : [{ id, score: 1 }];
    });
    const decided = (text: string): Outcome => decide(rank(text), character, thresholds);

    const read = (text: string): Outcome => {
      const whole = decided(text);
      return answersToParts(text, whole) ?? whole;
    };
    if (exactly(utterance) !== DISTRESS && isAlarm(utterance))
      return { outcome: 'answer', entries: [DISTRESS], confidence: CERTAIN, locale };
    // an utterance as it stands needs no second reading
    if (exactly(utterance) !== undefined || options.without?.has('parts of messages'))
      return { ...resolve(decided(utterance)), locale };
    const whole = read(utterance);
    const meant =
      callForHelp(utterance) ??
      meantInstead(utterance) ??
      questionOfStory(utterance, whole) ??
      (isFinal(whole) ? whole : (clearestPart(utterance) ?? whole));
    return { ...resolve(meant), locale };

    /** What somebody turns to who takes back what was understood. */
    function meantInstead(text: string): Outcome | undefined {
      const instead = context.topics?.length || context.offered?.length ? correction(text, language) : undefined;
      if (!instead) return undefined;
      const [nearest = ''] = context.offered ?? [];
      const [alone] = rankLeaning(instead, new Map());
      // « non, pas CRA, CTA »: no question of its own, but the one at hand about something else
      const isName = words(instead).length <= NAME_WORDS && (alone?.score ?? 0) < CLEAR_PART;
      if (isName && isTopic(nearest)) return { outcome: 'answer', entries: [nearest], confidence: alone?.score ?? 0 };
      const outcome = decide(rankLeaning(instead, leaningsOfCorrection(context, entries)), character, thresholds);
      return outcome.outcome === 'answer' && !isOutside(outcome.entries[0] ?? '') ? outcome : undefined;
    }

    /** What it wants done, and what is clear, needs no part to speak for it; of what it refuses none may. */
    function isFinal(outcome: Outcome): boolean {
      const [first = ''] = outcome.entries;
      const kind = entries.get(first)?.kind;
      return isClear(outcome) || (outcome.outcome === 'answer' && (kind === 'command' || kind === 'absent'));
    }

    /** Where the whole is unclear: what it says without its opening, or the last of its parts that asks for one thing. */
    function clearestPart(text: string): Outcome | undefined {
      const bare = decided(withoutOpeners(text, language));
      if (bare.outcome === 'answer' && bare.confidence > whole.confidence) return bare;
      const last = segments(text, language)
        .map(decided)
        .filter((d) => d.outcome === 'answer' && isTopic(d.entries[0] ?? ''))
        .at(-1);
      return last && isClear(last) ? last : undefined;
    }

    /** Two or three questions in one message: each part has to stand on its own, or two share the whole. */
    function answersToParts(text: string, all: Outcome): Outcome | undefined {
      if (exactly(text) !== undefined) return undefined;
      const parts = segments(text, language);
      if (parts.length < 2) return undefined;
      const alone = parts.flatMap((part) => rank(part)[0] ?? []);
      // « le salaire, les écoles »: nothing but topics, and nothing left over; unless the whole is clear: "are CTA and CRA alike"
      const areTopics = !isCertain(all) && alone.every(({ id, score }) => isTopic(id) && score >= CLEAR_PART);
      // « et au Luxembourg, on gagne plus ? »: what the whole asks is not in the guide, though a part of it is
      if (!areTopics && all.outcome === 'answer' && isRefusal(all.entries[0] ?? '')) return undefined;
      const topics = rank(text).filter(({ id }) => isTopic(id));
      // « TMF, ça veut dire quoi ? »: the second part means something else alone, of which the whole has nothing
      const isMentioned = (id: string) => areTopics || topics.slice(0, MENTIONED).some((r) => r.id === id);
      // a comma alone joins no questions: « passer de CTA à CRA, c'est possible ? »
      const isJoined = segments(text.replaceAll(',', ' '), language).length > 1;
      const answered = alone
        .filter(({ id, score }) => (isJoined || areTopics) && score >= PART_SCORE && isTopic(id) && isMentioned(id))
        .map((r) => r.id);
      const shared = topics.slice(0, 2).filter(({ score }) => isJoined && score >= SHARE_OF_WHOLE);
      // where both together are far less likely than that the guide has neither, it is about neither
      const refusal = rank(text).find(({ id }) => isRefusal(id))?.score ?? 0;
      const together = shared.reduce((sum, { score }) => sum + score, 0);
      const isShared = shared.length === 2 && together >= SHARE_OF_REFUSAL * refusal;
      const found = [...new Set([...answered, ...(isShared ? shared.map((r) => r.id) : [])])];
      if (found.length < 2) return undefined;
      return { outcome: 'answer', entries: found.slice(0, MAX_PARTS), confidence: all.confidence };
    }

    function isAlarm(text: string): boolean {
      const typed = words(text);
      return language.alarms.some((phrase) => holdsPhrase(typed, phrase));
    }

    /** A call for help is heard in whichever part of a message it stands, whatever the others ask. */
    function callForHelp(text: string): Outcome | undefined {
      const heard = [text, ...sentences(text), ...segments(text, language)]
        .flatMap((part) => rank(part).find(({ id }) => id === DISTRESS)?.score ?? [])
        .reduce((most, score) => Math.max(most, score), 0);
      return heard >= HELP ? { outcome: 'answer', entries: [DISTRESS], confidence: heard } : undefined;
    }

    /** What a story asks outright, where that is clearer than all of it; what it wants done comes first. */
    function questionOfStory(text: string, all: Outcome): Outcome | undefined {
      if (words(text).length <= STORY_WORDS) return undefined;
      if (all.outcome === 'answer' && entries.get(all.entries[0] ?? '')?.kind === 'command') return undefined;
      const question = questions(text).join(' ');
      if (!question) return undefined;
      const asked = read(question);
      // « vous pouvez m'aider ? » asks for what the story was about
      if (asked.outcome !== 'answer' || entries.get(asked.entries[0] ?? '')?.kind === 'smalltalk') return undefined;
      return asked.confidence > QUESTION_OF_STORY * all.confidence ? asked : undefined;
    }

    /** What a message could be about, rather than what one could say or do. */
    function isOffered(id: string): boolean {
      const entry = entries.get(id);
      return entry?.kind === 'topic' || id === 'quiz' || (entry?.kind === 'absent' && !entry.outside);
    }

    /** A few words that go on with the last topic stand for the entry that they lead to. */
    function resolve(outcome: Outcome): Outcome {
      const [first = ''] = outcome.entries;
      const target = outcome.outcome === 'answer' ? followUp(first, context, entries) : undefined;
      if (target) return { ...outcome, entries: target };
      if (outcome.outcome !== 'clarify') return outcome;
      const offered = outcome.entries.filter(isOffered);
      return offered.length > 0 ? { ...outcome, entries: offered } : { ...outcome, outcome: 'unknown', entries: [] };
    }
  }
}

/** The parts of a message are looked at from several sides, and often are the whole of it. */
function remembering<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    const found = known.get(text) ?? { value: compute(text) };
    known.set(text, found);
    return found.value;
  };
}

interface Index {
  language: Language;
  ranker: Ranker;
}

/** Has the model of one language made, for a source that keeps it: languages can be trained beside one another. */
export function trainLocale(knowledge: Knowledge, locale: Locale, models: ModelSource): void {
  indexOf(knowledge, locale, { models });
}

function noContent(locale: Locale): never {
  throw new Error(`no content in "${locale}"`);
}

/** What the conversation's own language knows is in no other: « quiz », « points forts », « CTA vs CRA ». */
function isOwn(utterance: string, index: Index | undefined): boolean {
  if (!index) return false;
  const { model } = index.ranker;
  const typed = words(utterance);
  const areKnown = typed.length <= FEW_WORDS && typed.every((word) => model.analyser.knows(word));
  return areKnown || model.exact(utterance).length > 0;
}

function indexOf({ entries, languages }: Knowledge, locale: Locale, options: EngineOptions): Index {
  const language = createLanguage(rulesWithout(languages[locale], options.without ?? WHOLE));
  const documents = [...entries.values()].map((entry) => ({
    id: entry.id,
    class: classOf(entry),
    utterances: entryTexts(entry, locale),
  }));
  const { weights } = options.calibration ?? CALIBRATION;
  return { language, ranker: new Ranker(documents, language, { ...options, weights }) };
}
