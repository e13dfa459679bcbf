/** natural's logistic regression trains two minutes on so many examples of a hundred entries. */
export const MOST_EXAMPLES = 450;
