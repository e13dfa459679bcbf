import type { Decision } from '../retrieval/decide.ts';
import type { Locale } from '../schema.ts';

/** What an author should look at. `error`: people are not understood; `warning`: they may not be. */
export type Finding = {
  /** The file to edit. */
  file: string;
  /** The id of the entry. */
  entry: string;
} & (
  | { kind: 'few-utterances'; severity: 'error'; locale: Locale; has: number; needs: number }
  | { kind: 'repeated'; severity: 'warning'; locale: Locale; utterance: string }
  /** `other` is found by the same text. */
  | { kind: 'shared'; severity: 'error'; locale: Locale; other: string; text: string }
  /** The entry's own label or question is understood as something else. */
  | {
      kind: 'misunderstood';
      severity: 'error';
      locale: Locale;
      field: 'label' | 'question';
      text: string;
      as: Pick<Decision, 'outcome' | 'entries'>;
    }
  /** Of `asked` utterances that were left out of the training, so many brought the entry first. */
  | { kind: 'unreachable'; severity: 'error' | 'warning'; locale: Locale; first: number; asked: number }
  /** So many of them were answered as `other`. */
  | {
      kind: 'overlap';
      severity: 'warning';
      locale: Locale;
      other: string;
      answered: number;
      asked: number;
      examples: string[];
    }
  /** A topic that no answer offers as a next question. */
  | { kind: 'dead-end'; severity: 'warning' }
  /** A follow-up that means something after no topic and no choice. */
  | { kind: 'meaningless'; severity: 'warning' }
  /** `most`: how many utterances the language `than` has. */
  | { kind: 'few-translated'; severity: 'warning'; locale: Locale; has: number; most: number; than: Locale }
  | {
      kind: 'untranslated';
      severity: 'warning';
      locale: Locale;
      /** The language that says the same. */
      like: Locale;
      field: 'label' | 'question' | 'answer';
      text: string;
    }
);

export type FindingKind = Finding['kind'];
