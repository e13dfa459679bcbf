import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Violations of axe-core's rules, each with the elements. Run beside the page's scripts, which its policy lets nobody join.
 * @param part a selector of what is looked at; left out: the whole page
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = (expression: string) =>
    session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
  await run(AXE);
  const { result } = await run(`axe.run(${part ? JSON.stringify(part) : 'document'}).then(({ violations, passes }) => ({
    found: violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')),
    passed: passes.length,
  }))`);
  expect(result.value.passed).toBeGreaterThan(15);
  return result.value.found;
}
