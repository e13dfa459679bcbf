import { LargeRanker } from '../../knowledge/retrieval/largeRanker.ts';
import type { MakeEngine } from './engine.ts';

export const make: MakeEngine = ({ documents, language }) => {
  const ranker = new LargeRanker(documents, language);
  return (text) => ranker.rank(text);
};
