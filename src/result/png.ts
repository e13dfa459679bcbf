import { Worker } from 'node:worker_threads';
import { HttpError } from '../server/errors.ts';

/** What the thread is asked for. `width`: of the PNG, in its own pixels. */
export interface PngOrder {
  id: number;
  svg: string;
  width: number;
}

export interface PngAnswer {
  id: number;
  png: Uint8Array;
}

/** Draws SVGs as PNGs. */
export interface PngRenderer {
  /**
   * @param width of the PNG, in its own pixels
   * @throws HttpError 503 where too many wait already
   */
  render(svg: string, width: number): Promise<Uint8Array>;
  /** Ends the thread; what is being drawn fails. */
  close(): Promise<void>;
}

/** A PNG of a result has about 90 kB. */
const KEPT = 128;
/** At some 70 ms each: nobody waits for a picture longer than two seconds. */
const MAX_WAITING = 32;

interface Waiting {
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}

/**
 * Draws in a thread of its own, which starts with the first picture; the last pictures are kept, since drawing is work
 * that anybody may ask for.
 * @param workerFile the built pngWorker.ts
 */
export function createPngRenderer(workerFile: string): PngRenderer {
  const kept = new Map<string, Promise<Uint8Array>>();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(workerFile);
    started.unref();
    started.on('message', ({ id, png }: PngAnswer) => {
      waiting.get(id)?.resolve(png);
      waiting.delete(id);
    });
    started.once('error', (error) => lose(started, error));
    started.once('exit', () => lose(started, new Error('the thread that draws has ended')));
    return started;
  }

  /** The next picture starts another thread. */
  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function draw(svg: string, width: number): Promise<Uint8Array> {
    if (waiting.size >= MAX_WAITING)
      return Promise.reject(new HttpError(503, 'Busy', 'Too many pictures are being drawn. Try again in a moment.'));
    worker ??= start();
    const id = ++lastId;
    const drawn = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, svg, width } satisfies PngOrder);
    return drawn;
  }

  return {
    render(svg, width) {
      const key = `${width} ${svg}`;
      const png = kept.get(key) ?? draw(svg, width);
      kept.delete(key);
      kept.set(key, png); // the last one asked for is the last to go
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      png.catch(() => kept.delete(key));
      return png;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
