/** Builds where needed: see build.mjs. */
export function build(): Promise<void>;
