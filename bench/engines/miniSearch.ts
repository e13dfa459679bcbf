import MiniSearch, { type SearchOptions } from 'minisearch';
import { words } from '../../knowledge/retrieval/normalise.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { MakeEngine } from './engine.ts';
import { stemmerOf } from './stems.ts';

const over = ({ documents, language }: Dataset, searchOptions: SearchOptions) => {
  const { stemOf } = stemmerOf(language);
  const index = new MiniSearch({
    fields: ['text'],
    tokenize: words,
    processTerm: (word) => stemOf(word),
    searchOptions,
  });
  index.addAll(documents.map(({ id, utterances }) => ({ id, text: utterances.join('\n') })));
  return (text: string) => index.search(text);
};

export const stemmed: MakeEngine = (dataset) => over(dataset, {});
/** As its documentation has it for search boxes: no prefixes of, and no errors in, words of up to three letters. */
export const fuzzy: MakeEngine = (dataset) =>
  over(dataset, { fuzzy: (term) => term.length > 3 && 0.2, prefix: (term) => term.length > 3 });
