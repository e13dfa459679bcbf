/**
 * Runs of letters inside each word, its edges marked by spaces: what a typing error leaves of a word still matches.
 * @param shortest letters of the shortest run, edges included
 * @param longest letters of the longest run
 */
export function letterGrams(words: readonly string[], shortest: number, longest: number): string[] {
  const grams: string[] = [];
  for (const word of words) {
    const edged = ` ${word} `;
    for (let length = shortest; length <= longest; length++)
      for (let i = 0; i + length <= edged.length; i++) grams.push(edged.slice(i, i + length));
  }
  return grams;
}
