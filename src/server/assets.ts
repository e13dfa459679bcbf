import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request, Response, Server } from 'restify';

/** A file for browsers. Its URL holds the hash of its content, so that it can be cached for good. */
interface Asset {
  type: string;
  plain: Buffer;
  gzipped: Buffer;
}

/** The files for browsers, as the build left them. */
export interface Assets {
  /** The URL of a file by the name it had before the build gave it its hash: `chat.js` → `/assets/chat.Q2F4.js`. */
  url(name: string): string;
  byUrl: ReadonlyMap<string, Asset>;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const ONE_YEAR = 365 * 24 * 60 * 60;

/**
 * Reads the built files into memory; compressed ones (`.gz`) were made by the build where that takes long.
 * @param dir the build's folder of files named `name.HASH.ext`
 * @throws Error naming the folder and what to do where there is no build
 */
export function loadAssets(dir: string): Assets {
  if (!existsSync(dir)) throw new Error(`${dir} is missing. What to do: run "npm run build".`);
  const urls = new Map<string, string>();
  const byUrl = new Map<string, Asset>();
  for (const file of readdirSync(dir)) {
    const extension = path.extname(file);
    const type = TYPES[extension];
    if (!type) continue;
    const plain = readFileSync(path.join(dir, file));
    const compressed = path.join(dir, `${file}.gz`);
    const gzipped = existsSync(compressed) ? readFileSync(compressed) : gzipSync(plain);
    const url = `/assets/${file}`;
    urls.set(file.replace(/\.[A-Z0-9]+(\.\w+)$/i, '$1'), url);
    byUrl.set(url, { type, plain, gzipped });
  }
  return {
    byUrl,
    url(name) {
      const url = urls.get(name);
      if (!url) throw new Error(`${dir} has no ${name}. What to do: run "npm run build".`);
      return url;
    },
  };
}

/** Mounts the files under `/assets/`. */
export function mountAssets(server: Server, assets: Assets): void {
  for (const [url, asset] of assets.byUrl) {
    const serve = async (request: Request, response: Response) => {
      const zipped = request.acceptsEncoding('gzip');
      response.writeHead(200, {
        'Content-Type': asset.type,
        'Cache-Control': `public, max-age=${ONE_YEAR}, immutable`,
        Vary: 'Accept-Encoding',
        ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
      });
      response.end(zipped ? asset.gzipped : asset.plain);
    };
    server.get(url, serve);
    server.head(url, serve);
  }
}
