/** What an entry is found by. */
export interface Document {
  id: string;
  /** Ways of asking for it, label and question included. */
  utterances: readonly string[];
}
