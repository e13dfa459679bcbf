/** The ids under which the dialogs begin one another; kept in the stored dialog stack, so they never change. */
export const DIALOG = { root: 'root', faq: 'faq', quiz: 'quiz', verdict: 'verdict', erase: 'erase' } as const;
