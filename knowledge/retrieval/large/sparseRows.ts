/** Features and their weights, one row after another: `starts[r]` to `starts[r + 1]` are those of row `r`. */
export interface SparseRows {
  /** One more than there are rows. */
  starts: Uint32Array;
  /** Numbers of features, each once in a row. */
  columns: Uint32Array;
  weights: Float32Array;
}

/** A list of whole numbers that grows: there may be tens of millions. */
export class NumberList {
  length = 0;
  #values = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length++] = value;
  }

  toArray(): Uint32Array {
    return this.#values.slice(0, this.length);
  }
}

/**
 * Counts features by row.
 * @param rows how many there are
 * @param features they are 0 to `features - 1`
 * @param featuresOf tells the features of a row one by one, each as often as it stands there
 * @returns the counts as weights
 */
export function countRows(
  rows: number,
  features: number,
  featuresOf: (row: number, tell: (feature: number) => void) => void,
): SparseRows {
  const starts = new Uint32Array(rows + 1);
  const columns = new NumberList();
  const weights = new NumberList();
  const counts = new Uint32Array(features);
  const told: number[] = [];
  const tell = (feature: number) => {
    const count = counts[feature] as number;
    if (count === 0) told.push(feature);
    counts[feature] = count + 1;
  };
  for (let row = 0; row < rows; row++) {
    featuresOf(row, tell);
    for (const feature of told) {
      columns.push(feature);
      weights.push(counts[feature] as number);
      counts[feature] = 0;
    }
    told.length = 0;
    starts[row + 1] = columns.length;
  }
  return { starts, columns: columns.toArray(), weights: Float32Array.from(weights.toArray()) };
}

/** In how many rows each feature stands. */
export function frequenciesOf({ columns }: Pick<SparseRows, 'columns'>, features: number): Uint32Array {
  const frequencies = new Uint32Array(features);
  for (const feature of columns) frequencies[feature] = (frequencies[feature] as number) + 1;
  return frequencies;
}

/**
 * The same by feature: the rows of each, ascending, with its weights there.
 * @param longest so many rows of a feature are kept, the first ones
 */
export function transposed(rows: SparseRows, features: number, longest: number): SparseRows {
  const frequencies = frequenciesOf(rows, features);
  const starts = new Uint32Array(features + 1);
  for (let f = 0; f < features; f++)
    starts[f + 1] = (starts[f] as number) + Math.min(frequencies[f] as number, longest);
  const next = starts.slice(0, features);
  const columns = new Uint32Array(starts[features] as number);
  const weights = new Float32Array(columns.length);
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    const end = rows.starts[row + 1] as number;
    for (let i = rows.starts[row] as number; i < end; i++) {
      const feature = rows.columns[i] as number;
      const at = next[feature] as number;
      if (at === starts[feature + 1]) continue;
      columns[at] = row;
      weights[at] = rows.weights[i] as number;
      next[feature] = at + 1;
    }
  }
  return { starts, columns, weights };
}
