import { type Html, html } from './html.ts';

/** What every page of ours tells the browser of its looks: light and dark, the colour around it, its icon. */
export const looks = (icon: string): Html => html`<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#0b4f4c">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f2b29">
<link rel="icon" type="image/svg+xml" href="${icon}">`;
