import nodeNlp from 'node-nlp';
import type { MakeEngine } from './engine.ts';

/** What it puts among the intents for what may be none of them. */
const NONE = 'None';

/** Its classifier over its own French stems. */
export const make: MakeEngine = async ({ documents }) => {
  const manager = new nodeNlp.NlpManager({
    languages: ['fr'],
    nlu: { log: false },
    forceNER: false,
    autoSave: false,
    autoLoad: false,
  });
  for (const { id, utterances } of documents) for (const text of utterances) manager.addDocument('fr', text, id);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process('fr', text);
    return classifications.filter(({ intent }) => intent !== NONE).map(({ intent, score }) => ({ id: intent, score }));
  };
};
