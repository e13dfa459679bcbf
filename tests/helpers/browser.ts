import { type Browser, chromium, type Page } from 'playwright-core';

/** Web Chat has to be read, started and connected, on a busy machine. */
export const START = { timeout: 20_000 };

/** The browser itself is to stay off the network too. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium without a window: the one at CHROMIUM_PATH, or that of the system. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: QUIET });

/**
 * Watches a page for what it must not do: ask another origin, throw, complain. Violations of its content security policy
 * are complaints too.
 * @param expected errors of the console that are none
 * @returns a list that grows as the page is used
 */
export function watchFaults(page: Page, origin: string, expected?: RegExp): string[] {
  const faults: string[] = [];
  const isOurs = (url: string) => /^(data|blob):/.test(url) || new URL(url).origin === origin;
  page.on('request', (request) => {
    if (!isOurs(request.url())) faults.push(`asked elsewhere: ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (!isOurs(socket.url().replace(/^ws/, 'http'))) faults.push(`connected elsewhere: ${socket.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected?.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  return faults;
}
