/** HTML that may stand in a page as it is. */
export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/**
 * A template of HTML. Strings in it are text: escaped, they are safe between tags and in quoted attributes. `Html` stands
 * as it is, and `undefined` for nothing.
 * @example html`<p title="${title}">${text}</p>`
 */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(literals.map((literal, i) => (i === 0 ? '' : sourceOf(parts[i - 1])) + literal).join(''));
}

function sourceOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.source;
  return typeof part === 'object' ? part.map(sourceOf).join('\n') : escapeHtml(String(part));
}

/** Text as HTML that says the same. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
