/** The content does not hold. The message names the file, the entry or field, what is wrong and what to do. */
export class ContentError extends Error {
  override name = 'ContentError';

  /**
   * @param file path of the content file or folder
   * @param where the entry or field in it, dotted (`utterances.3`); empty for the whole file
   * @param problem what is wrong, as the end of a sentence that starts with `where`
   * @param remedy what the author can do, as an imperative
   */
  constructor(file: string, where: string, problem: string, remedy: string) {
    super(`${file}: ${where ? `"${where}" ` : ''}${problem}. What to do: ${remedy}.`);
  }
}
