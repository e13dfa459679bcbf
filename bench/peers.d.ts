/**
 * What the benchmark uses of the peers, so that it can be type-checked where they are not installed. Where they are, these
 * declarations still come first.
 */
declare module 'minisearch' {
  type PerTerm<T> = T | ((term: string) => T);
  export interface SearchOptions {
    fuzzy?: PerTerm<boolean | number>;
    prefix?: PerTerm<boolean>;
  }
  export default class MiniSearch {
    constructor(options: {
      fields: string[];
      tokenize: (text: string) => string[];
      processTerm: (term: string) => string | undefined;
      searchOptions: SearchOptions;
    });
    addAll(documents: { id: string; text: string }[]): void;
    search(text: string): { id: string; score: number }[];
  }
}

declare module 'lunr' {
  type Plugin = (builder: unknown) => void;
  interface Token {
    toString(): string;
  }
  interface Builder {
    use(plugin: Plugin): void;
    ref(name: string): void;
    field(name: string): void;
    add(document: Record<string, string>): void;
  }
  interface Query {
    term(terms: Token[]): void;
  }
  interface Index {
    query(build: (query: Query) => void): { ref: string; score: number }[];
  }
  interface Lunr {
    (configure: (this: Builder, builder: Builder) => void): Index;
    tokenizer(text: string): Token[];
    fr: Plugin;
  }
  const lunr: Lunr;
  export default lunr;
}

declare module 'lunr-languages/*' {
  export default function register(lunr: import('lunr').default): void;
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: { tokenize: 'strict' | 'forward' | 'full'; resolution: number });
    add(id: number, text: string): void;
    search(text: string, options: { suggest: boolean; limit: number }): number[];
  }
}

declare module 'node-nlp' {
  class NlpManager {
    constructor(options: {
      languages: string[];
      nlu: { log: boolean };
      forceNER: boolean;
      autoSave: boolean;
      autoLoad: boolean;
    });
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
  const nodeNlp: { NlpManager: typeof NlpManager };
  export default nodeNlp;
}

declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(terms: string[], key: string): void;
    tfidfs(terms: string[]): number[];
  }
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  export default class LogisticRegressionClassifier {
    addDocument(terms: string[], label: string): void;
    train(): void;
    getClassifications(terms: string[]): { label: string; value: number }[];
  }
}
