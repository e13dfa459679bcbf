import { loadKnowledge } from '../../knowledge/load.ts';
import { createLanguage } from '../../knowledge/retrieval/language.ts';
import { contentDir } from '../paths.ts';
import type { Dataset } from './dataset.ts';
import { labelled } from './labelled.ts';
import { product } from './product.ts';
import { synthetic } from './synthetic.ts';

/** How a dataset is asked for: each process makes its own. */
export type DatasetSpec =
  | { kind: 'product'; files: readonly string[] }
  | { kind: 'labelled'; file: string }
  | { kind: 'synthetic'; entries: number };

export function makeDataset(spec: DatasetSpec): Dataset {
  const knowledge = loadKnowledge(contentDir);
  if (spec.kind === 'product') return product(knowledge, spec.files);
  if (spec.kind === 'labelled') return labelled(knowledge, spec.file);
  return synthetic(spec.entries, createLanguage(knowledge.languages.fr));
}
