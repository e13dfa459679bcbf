import {
  type Context,
  cachedModels,
  createEngine,
  type Entry,
  type Locale,
  loadKnowledge,
} from '../../knowledge/index.ts';
import { modelFiles } from '../../src/modelFiles.ts';
import { contentDir, modelsDir } from '../../src/paths.ts';

/** The shipped content. */
export const knowledge = loadKnowledge(contentDir);

/** The engine of the shipped content. Its models are trained once for all test files, and again where the content changes. */
export const understand = createEngine(knowledge, { models: cachedModels(modelFiles(modelsDir)) });

const OFFERED = ['salaire', 'formation', 'zones'];
const PICKED: Record<string, string[]> = {
  'pick-first': ['salaire'],
  'pick-second': ['formation'],
  'pick-third': ['zones'],
  'pick-all': OFFERED,
};

/** A conversation in which an entry may be meant, and the entries that its words stand for there. */
export function whereItCounts(entry: Entry, locale: Locale): { context: Context; means: string[] } {
  const [place] = entry.kind === 'command' ? (entry.scope ?? []) : [];
  if (place === 'result') return { context: { locale, quiz: 'none', result: true }, means: [entry.id] };
  if (place) return { context: { locale, quiz: place }, means: [entry.id] };
  if (entry.kind !== 'followup') return { context: { locale, quiz: 'none' }, means: [entry.id] };
  const picked = PICKED[entry.id];
  if (picked) return { context: { locale, quiz: 'none', offered: OFFERED }, means: picked };
  for (const topic of knowledge.entries.values()) {
    const target = topic.kind === 'topic' ? (topic.turns?.[entry.id] ?? (entry.id === 'more' ? topic.id : '')) : '';
    if (target) return { context: { locale, quiz: 'none', topics: [topic.id] }, means: [target] };
  }
  throw new Error(`nothing turns on ${entry.id}`);
}
