import path from 'node:path';

/** The project's folder: this file stands one level below it, and so does the built one. */
const root = path.resolve(import.meta.dirname, '..');

/** The content, edited without coding (docs/content.md). */
export const contentDir = path.join(root, 'knowledge', 'content');
/** Trained models, kept between starts. */
export const modelsDir = path.join(root, 'dist', 'models');
/** What the build made for browsers. */
export const assetsDir = path.join(root, 'dist', 'assets');
/** The thread that draws PNGs, built. */
export const pngWorkerFile = path.join(root, 'dist', 'pngWorker.js');
/** The questions that the engine is calibrated on, and what came out. */
export const calibrationDir = path.join(root, 'knowledge', 'calibration');
