/**
 * How wide a text is, at most, in whatever sans serif font the viewer has: the chart is also shown where ours is missing.
 * In shares of the font size; those of DejaVu Sans, about the widest that a system falls back on.
 */
const WIDTHS: readonly [letters: RegExp, ems: number][] = [
  [/[ijl.,:;'’|!·]/, 0.34],
  [/[îïíftrI\s()[\]/-]/, 0.42],
  [/[ckszvxy]/, 0.6],
  [/[m%…—œæwMWŒÆ]/, 1],
  [/\p{Lu}/u, 0.77],
];
const OTHERS = 0.645;
const BOLD = 1.14;

/** @returns an upper estimate, in the unit of `size` */
export function widthOf(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text.normalize('NFC')) ems += WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? OTHERS;
  return ems * size * (bold ? BOLD : 1);
}

/**
 * The text in as few lines as fit into `room`, about equally long; a word that is longer than a line is broken.
 * @param room in the unit of `size`
 */
export function wrap(text: string, room: number, size: number, bold = false): string[] {
  const wrapped = (width: number) => filled(text, (line) => widthOf(line, size, bold) <= width);
  let lines = wrapped(room);
  // the narrowest room that makes no more lines of it
  let [tooNarrow, enough] = [lines.length > 1 ? room / lines.length - size : room, room];
  while (enough - tooNarrow > 1) {
    const between = (tooNarrow + enough) / 2;
    const tried = wrapped(between);
    if (tried.length > lines.length) tooNarrow = between;
    else [enough, lines] = [between, tried];
  }
  return lines;
}

/** Each line as full as it may be. */
function filled(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).flatMap((word) => broken(word, fits))) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word in pieces as long as may be; whole where it fits. */
function broken(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
