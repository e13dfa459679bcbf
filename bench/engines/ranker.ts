import { CALIBRATION } from '../../knowledge/retrieval/calibration.ts';
import { Ranker } from '../../knowledge/retrieval/rank.ts';
import type { MakeEngine } from './engine.ts';

export const make: MakeEngine = ({ documents, language }) => {
  const ranker = new Ranker(documents, language, CALIBRATION);
  return (text) => ranker.rank(text);
};
