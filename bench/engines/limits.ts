/**
 * natural's logistic regression trains about a minute where the product of examples and entries is as large: its time grows
 * with both, and with the stems among them.
 */
export const MOST_EXAMPLES_TIMES_ENTRIES = 20_000;
