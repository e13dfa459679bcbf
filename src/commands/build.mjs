/**
 * Builds what runs: the server as a few files of plain JavaScript, and the files for browsers, named by their content's
 * hash. Does nothing where the last build is newer than every source. Plain JavaScript itself, as nothing is built yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..', '..');
const out = path.join(root, 'dist');
const stamp = path.join(out, 'built');
const models = path.join(out, 'models');
const prepared = path.join(models, 'prepared');
const content = path.join(root, 'knowledge', 'content');
const SOURCES = ['src', 'dialogs', 'knowledge', 'package-lock.json'];
/** Content is read when the bot starts, and tests are never built. */
const NO_SOURCE = /\.(ya?ml|md)$/;
const ANY = /^$/;
const TARGET = 'node20.19';

/** Builds and prepares the content where needed. Two at once do no harm: each works aside and moves files into place. */
export async function build() {
  await buildCode();
  if (!isPrepared()) prepare();
}

/** Content is prepared again where it, or the code that reads it, has changed. */
const isPrepared = () =>
  existsSync(prepared) &&
  newestOf(content, ANY) < statSync(prepared).mtimeMs &&
  statSync(stamp).mtimeMs < statSync(prepared).mtimeMs;

/** In a process of its own, as threads of it train beside one another. Without it the bot trains at each start. */
function prepare() {
  process.stderr.write('Preparing the content (once for each content, some seconds)…\n');
  const { status, stderr } = spawnSync(process.execPath, [path.join(out, 'prepare.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`The content was not prepared:\n${stderr}`);
}

async function buildCode() {
  if (isFresh()) return;
  const { build: esbuild } = await import('esbuild');
  const aside = path.join(root, `dist.${process.pid}`);
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(path.join(aside, 'assets'), { recursive: true });

  try {
    await buildServer(esbuild, aside);
    await buildAssets(esbuild, path.join(aside, 'assets'));
    writeFileSync(path.join(aside, 'built'), new Date().toISOString());
    if (isFresh()) return;
    // trained models belong to the content, not to the build
    if (existsSync(models)) renameSync(models, path.join(aside, 'models'));
    rmSync(out, { recursive: true, force: true });
    renameSync(aside, out);
  } catch (error) {
    // where another build was a moment faster, its result is as good
    if (!isFresh()) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const isFresh = () =>
  existsSync(stamp) &&
  Math.max(...SOURCES.map((name) => newestOf(path.join(root, name), NO_SOURCE))) < statSync(stamp).mtimeMs;

const buildServer = (esbuild, outdir) =>
  esbuild({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      chat: 'src/commands/chat.ts',
      evaluate: 'src/commands/evaluate.ts',
      calibrate: 'src/commands/calibrate.ts',
      prepare: 'src/commands/prepare.ts',
      knowledgeCheck: 'src/commands/knowledgeCheck.ts',
      quizSimulate: 'src/commands/quizSimulate.ts',
      pngWorker: 'src/result/pngWorker.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: TARGET,
    sourcemap: true,
    logLevel: 'warning',
  });

async function buildAssets(esbuild, outdir) {
  await esbuild({
    absWorkingDir: root,
    entryPoints: [
      'src/widget/chat.ts',
      'src/widget/page.css',
      'src/widget/result.ts',
      'src/widget/result.css',
      'src/widget/icon.svg',
    ],
    outdir,
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.svg': 'copy' },
    logLevel: 'warning',
  });
  vendorWebChat(outdir);
}

/** One file of the package's 190 MB is what a browser needs. */
function vendorWebChat(dir) {
  const source = readFileSync(path.join(root, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js'));
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8).toUpperCase();
  writeFileSync(path.join(dir, `webchat.${hash}.js`), source);
  writeFileSync(path.join(dir, `webchat.${hash}.js.gz`), gzipSync(source, { level: 9 }));
}

/** When a file, or the newest of a folder, was last changed; files of a kind that does not count are passed over. */
function newestOf(file, passedOver) {
  const stats = statSync(file);
  if (!stats.isDirectory()) return passedOver.test(file) ? 0 : stats.mtimeMs;
  // a folder changes where something in it is deleted
  return Math.max(stats.mtimeMs, ...readdirSync(file).map((name) => newestOf(path.join(file, name), passedOver)));
}

if (process.argv[1] === import.meta.filename) await build();
