/**
 * What the build ends with where the content is new: reads it and trains the models of its languages beside one another,
 * so that the bot finds everything ready when it starts. Models of earlier contents are deleted.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { cachedKnowledge, cachedModels, createEngine, type ModelCache, trainLocale } from '../../knowledge/index.ts';
import { modelFiles } from '../modelFiles.ts';
import { contentDir, modelsDir } from '../paths.ts';

const used = new Set<string>();
const files = modelFiles(modelsDir);
const watched: ModelCache = {
  read(key) {
    used.add(key);
    return files.read(key);
  },
  write: files.write,
};
const knowledge = cachedKnowledge(contentDir, watched);

if (isMainThread) {
  await Promise.all(knowledge.locales.map(trainAside));
  createEngine(knowledge, { models: cachedModels(watched) });
  for (const name of readdirSync(modelsDir))
    if (!used.has(path.parse(name).name)) rmSync(path.join(modelsDir, name), { force: true });
  writeFileSync(path.join(modelsDir, 'prepared'), new Date().toISOString());
} else {
  trainLocale(knowledge, workerData, cachedModels(watched));
  parentPort?.postMessage([...used]);
}

function trainAside(locale: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: locale });
    worker.on('message', (keys: string[]) => {
      for (const key of keys) used.add(key);
    });
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}
