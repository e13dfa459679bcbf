/**
 * The language to show something in.
 * @param asked in the address; counts where we have it
 * @param accepted the header Accept-Language
 * @param spoken our languages
 */
export function chooseLanguage(
  asked: unknown,
  accepted: string | undefined,
  spoken: readonly string[],
  otherwise: string,
): string {
  const wanted = [typeof asked === 'string' ? asked : '', ...byPreference(accepted ?? '')];
  return wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => spoken.includes(tag)) ?? otherwise;
}

/** Language tags of the header, best first, without those that are refused (`q=0`). */
function byPreference(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { tag, quality: Number.parseFloat(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
