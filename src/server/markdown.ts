import { escapeHtml, Html } from './html.ts';

/**
 * The Markdown that answers are written in (docs/content.md) as HTML, block by block: paragraphs, `- ` lists,
 * `**strong**` and `*emphasis*`. Everything else is text.
 */
export function markdownBlocks(markdown: string): Html[] {
  const blocks: Html[] = [];
  let group: string[] = [];
  const close = () => {
    if (group.length > 0) blocks.push(new Html(isItem(group[0]) ? list(group) : `<p>${inline(group.join(' '))}</p>`));
    group = [];
  };
  for (const line of markdown.split('\n').map((raw) => raw.trim())) {
    if (line === '' || isItem(line) !== isItem(group[0])) close();
    if (line !== '') group.push(line);
  }
  close();
  return blocks;
}

const isItem = (line: string | undefined) => line?.startsWith('- ') ?? false;

const list = (lines: string[]) => `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;

/** Marks are read after escaping, so that no tag but ours is left. */
function inline(text: string): string {
  return escapeHtml(stickPunctuation(text))
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(\S(?:.*?\S)?)\*/g, '<em>$1</em>');
}

/** No line begins with the punctuation or the currency sign that French puts a space before. */
export const stickPunctuation = (text: string) => text.replace(/ (?=[:;?!»€%])/g, '\u00a0').replace(/« /g, '«\u00a0');
