import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const trees = realpathSync(mkdtempSync(path.join(tmpdir(), 'arrows-')));
let rules: ICruiseOptions;
let tree: string;

beforeAll(async () => {
  rules = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.mjs'));
});
beforeEach(() => {
  tree = mkdtempSync(path.join(trees, 'tree-'));
  for (const folder of ['src', 'dialogs', 'knowledge']) mkdirSync(path.join(tree, folder));
});
afterAll(() => rmSync(trees, { recursive: true }));

/** The rules that a tree of these files breaks, by name. */
async function broken(files: Record<string, string>): Promise<string[]> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  const { output } = await cruise(['src', 'dialogs', 'knowledge'], { ...rules, baseDir: tree });
  if (typeof output === 'string') throw new Error(output);
  return [...new Set(output.summary.violations.map((violation) => violation.rule.name))].sort();
}

/** How `from` writes an import of `to`, a file of the tree or a module. */
const specifier = (from: string, to: string) => {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return to.endsWith('.ts') ? (relative.startsWith('.') ? relative : `./${relative}`) : to;
};

/** A package as if it were installed, with any file that is imported of it. */
const installed = (module: string) => {
  const [name = '', ...file] = module.split('/');
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
    [`node_modules/${name}/${file.length > 0 ? file.join('/') : 'index.js'}`]: 'export const it = 1;\n',
  };
};
const isPackage = (to: string) => !to.endsWith('.ts') && !isBuiltin(to);

/** A tree in which `from` imports `to`. */
const importing = (from: string, to: string, type = false) => ({
  ...(to.endsWith('.ts') ? { [to]: 'export const it = 1;\nexport type It = 1;\n' } : {}),
  ...(isPackage(to) ? installed(to) : {}),
  [from]: type
    ? `import type { It } from '${specifier(from, to)}';\nexport type Other = It;\n`
    : `import { it } from '${specifier(from, to)}';\nexport const other = it;\n`,
});

const FORBIDDEN: [rule: string, from: string, to: string][] = [
  ['knowledge-stands-alone', 'knowledge/load.ts', 'dialogs/reply.ts'],
  ['knowledge-stands-alone', 'knowledge/load.ts', 'src/config.ts'],
  ['knowledge-stands-alone', 'knowledge/load.ts', 'botbuilder'],
  ['knowledge-stands-alone', 'knowledge/load.ts', 'botbuilder-dialogs'],
  ['knowledge-by-its-door', 'dialogs/understand.ts', 'knowledge/load.ts'],
  ['knowledge-by-its-door', 'src/app.ts', 'knowledge/retrieval/engine.ts'],
  ['knowledge-by-its-door', 'src/commands/check.mjs', 'knowledge/schema.ts'],
  ['retrieval-needs-little', 'knowledge/retrieval/rank.ts', 'zod'],
  ['pure-without-framework', 'dialogs/quiz/scoring.ts', 'botbuilder'],
  ['pure-without-framework', 'dialogs/quiz/run.ts', 'botbuilder-dialogs'],
  ['pure-without-framework', 'dialogs/quiz/readAnswer.ts', 'botbuilder-core'],
  ['pure-without-node', 'dialogs/quiz/scoring.ts', 'node:crypto'],
  ['pure-without-node', 'knowledge/retrieval/rank.ts', 'node:fs'],
  ['pure-without-node', 'knowledge/retrieval/rank.ts', 'fs'],
  ['dialogs-know-no-host', 'dialogs/reply.ts', 'src/config.ts'],
  ['dialogs-know-no-host', 'dialogs/faq/reply.ts', 'src/bot/careerBot.ts'],
  ['bot-knows-dialogs-and-the-shape-of-a-store', 'src/bot/careerBot.ts', 'src/channels/console.ts'],
  ['bot-knows-dialogs-and-the-shape-of-a-store', 'src/bot/careerBot.ts', 'src/storage/lmdbStore.ts'],
  ['bot-knows-dialogs-and-the-shape-of-a-store', 'src/bot/careerBot.ts', 'src/config.ts'],
  ['storage-keeps-anything', 'src/storage/lmdbStore.ts', 'src/bot/turnQueue.ts'],
  ['storage-keeps-anything', 'src/storage/lmdbStore.ts', 'src/channels/console.ts'],
  ['storage-keeps-anything', 'src/storage/lmdbStore.ts', 'src/server/errors.ts'],
  ['storage-keeps-anything', 'src/storage/lmdbStore.ts', 'dialogs/session.ts'],
  ['storage-keeps-anything', 'src/storage/lmdbStore.ts', 'knowledge/index.ts'],
  ['server-knows-no-bot', 'src/server/server.ts', 'src/bot/careerBot.ts'],
  ['server-knows-no-bot', 'src/server/server.ts', 'src/channels/connector.ts'],
  ['server-knows-no-bot', 'src/server/page.ts', 'src/result/page.ts'],
  ['result-needs-its-code-alone', 'src/result/routes.ts', 'src/storage/store.ts'],
  ['result-needs-its-code-alone', 'src/result/routes.ts', 'src/bot/careerBot.ts'],
  ['channels-carry', 'src/channels/console.ts', 'src/paths.ts'],
  ['channels-carry', 'src/channels/directline/adapter.ts', 'dialogs/reply.ts'],
  ['only-main-starts-the-app', 'src/commands/chat.ts', 'src/app.ts'],
  ['nobody-imports-main', 'src/commands/chat.ts', 'src/main.ts'],
  ['widget-imports-nothing-else', 'src/widget/chat.ts', 'src/config.ts'],
  ['widget-imports-nothing-else', 'src/widget/chat.ts', 'knowledge/index.ts'],
  ['widget-imports-nothing-else', 'src/widget/chat.ts', 'zod'],
  ['widget-imports-nothing-else', 'src/widget/chat.ts', 'node:path'],
  ['widget-bundles-no-web-chat', 'src/widget/chat.ts', 'botframework-webchat'],
  ['nobody-imports-the-widget', 'src/app.ts', 'src/widget/chatConfig.ts'],
  ['server-knows-the-chat-config-alone', 'src/server/page.ts', 'src/widget/panel.ts'],
];

describe('the rules of the arrows', () => {
  it.each(FORBIDDEN)('catch %s: %s imports %s', async (rule, from, to) => {
    expect(await broken(importing(from, to))).toContain(rule);
  });

  it.each([
    ['knowledge-stands-alone', 'knowledge/load.ts', 'botbuilder'],
    ['dialogs-know-no-host', 'dialogs/reply.ts', 'src/config.ts'],
    ['knowledge-by-its-door', 'src/bot/careerBot.ts', 'knowledge/schema.ts'],
  ])('catch %s where only a type is imported: %s imports %s', async (rule, from, to) => {
    expect(await broken(importing(from, to, true))).toEqual([rule]);
  });

  it.each([
    ['two files', 'import', ['a', 'b']],
    ['three files', 'import', ['a', 'b', 'c']],
    ['types alone', 'import type', ['a', 'b']],
  ])('catch circles: of %s', async (_what, keyword, names) => {
    const next = (i: number) => names[(i + 1) % names.length];
    const files = names.map((name, i) => [
      `dialogs/${name}.ts`,
      `${keyword} { T } from './${next(i)}.ts';\nexport type U = T;\n`,
    ]);
    expect(await broken(Object.fromEntries(files))).toEqual(['no-circles']);
  });

  it.each([
    ['the door of knowledge', 'dialogs/understand.ts', 'knowledge/index.ts'],
    ['inside knowledge', 'knowledge/load.ts', 'knowledge/retrieval/normalise.ts'],
    ['the disk, to read content', 'knowledge/load.ts', 'node:fs'],
    ['a stemmer', 'knowledge/retrieval/language.ts', 'natural/lib/natural/stemmers/porter_stemmer_fr.js'],
    ['the framework, to hold a dialog', 'dialogs/rootDialog.ts', 'botbuilder-dialogs'],
    ['the quiz in its dialog', 'dialogs/quiz/quizDialog.ts', 'dialogs/quiz/scoring.ts'],
    ['a dialog', 'src/bot/careerBot.ts', 'dialogs/rootDialog.ts'],
    ['the shape of a store', 'src/bot/turnStorage.ts', 'src/storage/store.ts'],
    ['the bot', 'src/channels/connector.ts', 'src/bot/turnQueue.ts'],
    ['errors of the server', 'src/channels/connector.ts', 'src/server/errors.ts'],
    ['a store', 'src/channels/directline/routes.ts', 'src/storage/store.ts'],
    ['the shape of a setting', 'src/channels/connector.ts', 'src/config.ts'],
    ['knowledge, to show the guide on a page', 'src/server/page.ts', 'knowledge/index.ts'],
    ['what the page hands to the chat', 'src/server/page.ts', 'src/widget/chatConfig.ts'],
    ['the verdict, to show it', 'src/result/routes.ts', 'dialogs/quiz/describeVerdict.ts'],
    ['everything, to compose it', 'src/app.ts', 'src/channels/connector.ts'],
    ['the app, to start it', 'src/main.ts', 'src/app.ts'],
    ['inside the widget', 'src/widget/chat.ts', 'src/widget/panel.ts'],
  ])('let through %s: %s imports %s', async (_what, from, to) => {
    expect(await broken(importing(from, to))).toEqual([]);
  });

  it('let the widget know the types of Web Chat', async () => {
    expect(
      await broken({
        ...installed('botframework-webchat'),
        'src/widget/chatStyle.ts':
          "import type { StyleOptions } from 'botframework-webchat';\nexport type S = StyleOptions;\n",
        'src/widget/webChat.ts': "export type WebChat = typeof import('botframework-webchat');\n",
      }),
    ).toEqual([]);
  });

  it('are all shown to catch something', () => {
    const shown = new Set(['no-circles', ...FORBIDDEN.map(([rule]) => rule)]);
    expect([...shown].sort()).toEqual(rules.ruleSet?.forbidden?.map((rule) => rule.name).sort());
  });
});
