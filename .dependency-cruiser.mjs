/**
 * The arrows between the folders: `server, channels -> bot -> dialogs -> knowledge`; `app.ts` alone sees everything
 * (docs/architecture.md). Type-only imports count: what cannot be named cannot be leaned on.
 */

/** A package as it is found, and as it is written where it is not installed. */
const npm = (name) => `(^|/)node_modules/${name}|^${name}`;
const BOT_FRAMEWORK = npm('botbuilder');
/** What the page hands to the chat's script: plain data that both sides have to mean alike. */
const PAGE_TO_CHAT = '^src/widget/chatConfig\\.ts$';
/** Pure functions of plain data: no framework, no disk, no process. */
const PURE = [
  '^knowledge/retrieval/',
  '^dialogs/quiz/(scoring|run|finished|readAnswer|readItems|resultCode|explain)\\.ts$',
  '^dialogs/quiz/simulation/',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Of two files that import each other neither can be understood, tested or moved alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'knowledge-stands-alone',
      comment: 'What the bot knows outlives the framework it speaks through.',
      severity: 'error',
      from: { path: '^knowledge/' },
      to: { path: ['^(dialogs|src)/', BOT_FRAMEWORK] },
    },
    {
      name: 'knowledge-by-its-door',
      comment: 'Everybody else imports knowledge/index.ts; what is behind it may change.',
      severity: 'error',
      from: { pathNot: '^(knowledge|tests)/' },
      to: { path: '^knowledge/', pathNot: '^knowledge/index\\.ts$' },
    },
    {
      name: 'retrieval-needs-little',
      comment: 'Ranking is ours, but for the stemmers of natural.',
      severity: 'error',
      from: { path: '^knowledge/retrieval/' },
      to: { pathNot: ['^knowledge/', npm('natural/')] },
    },
    {
      name: 'pure-without-framework',
      comment: 'Retrieval, scoring and the course of the quiz are functions of plain data.',
      severity: 'error',
      from: { path: PURE },
      to: { path: BOT_FRAMEWORK },
    },
    {
      name: 'pure-without-node',
      comment: 'No disk, network or process in what has to give the same result every time.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'dialogs-know-no-host',
      comment: 'The conversation is the same on every channel and server.',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { path: '^src/' },
    },
    {
      name: 'bot-knows-dialogs-and-the-shape-of-a-store',
      comment: 'The bot is given its settings, store and channels; it fetches none of them.',
      severity: 'error',
      from: { path: '^src/bot/' },
      to: { path: '^src/', pathNot: ['^src/bot/', '^src/storage/store\\.ts$'] },
    },
    {
      name: 'storage-keeps-anything',
      comment: 'A store knows keys and values, not what they mean.',
      severity: 'error',
      from: { path: '^src/storage/' },
      to: { path: ['^src/(bot|channels|server)/', '^(dialogs|knowledge)/'] },
    },
    {
      name: 'server-knows-no-bot',
      comment: 'Routes are mounted on the server; it does not know whose they are.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/(bot|channels|result)/' },
    },
    {
      name: 'result-needs-its-code-alone',
      comment: 'A result is shown from what its address holds: no conversation, no store.',
      severity: 'error',
      from: { path: '^src/result/' },
      to: { path: '^src/', pathNot: '^src/(result|server)/' },
    },
    {
      name: 'channels-carry',
      comment: 'A channel carries activities to the bot and back; it composes nothing and holds no conversation.',
      severity: 'error',
      from: { path: '^src/channels/' },
      to: {
        path: ['^src/', '^dialogs/'],
        pathNot: ['^src/(channels|bot|server|storage)/', '^src/config\\.ts$'],
      },
    },
    {
      name: 'only-main-starts-the-app',
      comment: 'app.ts sees everything, so nobody but main (and tests) may see it.',
      severity: 'error',
      from: { pathNot: ['^src/main\\.ts$', '^tests/'] },
      to: { path: '^src/app\\.ts$' },
    },
    {
      name: 'nobody-imports-main',
      comment: 'Importing it starts the bot.',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'widget-imports-nothing-else',
      comment: 'It runs in browsers; Web Chat is a file of its own there, of which only types are known.',
      severity: 'error',
      from: { path: '^src/widget/' },
      to: { pathNot: ['^src/widget/', npm('botframework-webchat')] },
    },
    {
      name: 'widget-bundles-no-web-chat',
      comment: 'Its 945 kB are loaded when the chat is first opened.',
      severity: 'error',
      from: { path: '^src/widget/' },
      to: { path: npm('botframework-webchat'), dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'nobody-imports-the-widget',
      comment: 'Browser code is built, not imported; the page alone knows what it hands to it.',
      severity: 'error',
      from: { pathNot: ['^src/widget/', '^tests/', '^src/server/'] },
      to: { path: '^src/widget/' },
    },
    {
      name: 'server-knows-the-chat-config-alone',
      comment: 'See nobody-imports-the-widget.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/widget/', pathNot: PAGE_TO_CHAT },
    },
  ],
  options: {
    // counts imports that TypeScript leaves out of the JavaScript: types
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
