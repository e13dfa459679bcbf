import type { Decision, Entry, Locale } from '../../knowledge/index.ts';
import { buttonsFor, entriesOf } from '../buttons.ts';
import { currentItem, indexOf, isOpen, type QuizRun } from '../quiz/run.ts';
import type { AnswerData, Button, Reply } from '../reply.ts';
import { type SpokenKnowledge, textsOf } from '../texts/index.ts';

/** Who to send people to, as the operator set it. */
export interface Advisor {
  url?: string | undefined;
  email?: string | undefined;
}

/** What every small-talk reply and dead end offers. */
const OFFERED = ['presentation', 'quiz', 'handoff'];

/**
 * The words for what was decided: an answer with its source, topics to pick from, or an honest « je ne sais pas ».
 * @param paused the quiz run that waits, if any: who comes back is told so
 */
export function talkReply(knowledge: SpokenKnowledge, decision: Decision, locale: Locale, paused?: QuizRun): Reply {
  const texts = textsOf(knowledge, locale);
  const { outcome, confidence } = decision;
  const entries = decision.entries.flatMap((id) => knowledge.entries.get(id) ?? []);
  const data = (kind: AnswerData['kind'], more: Partial<AnswerData> = {}) => ({
    answer: { kind, entries: entries.map((e) => e.id), locale, confidence: round(confidence), ...more },
  });
  switch (outcome) {
    case 'answer':
      return entries[0]?.kind === 'absent'
        ? absentReply(knowledge, entries[0], locale, confidence)
        : remindOfQuiz(answerReply(knowledge, entries, locale, data), knowledge, locale, paused);
    case 'clarify':
      return { text: texts.clarify, buttons: buttonsFor(entries, locale), data: data('clarify') };
    case 'unknown': {
      const near = entries.filter((e) => e.kind === 'topic');
      return {
        text: near.length > 0 ? texts.unknown.withTopics : texts.unknown.text,
        buttons: [...buttonsFor(near, locale), ...buttonsFor(entriesOf(knowledge, ['handoff']), locale)],
        data: data('unknown', { entries: near.map((e) => e.id) }),
      };
    }
  }
}

function answerReply(
  knowledge: SpokenKnowledge,
  entries: Entry[],
  locale: Locale,
  data: (kind: AnswerData['kind'], more?: Partial<AnswerData>) => { answer: AnswerData },
): Reply {
  const answers = entries.map((entry) => entry.words[locale]?.answer ?? '');
  const topics = entries.filter((entry) => entry.kind === 'topic');
  if (topics.length === 0)
    return {
      text: answers.join('\n\n'),
      buttons: buttonsFor(entriesOf(knowledge, OFFERED), locale),
      data: data('smalltalk'),
    };
  const sources = topics.map((t) => knowledge.guide[locale]?.sections[t.section] ?? t.section);
  const text = topics
    .flatMap((_, i) => [answers[i] ?? '', textsOf(knowledge, locale).source(sources[i] ?? '')])
    .join('\n\n');
  const next = topics.flatMap((t) => t.followUps).filter((id) => !topics.some((t) => t.id === id));
  const offered = entriesOf(knowledge, [...new Set(next)].slice(0, 3));
  return {
    text,
    buttons: buttonsFor([...offered, ...entriesOf(knowledge, ['quiz'])], locale),
    data: data('answer', { sources }),
  };
}

/** Under a greeting: the quiz that the person left, with the button that resumes it in place of one that starts it. */
function remindOfQuiz(reply: Reply, knowledge: SpokenKnowledge, locale: Locale, paused: QuizRun | undefined): Reply {
  const { quiz } = knowledge;
  if (reply.data?.answer?.entries[0] !== 'greet' || !isOpen(quiz, paused)) return reply;
  const item = currentItem(quiz, paused);
  if (!item) return reply;
  const waiting = textsOf(knowledge, locale).greetingWithPausedQuiz(indexOf(quiz, item), quiz.items.length);
  const offered = ['quiz-resume', ...OFFERED.filter((id) => id !== 'quiz')];
  return { ...reply, text: `${reply.text}\n\n${waiting}`, buttons: buttonsFor(entriesOf(knowledge, offered), locale) };
}

/** What the guide does not say, what it says nearby, and who knows. */
function absentReply(
  knowledge: SpokenKnowledge,
  entry: Entry & { kind: 'absent' },
  locale: Locale,
  confidence: number,
): Reply {
  const near = entriesOf(knowledge, entry.followUps);
  return {
    text: entry.words[locale]?.answer ?? textsOf(knowledge, locale).unknown.text,
    buttons: buttonsFor([...near, ...entriesOf(knowledge, ['handoff'])], locale),
    data: {
      answer: { kind: 'unknown', entries: entry.followUps, locale, confidence: round(confidence), absent: entry.id },
    },
  };
}

/** The conversation goes on in another language. */
export function languageReply(knowledge: SpokenKnowledge, locale: Locale): Reply {
  return {
    text: textsOf(knowledge, locale).language,
    buttons: offers(knowledge, locale),
    data: { answer: { kind: 'smalltalk', entries: ['help'], locale } },
  };
}

/** Said first, before anybody asked. */
export function welcomeReply(knowledge: SpokenKnowledge, locale: Locale): Reply {
  return { text: textsOf(knowledge, locale).greeting, buttons: offers(knowledge, locale) };
}

/** Sends the person to somebody who can help where a bot cannot. */
export function handoffReply(
  knowledge: SpokenKnowledge,
  kind: 'handoff' | 'distress',
  advisor: Advisor,
  locale: Locale,
): Reply {
  const texts = textsOf(knowledge, locale);
  const contact = [advisor.url, advisor.email].filter(Boolean).join(' · ');
  const text = contact ? texts.handoff.withAdvisor(contact) : texts.handoff.withoutAdvisor;
  return {
    text: kind === 'distress' ? texts.distress : text,
    data: { answer: { kind: 'handoff', entries: [kind], locale } },
  };
}

/**
 * Somebody is not content: no argument, but what could have been meant instead, and a person.
 * @param topics what the last answer was about: see `Session`
 */
export function complaintReply(knowledge: SpokenKnowledge, topics: readonly string[], locale: Locale): Reply {
  const last = entriesOf(knowledge, topics).find((entry) => entry.kind === 'topic');
  const near = last?.kind === 'topic' ? last.followUps : [];
  return {
    text: textsOf(knowledge, locale).complaint,
    buttons: buttonsFor(entriesOf(knowledge, [...near, 'help', 'handoff']), locale),
    data: { answer: { kind: 'unknown', entries: [...near], locale } },
  };
}

/** Something that holds no words to understand: a picture, nothing at all, a page of text. */
export function unreadableReply(
  knowledge: SpokenKnowledge,
  why: 'empty' | 'attachment' | 'long',
  locale: Locale,
): Reply {
  return {
    text: textsOf(knowledge, locale).unreadable[why],
    buttons: offers(knowledge, locale),
    data: { answer: { kind: 'unknown', entries: [], locale } },
  };
}

/** A button of a quiz that is over was pressed. */
export function staleReply(knowledge: SpokenKnowledge, locale: Locale): Reply {
  return {
    text: textsOf(knowledge, locale).quiz.staleWithoutQuiz,
    buttons: buttonsFor(entriesOf(knowledge, ['quiz']), locale),
    data: { answer: { kind: 'unknown', entries: ['quiz'], locale } },
  };
}

/** The three things that can be done here: look around, take the quiz, talk to a person. */
const offers = (knowledge: SpokenKnowledge, locale: Locale): Button[] =>
  buttonsFor(entriesOf(knowledge, OFFERED), locale).map((button, i) =>
    i === 0 ? { ...button, label: textsOf(knowledge, locale).buttons.discover } : button,
  );

const round = (share: number) => Math.round(share * 100) / 100;
