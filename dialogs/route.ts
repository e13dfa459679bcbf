import type { Locale } from '../knowledge/index.ts';
import { DIALOG } from './dialogIds.ts';
import type { FaqOptions } from './faq/faqDialog.ts';
import type { Round } from './quiz/moves.ts';
import type { VerdictTalkOptions } from './quiz/verdictDialog.ts';
import type { Intent } from './understand.ts';

/** A dialog to begin, with what it needs to know. */
export type Route =
  | { dialog: typeof DIALOG.quiz; options: Round }
  | { dialog: typeof DIALOG.verdict; options: VerdictTalkOptions }
  | { dialog: typeof DIALOG.erase; options: object }
  | { dialog: typeof DIALOG.faq; options: FaqOptions };

/** Which dialog an intent belongs to where none is under way. */
export function routeTo(intent: Intent, locale: Locale): Route {
  switch (intent.kind) {
    case 'quiz':
      return { dialog: DIALOG.quiz, options: { command: intent.command, item: intent.item } };
    case 'verdict':
    case 'codes':
      return { dialog: DIALOG.verdict, options: { intent, locale } };
    case 'erase':
      return { dialog: DIALOG.erase, options: {} };
    case 'answer-item':
    case 'unclear-answer':
      return { dialog: DIALOG.quiz, options: { command: 'resume' } };
    default:
      return { dialog: DIALOG.faq, options: { intent, locale } };
  }
}
