import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';
import type { MakeEngine } from './engine.ts';
import { MOST_EXAMPLES_TIMES_ENTRIES } from './limits.ts';
import { stemmerOf } from './stems.ts';

/** Over our stems: its own tokeniser knows English alone. */
export const tfIdf: MakeEngine = ({ documents, language }) => {
  const { stemsOf } = stemmerOf(language);
  const index = new TfIdf();
  for (const { id, utterances } of documents) index.addDocument(stemsOf(utterances.join('\n')), id);
  return (text) =>
    index
      .tfidfs(stemsOf(text))
      .map((score, i) => ({ id: documents[i]?.id ?? '', score }))
      .sort((a, b) => b.score - a.score);
};

export const logisticRegression: MakeEngine = ({ documents, language }) => {
  const { stemsOf } = stemmerOf(language);
  const all = documents.reduce((sum, { utterances }) => sum + utterances.length, 0);
  const share = Math.min(1, MOST_EXAMPLES_TIMES_ENTRIES / documents.length / all);
  const classifier = new LogisticRegressionClassifier();
  for (const { id, utterances } of documents) {
    const count = Math.max(1, Math.round(utterances.length * share));
    // spread over all, as neighbours are alike
    for (let i = 0; i < count; i++)
      classifier.addDocument(stemsOf(utterances[Math.floor((i * utterances.length) / count)] ?? ''), id);
  }
  classifier.train();
  return (text) =>
    classifier.getClassifications(stemsOf(text)).map(({ label, value }) => ({ id: label, score: value }));
};
