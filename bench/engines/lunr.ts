import lunr from 'lunr';
import french from 'lunr-languages/lunr.fr.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import { words } from '../../knowledge/retrieval/normalise.ts';
import type { MakeEngine } from './engine.ts';

stemmerSupport(lunr);
french(lunr);

/** Its own French pipeline over our words: on its own split at spaces « l'école » is one word. */
export const make: MakeEngine = ({ documents }) => {
  const textOf = (text: string) => words(text).join(' ');
  const index = lunr((builder) => {
    builder.use(lunr.fr);
    builder.ref('id');
    builder.field('text');
    for (const { id, utterances } of documents) builder.add({ id, text: textOf(utterances.join('\n')) });
  });
  // not `search`, which would read signs in a question as its query language
  return (text) =>
    index.query((query) => query.term(lunr.tokenizer(textOf(text)))).map(({ ref, score }) => ({ id: ref, score }));
};
