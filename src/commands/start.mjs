/** `npm start`: builds where needed, then becomes the bot; one process, so that signals reach it. */
import { build } from './build.mjs';

process.setSourceMapsEnabled(true);
await build();
await import('../../dist/main.js');
