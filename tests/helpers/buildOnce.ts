/** Builds before the test files start, so that none of them races another to it. */
export { build as setup } from '../../src/commands/build.mjs';
