/** Runs the turns of each conversation one after another, in order of arrival; different conversations run side by side. */
export class TurnQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** @returns what `turn` returns, or rejects as it does; a turn that fails does not stop those behind it */
  run<T>(conversation: string, turn: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(conversation) ?? Promise.resolve();
    const mine = before.then(turn, turn);
    this.#tails.set(conversation, mine);
    const forget = () => {
      if (this.#tails.get(conversation) === mine) this.#tails.delete(conversation);
    };
    mine.then(forget, forget);
    return mine;
  }

  /** Resolves when every turn that is under way or waiting has ended. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.allSettled(this.#tails.values());
  }
}
